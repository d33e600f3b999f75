title = Karta kontaktu
lead = Twój własny układ kart kontaktów i to, co zajmie jego miejsce po zresetowaniu.
which-view = Ta strona nie może sprawdzić, z którym widokiem otwierają się Twoje kontakty. Widok wybiera się na karcie kontaktu.
my-view = Mój widok formularza
common-view = Wspólny widok formularza
as-it-is-now = Obecnie
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
changed = Zmienione
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
ask-replace-text = Po zresetowaniu ułożono inny widok, pokazany poniżej: { section-count }, { field-count }. Jego miejsce zajmie widok z { $date }. Kopia zapasowa obecnego zostanie zachowana.
confirm-replace = Zastąp widok
reset-done = Twój widok jest zresetowany
reset-done-text = „Mój widok formularza” nie ma już własnego układu. Odśwież otwarte kontakty.
reset-done-unkept-text = Kopii nie udało się zachować: możesz to cofnąć tylko, dopóki ta strona jest otwarta.
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
people-lead = Kto ma własny widok kart kontaktów. Wybierz osoby, aby zresetować, zastąpić lub zachować ich widoki, albo jedną lub dwie, aby porównać.
reading-people = Odczytywanie listy osób…
people-unread = Nie udało się odczytać wszystkich osób
nobody-there = W tym Bitrix24 nie ma nikogo, kogo aplikacja może zobaczyć.
nobody-found = Nikogo nie znaleziono.
nobody-found-yet = Na razie nikogo nie znaleziono.
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
run-closing-back-up = Niczyj widok się przy tym nie zmienia.
stop = Zatrzymaj
stop-now = Zatrzymaj natychmiast
report-reset = Widoki są zresetowane
report-give = Widok jest nadany
report-restore = Widoki są przywrócone
report-back-up = Kopie widoków są zachowane
report-back-up-text = Są w zakładce „Kopie zapasowe”.
report-reset-incomplete = Nie wszystkie widoki są zresetowane
report-give-incomplete = Nie wszyscy mają ten widok
report-restore-incomplete = Nie wszystkie widoki są przywrócone
report-back-up-incomplete = Nie zachowano kopii wszystkich widoków
report-interrupted = Rozpoczęto { $date }; strona została zamknięta przed końcem.
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
ask-undo-newer-text = { $names }: miejsce nowego widoku zajmie poprzedni. Kopia zapasowa nowego zostanie zachowana.
confirm-undo-newer = Cofnij u wszystkich
undo-others =
    { $others ->
        [one] Cofnij tylko u { $others } innej osoby
        [few] Cofnij tylko u { $others } innych osób
        [many] Cofnij tylko u { $others } innych osób
       *[other] Cofnij tylko u { $others } innej osoby
    }
tab-common-view = Widok wspólny
tab-backups = Kopie zapasowe
tab-help = Pomoc
dark = Ciemne kolory
light = Jasne kolory

# Common view
common-lead = Układ kart kontaktów, z którego może korzystać każdy. Kto nie ma własnego widoku, ma ten.
common-none = Nie ma widoku wspólnego. Kontakty wyglądają tak, jak układa je sam Bitrix24.
common-to-standard = Standardowy układ Bitrix24. Własne widoki pozostaną.
common-give = Użyj czyjegoś widoku…
common-everyone = Ustaw dla wszystkich…
common-give-which = Który widok ma być wspólny?
common-same = Ma te same pola w tych samych miejscach co widok wspólny.
common-differences = Zaznaczono to, co różni się od widoku wspólnego.
common-reading = Odczytywanie widoku wspólnego…
common-resetting = Resetowanie widoku wspólnego…
common-undoing = Przywracanie widoku wspólnego…
common-giving = Ustawianie widoku wspólnego…
common-setting = Ustawianie widoku wspólnego dla wszystkich…
common-ask-reset = Zresetować widok wspólny?
common-ask-reset-text = Widok wspólny, pokazany poniżej, zostanie usunięty: { section-count }, { field-count }. Kto nie ma własnego widoku, otrzyma standardowy układ Bitrix24. Możesz to cofnąć.
common-ask-replace = Zastąpić obecny widok wspólny?
common-ask-replace-text = Widok wspólny został od tego czasu zmieniony, pokazano go poniżej: { section-count }, { field-count }. Jego miejsce zajmie widok z { $date }. Kopia zapasowa obecnego zostanie zachowana.
common-ask-give = Ustawić ten widok jako wspólny?
common-ask-give-text = Miejsce widoku wspólnego zajmie „{ $name }”. Otrzyma go każdy, kto nie ma własnego widoku. Kopia zapasowa widoku wspólnego zostanie zachowana i możesz to cofnąć.
confirm-give = Ustaw jako wspólny
common-ask-everyone = Ustawić widok wspólny dla wszystkich?
common-ask-everyone-text =
    { $people ->
        [one] { $people } osoba straci własny widok i otrzyma wspólny. Jest on zachowany w tej przeglądarce i „Cofnij” go przywróci; bez kopii nie zrobi tego nikt.
        [few] { $people } osoby stracą własne widoki i otrzymają wspólny. Są one zachowane w tej przeglądarce i „Cofnij” je przywróci; bez kopii nie zrobi tego nikt.
       *[other] { $people } osób straci własne widoki i otrzyma wspólny. Są one zachowane w tej przeglądarce i „Cofnij” je przywróci; bez kopii nie zrobi tego nikt.
    }
common-everyone-limits = Kopie nie obejmują tego, który z dwóch widoków był wybrany, ani widoków osób, które odeszły.
common-ask-everyone-nobody-text = Nikt nie ma własnego widoku. Kto wybrał „Mój widok formularza”, otrzyma wspólny.
common-changed-meanwhile = W międzyczasie ktoś ułożył inny widok
common-changed-meanwhile-text = Jego kopia też jest zachowana. Sprawdź, kto straci widok, i potwierdź jeszcze raz.
common-everyone-closed = Rozpoczęto { $date }; strona została zamknięta przed potwierdzeniem. Niczyj widok się nie zmienił.
confirm-everyone = Ustaw dla wszystkich
save-backups = Zapisz kopie do pliku
common-reset-done = Widok wspólny został zresetowany
common-reset-done-text = Kto nie ma własnego widoku, ma standardowy układ Bitrix24. Odśwież otwarte kontakty.
common-undo-done = Widok wspólny jest przywrócony
common-undo-done-text = Jest ułożony jak wcześniej. Odśwież otwarte kontakty.
common-undo-offer = Widok wspólny został zresetowany
common-undo-offer-text = Nadal możesz przywrócić go w postaci z { $date }.
common-nothing-to-reset = Nie ma czego resetować
common-nothing-to-reset-text = Nie ma już widoku wspólnego.
common-given = Widok wspólny jest ustawiony
common-given-text = Teraz jest to „{ $name }”. Odśwież otwarte kontakty.
common-for-everyone = Wszyscy mają widok wspólny
common-for-everyone-text =
    { $people ->
        [one] Usunięto { $people } własny widok. Znajdziesz go w „Kopiach zapasowych”.
        [few] Usunięto { $people } własne widoki. Znajdziesz je w „Kopiach zapasowych”.
       *[other] Usunięto { $people } własnych widoków. Znajdziesz je w „Kopiach zapasowych”.
    }
common-for-everyone-already = Wszyscy mają widok wspólny
common-for-everyone-already-text = Nikt nie miał własnego widoku.
common-not-read = Nie udało się odczytać widoku wspólnego
common-not-reset = Widok wspólny nie został zresetowany
common-reset-unknown = Nie wiadomo, czy widok wspólny został zresetowany
common-not-undone = Widok wspólny nie został przywrócony
common-undo-unknown = Nie wiadomo, czy widok wspólny jest przywrócony
common-not-given = Widok wspólny nie został ustawiony
common-given-unknown = Nie wiadomo, czy widok wspólny został ustawiony
common-not-for-everyone = Widok wspólny nie został ustawiony dla wszystkich
common-for-everyone-unknown = Nie wiadomo, czy wszyscy mają widok wspólny

# Backups
backups-title = Kopie zapasowe
backups-lead = To, co tu zastąpiono lub zresetowano, jest zachowane w tej przeglądarce, tylko dla Ciebie. Inne przeglądarki i urządzenia tego nie mają, a wyczyszczenie danych przeglądarki to usuwa: ważne rzeczy zapisz do pliku.
backups-not-lasting = Ta przeglądarka nie pozwala stronie niczego zachować: kopie przepadną po jej zamknięciu. Zapisz je do pliku.
backups-of-this-page = To, co poniżej, jest przechowywane tylko, dopóki ta strona jest otwarta. Zapisz to do pliku.
backups-unread = Nie udało się odczytać Twoich kopii zapasowych
backups-none = Nie ma jeszcze kopii. Każdy widok jest zachowywany, zanim zostanie tu zresetowany lub zastąpiony.
backups-of-people =
    { $people ->
        [one] { $people } osoba
        [few] { $people } osoby
       *[other] { $people } osób
    }
import = Wczytaj z pliku…
save-all = Zapisz wszystko do pliku
restore = Przywróć…
restore-chosen =
    { $people ->
        [one] Przywróć { $people } widok…
        [few] Przywróć { $people } widoki…
       *[other] Przywróć { $people } widoków…
    }
preview = Podgląd
choose-people = Wybierz osoby
save = Zapisz do pliku
delete = Usuń
why-reset = Przed zresetowaniem
why-replaced = Zanim jego miejsce zajął inny widok
why-everyone = Przed ustawieniem widoku wspólnego dla wszystkich
why-hand = Zachowano ręcznie
why-import = Z pliku
backup-taken = Tak było { $date }.
backup-of-nothing = Nie było widoku.
backup-foreign = Ta kopia pochodzi z innego Bitrix24, { $portal }, i można ją przywrócić tylko tam.
reading-backups = Odczytywanie kopii…
reading-file = Odczytywanie pliku…
restoring = Przywracanie…
deleting = Usuwanie…
undoing-deletion = Cofanie usunięcia…
ask-restore =
    { $people ->
        [one] Przywrócić ten widok?
        [few] Przywrócić { $people } widoki?
       *[other] Przywrócić { $people } widoków?
    }
ask-restore-text = Będzie tak, jak było { $date }.
ask-restore-newer-text =
    { $newer ->
        [one] Teraz jest tam inny widok. Jego miejsce zajmie widok z { $date }. Kopia obecnego zostanie zachowana.
        [few] Teraz { $newer } osoby mają inne widoki. Ich miejsce zajmą widoki z { $date }. Kopie obecnych zostaną zachowane.
       *[other] Teraz { $newer } osób ma inne widoki. Ich miejsce zajmą widoki z { $date }. Kopie obecnych zostaną zachowane.
    }
confirm-restore = Przywróć
restored = Widok jest przywrócony
restored-text = Odśwież otwarte kontakty.
not-restored = Widok nie został przywrócony
restored-unknown = Nie wiadomo, czy widok został przywrócony
imported =
    { $backups ->
        [one] Wczytano { $backups } kopię
        [few] Wczytano { $backups } kopie
       *[other] Wczytano { $backups } kopii
    }
imported-text =
    { $known ->
        [0] Wszystko, co było w pliku, jest na liście.
        [one] Jeszcze { $known } już tu była.
        [few] Jeszcze { $known } już tu były.
       *[other] Jeszcze { $known } już tu było.
    }
imported-foreign-text = Niektóre pochodzą z innego Bitrix24 i można je przywrócić tylko tam.
nothing-imported = W pliku nie ma nic nowego
nothing-imported-text =
    { $known ->
        [one] Kopia, która w nim jest, już tu jest.
        [few] Wszystkie { $known } kopie z niego już tu są.
        [many] Wszystkie { $known } kopii z niego już tu jest.
       *[other] Wszystkie { $known } kopii z niego już tu jest.
    }
not-imported = W pliku nie ma kopii
not-imported-text = „{ $file }” nie zawiera widoku karty kontaktu zapisanego tutaj.
deleted =
    { $backups ->
        [one] Kopia została usunięta
        [few] Usunięto { $backups } kopie
       *[other] Usunięto { $backups } kopii
    }
deleted-text = Dopóki ta strona jest otwarta, możesz to cofnąć.

# Help
help-title = Pomoc
help-lead = Co można tu zrobić, kto może to zrobić i czego zrobić się nie da.
help-view = Mój widok
help-view-text = Pokazuje, jak ułożono karty kontaktów dla Ciebie i co zajmie ich miejsce po zresetowaniu. Reset usuwa Twój układ; dane kontaktów nigdy się nie zmieniają. „Cofnij” przywraca widok, także po kilku dniach. Jeśli od tego czasu ułożono inny widok, najpierw pojawi się pytanie.
help-common = Widok wspólny
help-common-text = Pokazuje układ, z którego może korzystać każdy. Można go zresetować albo zastąpić widokiem, który ktoś ułożył dla siebie, lub widokiem z kopii.
help-everyone = Ustaw dla wszystkich
help-everyone-text = Usuwa własne widoki wszystkich, tak że każdy ma wspólny. Najpierw wszystkie widoki są zachowywane; potem widać, kto straci swój. „Cofnij” oddaje każdemu jego widok.
help-people = Osoby
help-people-text = Pokazuje, kto ma własny widok. Widoki wielu osób można zresetować, zastąpić, zachować, a dwa porównać. Można przerwać w każdej chwili. Raport mówi, co stało się z każdym, i można go zapisać.
help-backups = Kopie zapasowe
help-backups-text = Zanim coś zostanie tu zastąpione lub usunięte, jest zachowywane w tej przeglądarce. Kopia zawiera sekcje i pola; nie zawiera tego, który z dwóch widoków był wybrany, ani dodatkowych kolumn. Plik z kopiami Ty lub inny administrator możecie wczytać w innej przeglądarce.
help-rights = Uprawnienia
help-rights-text = Każdy z dostępem do CRM może odczytać, zresetować i przywrócić własny widok. Widoki innych osób i widok wspólny wymagają uprawnienia CRM „Zezwól na zmianę ustawień”. Bez niego nie ma tu „Widoku wspólnego” ani „Osób”.
help-limits = Ograniczenia
help-limits-text = Bitrix24 przyjmuje dwa żądania na sekundę. 1000 osób zajmuje około minuty, a reset z kopiami trzy. Bitrix24 nie może zablokować widoku: to, co ktoś zapisze w tej samej sekundzie, może przepaść.
help-version = Wersja
