title = Karta kontaktu
lead = Twój własny układ kart kontaktów i to, co zajmie jego miejsce po zresetowaniu.
which-view = Ta strona nie może sprawdzić, z którym widokiem otwierają się Twoje kontakty. Widok wybiera się na karcie kontaktu.
my-view = Mój widok formularza
common-view = Wspólny widok formularza
after-reset = Po zresetowaniu
after-reset-common = Po zresetowaniu: Wspólny widok formularza
no-own-view = Nie masz własnego widoku. To jest widok wspólny, z którego mogą korzystać wszyscy.
no-view = Nie masz własnego widoku i nie ma widoku wspólnego. Kontakty wyglądają tak, jak układa je sam Bitrix24.
reset-to-standard = Nie ma widoku wspólnego. Po zresetowaniu kontakty wyglądają tak, jak układa je sam Bitrix24.
common-unread = Nie udało się odczytać widoku wspólnego.
same = Widok wspólny ma te same pola w tych samych miejscach.
differences = Zaznaczono to, co różni się od Twojego widoku.
moved = Przeniesione
added = Dodane
missing = Brakuje
missing-fields = Nie ma w widoku wspólnym
always = Pokazuj zawsze
untitled = Sekcja bez tytułu
no-fields = Brak pól
field-company = Firma
field-requisites = Dane firmowe
field-observer = Obserwatorzy
field-utm = Parametry UTM
reset = Zresetuj…
download = Pobierz kopię zapasową
undo = Cofnij
again = Spróbuj ponownie
look = Zobacz widok
cancel = Anuluj
copy = Kopiuj
copied = Skopiowano
installation = Instalacja
details = Dla administratora
said = Odpowiedź Bitrix24:
connecting = Łączenie z Bitrix24…
reading = Odczytywanie Twojego widoku…
reading-common = Odczytywanie widoku wspólnego…
resetting = Resetowanie Twojego widoku…
undoing = Przywracanie Twojego widoku…
section-count =
    { $sections ->
        [one] { $sections } sekcja
        [few] { $sections } sekcje
       *[other] { $sections } sekcji
    }
field-count =
    { $fields ->
        [one] { $fields } pole
        [few] { $fields } pola
       *[other] { $fields } pól
    }
ask-reset = Zresetować Twój widok?
ask-reset-text = Twój własny widok, pokazany poniżej, zostanie usunięty: { section-count }, { field-count }. Kontakty i ich dane pozostaną bez zmian, podobnie jak widoki innych osób. Możesz to cofnąć.
confirm-reset = Zresetuj widok
ask-replace = Zastąpić obecny widok?
ask-replace-text = Po zresetowaniu ułożono inny widok, pokazany poniżej: { section-count }, { field-count }. Przepadnie, gdy jego miejsce zajmie widok z { $date }.
confirm-replace = Zastąp widok
reset-done = Twój widok jest zresetowany
reset-done-text = „Mój widok formularza” nie ma już własnego układu. Odśwież otwarte kontakty.
undo-done = Twój widok jest przywrócony
undo-done-text = „Mój widok formularza” jest ułożony jak wcześniej. Odśwież otwarte kontakty.
undo-offer = Twój widok został zresetowany
undo-offer-text = Nadal możesz przywrócić go w postaci z { $date }.
nothing-to-reset = Nie ma czego resetować
nothing-to-reset-text = Twój widok został zresetowany w innym miejscu.
not-connected = Ta strona nie ma połączenia z Bitrix24
not-read = Nie udało się odczytać Twojego widoku
not-reset = Twój widok nie został zresetowany
reset-unknown = Nie wiadomo, czy Twój widok został zresetowany
not-undone = Twój widok nie został przywrócony
undo-unknown = Nie wiadomo, czy Twój widok jest przywrócony
cause-outside = Ta strona działa wewnątrz Bitrix24. Otwórz ją tam, na karcie kontaktu lub wśród aplikacji.
cause-not-loaded = Biblioteka Bitrix24 się nie wczytała. Sprawdź połączenie z internetem i czy nie zatrzymuje jej bloker reklam.
cause-silent = Bitrix24 nie odpowiedział tej stronie.
cause-offline = Twoje urządzenie jest offline. Połącz je z internetem.
cause-access-denied = Twoje konto nie ma dostępu do tej części CRM. Może go nadać administrator Twojego Bitrix24.
cause-auth = Bitrix24 nie przyjął aplikacji. Zamknij tę stronę i otwórz ją ponownie. Jeśli to nie pomoże, powiadom administratora.
cause-scope = Aplikacji brakuje uprawnienia. Administrator może je zaznaczyć w ustawieniach aplikacji.
cause-rejected = Bitrix24 odrzucił żądanie. Pokaż ten komunikat administratorowi.
cause-busy = Bitrix24 otrzymał zbyt wiele żądań. Odczekaj minutę.
cause-operating-limit = Bitrix24 zablokował to na najwyżej dziesięć minut z powodu zbyt intensywnego użycia.
cause-unavailable = Bitrix24 nie działa lub jest przeciążony.
cause-plan = Plan Twojego Bitrix24 tego nie obejmuje. Zmienić to może tylko ten, kto za niego płaci.
cause-deleted = Ten Bitrix24 został usunięty.
cause-blocked = Bitrix24 zablokował aplikacje z powodu przeciążenia. Administrator może zwrócić się do pomocy technicznej.
cause-network = Połączenie z Bitrix24 nie powiodło się. Sprawdź połączenie z internetem.
cause-timeout = Bitrix24 nie odpowiedział na czas. Może być zajęty albo połączenie jest wolne.
cause-unexpected-answer = Bitrix24 udzielił niezrozumiałej odpowiedzi. Jeśli to się powtórzy, powiadom administratora.
cause-no-connection = Ta strona straciła Bitrix24. Zamknij ją i otwórz ponownie.
cause-conflict = Ktoś inny zmieniał widok w tym samym czasie.
cause-aborted = Anulowano na Twoje życzenie.
cause-fault = Coś jest nie tak z tą stroną. Zamknij ją i otwórz ponownie. Jeśli to nie pomoże, powiadom twórców aplikacji.

tabs = Ekrany
goes-on = W toku
tab-my-view = Mój widok
