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

## People, comparison, runs over many people
tab-people = Osoby
people-title = Osoby
people-lead = Kto ma własny widok kart kontaktów. Wybierz osoby, aby zresetować, zastąpić, zachować lub porównać ich widoki.
reading-people = Odczytywanie listy osób…
people-unread = Nie udało się odczytać wszystkich osób
nobody-there = W tym Bitrix24 nie ma nikogo, kogo aplikacja może zobaczyć.
nobody-found = Nikogo nie znaleziono.
find-people = Szukaj
find-everybody = Pokaż wszystkich
department = Dział
all-departments = Wszystkie działy
own-only = Tylko z własnym widokiem
selected-only = Tylko wybrane
select-in-portal = Wybierz w Bitrix24…
select-ids = Wpisz ID…
ids-hint = ID osób, rozdzielone czymkolwiek
select-these = Wybierz te osoby
ids-unknown = Nie znaleziono wszystkich
ids-unknown-text = Nikt nie ma tych ID: { $ids }.
ids-none-text = We wpisanym tekście nie ma ID. ID to liczba, jak w adresie profilu.
selected-people =
    { $people ->
        [one] Wybrano { $people } osobę
        [few] Wybrano { $people } osoby
        [many] Wybrano { $people } osób
       *[other] Wybrano { $people } osoby
    }
select-found =
    { $people ->
        [one] Wybierz { $people } znalezioną
        [few] Wybierz wszystkie { $people } znalezione
        [many] Wybierz wszystkich { $people } znalezionych
       *[other] Wybierz wszystkie znalezione: { $people }
    }
select-nobody = Wyczyść wybór
reset-many = Zresetuj…
give-many = Nadaj widok…
back-up = Zachowaj kopie
compare = Porównaj
found-people =
    { $people ->
        [one] { $people } osoba
        [few] { $people } osoby
        [many] { $people } osób
       *[other] { $people } osoby
    }
found-part = Odczytano { $read } z { $total } osób.
reading-views =
    { $people ->
        [one] Odczytywanie jeszcze { $people } widoku…
        [few] Odczytywanie jeszcze { $people } widoków…
        [many] Odczytywanie jeszcze { $people } widoków…
       *[other] Odczytywanie jeszcze { $people } widoku…
    }
views-unread = Niektórych widoków nie udało się odczytać
people-caption = Osoby i ich widoki
person = Osoba
select-page = wybierz wszystkich na tej stronie
column-own = Własny widok
column-size = Zawartość
column-differs = Różni się od wspólnego
yes = Tak
no = Nie
not-readable = Nie do odczytania
view-size = { section-count }, { field-count }
pages = Strony tabeli
previous = Poprzednia
next = Następna
page-range = { $first }–{ $last } z { $total }
find-person = Szukaj osoby
found-persons = Znalezione osoby
more-people =
    { $people ->
        [one] i jeszcze { $people }
        [few] i jeszcze { $people }
        [many] i jeszcze { $people }
       *[other] i jeszcze { $people }
    }
other-person = Wybierz kogoś innego
give-which = Jaki widok mają otrzymać?
compare-which = Z jakim widokiem porównać?
source-common = Widok wspólny
source-person = Widok osoby
source-backup = Widok z kopii zapasowej
choose-backup = Kopia zapasowa
accept-view = Dalej
no-view-there = Nie ma tam widoku
no-view-there-common = Nie ma widoku wspólnego: kontakty wyglądają tak, jak układa je sam Bitrix24.
no-view-there-person = Ta osoba nie ma własnego widoku.
view-unread = Nie udało się odczytać widoku
comparison = Porównanie
back-to-people = Wróć do listy
compare-other = Porównaj z innym widokiem…
swap = Zamień strony
no-view-to-compare = Brak własnego widoku. Kontakty wyglądają jak w widoku wspólnym albo tak, jak układa je sam Bitrix24.
compared-same = Oba mają te same pola w tych samych miejscach.
compared-different = Zaznaczono to, co różni się od drugiego widoku.
missing-here = Nie ma w tym widoku
not-compared = Nie udało się odczytać widoków
type-number = Aby potwierdzić, wpisz { $number }:
ask-reset-many =
    { $people ->
        [one] Zresetować widok { $people } osoby?
        [few] Zresetować widoki { $people } osób?
        [many] Zresetować widoki { $people } osób?
       *[other] Zresetować widoki { $people } osoby?
    }
ask-reset-many-text = Ich własne widoki zostaną usunięte; dane kontaktów pozostaną bez zmian. Kopia każdego widoku jest najpierw zachowywana, więc można to cofnąć. Osoby bez własnego widoku są pomijane.
confirm-reset-many = Zresetuj widoki
ask-give-many =
    { $people ->
        [one] Nadać ten widok { $people } osobie?
        [few] Nadać ten widok { $people } osobom?
        [many] Nadać ten widok { $people } osobom?
       *[other] Nadać ten widok { $people } osoby?
    }
ask-give-many-text = „{ $name }” zajmie miejsce ich własnych widoków. Kopia każdego z nich jest najpierw zachowywana, więc można to cofnąć.
confirm-give-many = Nadaj widok
run-reset = Resetowanie widoków: { $done } z { $total }…
run-give = Nadawanie widoku: { $done } z { $total }…
run-restore = Przywracanie widoków: { $done } z { $total }…
run-back-up = Zachowywanie kopii: { $done } z { $total }…
time-left = Pozostało około { $time }.
time-left-unknown = Jeszcze nie wiadomo, jak długo to potrwa.
run-not-lasting = Nie zamykaj tej strony: ta przeglądarka nie przechowuje kopii dłużej.
run-closing = Możesz zamknąć tę stronę: to, co zostanie zrobione, będzie można tu później cofnąć.
stop = Zatrzymaj
stop-now = Zatrzymaj natychmiast
report-reset = Widoki są zresetowane
report-give = Widok jest nadany
report-restore = Widoki są przywrócone
report-back-up = Kopie widoków są zachowane
report-reset-incomplete = Nie wszystkie widoki są zresetowane
report-give-incomplete = Nie wszyscy mają ten widok
report-restore-incomplete = Nie wszystkie widoki są przywrócone
report-back-up-incomplete = Nie zachowano kopii wszystkich widoków
report-interrupted = To trwało, gdy strona została zamknięta { $date }.
report-stopped = Skończyło się przed czasem.
outcome-done =
    { $people ->
        [one] Zrobione: { $people } osoba
        [few] Zrobione: { $people } osoby
        [many] Zrobione: { $people } osób
       *[other] Zrobione: { $people } osoby
    }
outcome-nothing =
    { $people ->
        [one] Nic do zrobienia: { $people } osoba
        [few] Nic do zrobienia: { $people } osoby
        [many] Nic do zrobienia: { $people } osób
       *[other] Nic do zrobienia: { $people } osoby
    }
outcome-refused =
    { $people ->
        [one] Odmowa: { $people } osoba
        [few] Odmowa: { $people } osoby
        [many] Odmowa: { $people } osób
       *[other] Odmowa: { $people } osoby
    }
outcome-unknown =
    { $people ->
        [one] Nie wiadomo: { $people } osoba
        [few] Nie wiadomo: { $people } osoby
        [many] Nie wiadomo: { $people } osób
       *[other] Nie wiadomo: { $people } osoby
    }
outcome-left =
    { $people ->
        [one] Niezrobione: { $people } osoba
        [few] Niezrobione: { $people } osoby
        [many] Niezrobione: { $people } osób
       *[other] Niezrobione: { $people } osoby
    }
look-again = Sprawdź ponownie
retry-rest = Ponów dla reszty
undo-all = Cofnij wszystko
report-json = Raport w JSON
report-csv = Raport w CSV
close = Zamknij
looking = Odczytywanie widoków…
not-undone-all = Widoki nie zostały przywrócone
ask-undo-newer =
    { $people ->
        [one] { $people } osoba ułożyła od tego czasu inny widok
        [few] { $people } osoby ułożyły od tego czasu inne widoki
        [many] { $people } osób ułożyło od tego czasu inne widoki
       *[other] { $people } osoby ułożyły od tego czasu inne widoki
    }
ask-undo-newer-text = Nowy widok zginie, gdy jego miejsce zajmie poprzedni: { $names }.
confirm-undo-newer = Cofnij u wszystkich
undo-others =
    { $others ->
        [one] Cofnij tylko u { $others } innej osoby
        [few] Cofnij tylko u { $others } innych osób
        [many] Cofnij tylko u { $others } innych osób
       *[other] Cofnij tylko u { $others } innej osoby
    }
