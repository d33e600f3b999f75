title = Kontaktformular
lead = Ihre eigene Anordnung der Kontaktformulare und was nach dem Zurücksetzen an ihre Stelle tritt.
which-view = Diese Seite kann nicht erkennen, mit welcher Ansicht sich Ihre Kontakte öffnen. Die Ansicht wählen Sie im Formular des Kontakts.
my-view = Meine Formularansicht
common-view = Allgemeine Formularansicht
after-reset = Nach dem Zurücksetzen
after-reset-common = Nach dem Zurücksetzen: Allgemeine Formularansicht
no-own-view = Sie haben keine eigene Ansicht. Dies ist die allgemeine Ansicht, die allen zur Verfügung steht.
no-view = Sie haben keine eigene Ansicht, und es gibt keine allgemeine. Kontakte sehen so aus, wie Bitrix24 sie von sich aus anordnet.
reset-to-standard = Es gibt keine allgemeine Ansicht. Nach dem Zurücksetzen sehen Kontakte so aus, wie Bitrix24 sie von sich aus anordnet.
common-unread = Die allgemeine Ansicht konnte nicht gelesen werden.
same = Die allgemeine Ansicht hat dieselben Felder an denselben Stellen.
differences = Markiert ist, was von Ihrer Ansicht abweicht.
moved = Verschoben
added = Hinzugefügt
missing = Fehlt
missing-fields = Nicht in der allgemeinen Ansicht
always = Immer anzeigen
untitled = Bereich ohne Titel
no-fields = Keine Felder
field-company = Unternehmen
field-requisites = Stammdaten
field-observer = Beobachter
field-utm = UTM-Parameter
reset = Zurücksetzen…
download = Sicherung herunterladen
undo = Rückgängig machen
again = Noch einmal versuchen
look = Ansicht anzeigen
cancel = Abbrechen
copy = Kopieren
copied = Kopiert
installation = Installation
details = Für Ihren Administrator
said = Antwort von Bitrix24:
connecting = Verbindung zu Bitrix24…
reading = Ihre Ansicht wird gelesen…
reading-common = Die allgemeine Ansicht wird gelesen…
resetting = Ihre Ansicht wird zurückgesetzt…
undoing = Ihre Ansicht wird wiederhergestellt…
section-count =
    { $sections ->
        [one] { $sections } Bereich
       *[other] { $sections } Bereiche
    }
field-count =
    { $fields ->
        [one] { $fields } Feld
       *[other] { $fields } Felder
    }
ask-reset = Ihre Ansicht zurücksetzen?
ask-reset-text = Ihre eigene Ansicht, die Sie unten sehen, wird entfernt: { section-count }, { field-count }. Kontakte und ihre Daten bleiben, wie sie sind, ebenso die Ansichten anderer. Sie können es rückgängig machen.
confirm-reset = Ansicht zurücksetzen
ask-replace = Die jetzige Ansicht ersetzen?
ask-replace-text = Nach dem Zurücksetzen haben Sie eine andere Ansicht eingerichtet, die Sie unten sehen: { section-count }, { field-count }. Sie geht verloren, wenn die Ansicht vom { $date } an ihre Stelle tritt.
confirm-replace = Ansicht ersetzen
reset-done = Ihre Ansicht ist zurückgesetzt
reset-done-text = „Meine Formularansicht“ enthält keine eigene Anordnung mehr. Laden Sie geöffnete Kontakte neu.
undo-done = Ihre Ansicht ist wieder da
undo-done-text = „Meine Formularansicht“ ist angeordnet wie zuvor. Laden Sie geöffnete Kontakte neu.
undo-offer = Ihre Ansicht wurde zurückgesetzt
undo-offer-text = Sie können sie noch so wiederherstellen, wie sie am { $date } war.
nothing-to-reset = Es gibt nichts zurückzusetzen
nothing-to-reset-text = Ihre Ansicht wurde an anderer Stelle zurückgesetzt.
not-connected = Diese Seite hat keine Verbindung zu Bitrix24
not-read = Ihre Ansicht konnte nicht gelesen werden
not-reset = Ihre Ansicht wurde nicht zurückgesetzt
reset-unknown = Es ist nicht bekannt, ob Ihre Ansicht zurückgesetzt wurde
not-undone = Ihre Ansicht wurde nicht wiederhergestellt
undo-unknown = Es ist nicht bekannt, ob Ihre Ansicht wieder da ist
cause-outside = Diese Seite funktioniert in Bitrix24. Öffnen Sie sie dort, im Formular eines Kontakts oder unter den Anwendungen.
cause-not-loaded = Die Bibliothek von Bitrix24 wurde nicht geladen. Prüfen Sie die Internetverbindung und ob ein Werbeblocker sie aufhält.
cause-silent = Bitrix24 hat dieser Seite nicht geantwortet.
cause-offline = Ihr Gerät ist offline. Verbinden Sie es mit dem Internet.
cause-access-denied = Ihr Konto hat keinen Zugriff auf diesen Teil des CRM. Ein Administrator Ihres Bitrix24 kann ihn erteilen.
cause-auth = Bitrix24 hat die Anwendung nicht akzeptiert. Schließen Sie diese Seite und öffnen Sie sie erneut. Hilft das nicht, informieren Sie einen Administrator.
cause-scope = Der Anwendung fehlt eine Berechtigung. Ein Administrator kann sie in den Einstellungen der Anwendung ankreuzen.
cause-rejected = Bitrix24 hat die Anfrage abgelehnt. Zeigen Sie diese Meldung einem Administrator.
cause-busy = Bitrix24 hat zu viele Anfragen erhalten. Warten Sie eine Minute.
cause-operating-limit = Bitrix24 hat dies für bis zu zehn Minuten gesperrt, weil es zu viel benutzt wurde.
cause-unavailable = Bitrix24 ist ausgefallen oder überlastet.
cause-plan = Der Tarif Ihres Bitrix24 enthält dies nicht. Nur wer ihn bezahlt, kann das ändern.
cause-deleted = Dieses Bitrix24 wurde gelöscht.
cause-blocked = Bitrix24 hat Anwendungen wegen Überlastung gesperrt. Ein Administrator kann sich an den Support wenden.
cause-network = Die Verbindung zu Bitrix24 ist fehlgeschlagen. Prüfen Sie die Internetverbindung.
cause-timeout = Bitrix24 hat nicht rechtzeitig geantwortet. Vielleicht ist es ausgelastet oder die Verbindung langsam.
cause-unexpected-answer = Bitrix24 hat eine unverständliche Antwort gegeben. Bleibt es dabei, informieren Sie einen Administrator.
cause-no-connection = Diese Seite hat Bitrix24 verloren. Schließen Sie sie und öffnen Sie sie erneut.
cause-conflict = Jemand anderes hat die Ansicht gleichzeitig geändert.
cause-aborted = Sie haben es abgebrochen.
cause-fault = Mit dieser Seite stimmt etwas nicht. Schließen Sie sie und öffnen Sie sie erneut. Hilft das nicht, informieren Sie die Hersteller der Anwendung.

tabs = Bereiche
goes-on = Läuft noch
tab-my-view = Meine Ansicht

## People, comparison, runs over many people
tab-people = Personen
people-title = Personen
people-lead = Wer eine eigene Ansicht der Kontaktformulare hat. Wählen Sie Personen aus, um ihre Ansichten zurückzusetzen, zu ersetzen, zu sichern oder zu vergleichen.
reading-people = Personen werden gelesen…
people-unread = Nicht alle Personen konnten gelesen werden
nobody-there = In diesem Bitrix24 gibt es niemanden, den die Anwendung sehen darf.
nobody-found = Niemand gefunden.
find-people = Suche
find-everybody = Alle anzeigen
department = Abteilung
all-departments = Alle Abteilungen
own-only = Nur mit eigener Ansicht
selected-only = Nur ausgewählte
select-in-portal = In Bitrix24 auswählen…
select-ids = IDs eingeben…
ids-hint = IDs von Personen, beliebig getrennt
select-these = Diese auswählen
ids-unknown = Nicht alle wurden gefunden
ids-unknown-text = Niemand hat diese IDs: { $ids }.
ids-none-text = Die Eingabe enthält keine ID. Eine ID ist eine Zahl, wie in der Adresse eines Profils.
selected-people =
    { $people ->
        [one] { $people } Person ausgewählt
       *[other] { $people } Personen ausgewählt
    }
select-found =
    { $people ->
        [one] { $people } gefundene Person auswählen
       *[other] Alle { $people } gefundenen auswählen
    }
select-nobody = Auswahl aufheben
reset-many = Zurücksetzen…
give-many = Ansicht geben…
back-up = Sichern
compare = Vergleichen
found-people =
    { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }
found-part = { $read } von { $total } Personen wurden gelesen.
reading-views =
    { $people ->
        [one] { $people } weitere Ansicht wird gelesen…
       *[other] { $people } weitere Ansichten werden gelesen…
    }
views-unread = Einige Ansichten konnten nicht gelesen werden
people-caption = Personen und ihre Ansichten
person = Person
select-page = alle auf dieser Seite auswählen
column-own = Eigene Ansicht
column-size = Inhalt
column-differs = Anders als die allgemeine
yes = Ja
no = Nein
not-readable = Nicht lesbar
view-size = { section-count }, { field-count }
pages = Seiten der Tabelle
previous = Zurück
next = Weiter
page-range = { $first }–{ $last } von { $total }
find-person = Person suchen
found-persons = Gefundene Personen
more-people =
    { $people ->
        [one] und { $people } weitere
       *[other] und { $people } weitere
    }
other-person = Jemand anderen wählen
give-which = Welche Ansicht sollen sie erhalten?
compare-which = Mit welcher Ansicht soll verglichen werden?
source-common = Die allgemeine Ansicht
source-person = Die Ansicht einer Person
source-backup = Eine Ansicht aus einer Sicherung
choose-backup = Sicherung
accept-view = Weiter
no-view-there = Dort gibt es keine Ansicht
no-view-there-common = Es gibt keine allgemeine Ansicht: Kontakte sehen so aus, wie Bitrix24 sie von sich aus anordnet.
no-view-there-person = Diese Person hat keine eigene Ansicht.
view-unread = Die Ansicht konnte nicht gelesen werden
comparison = Vergleich
back-to-people = Zurück zur Liste
compare-other = Mit anderer Ansicht vergleichen…
swap = Seiten tauschen
no-view-to-compare = Keine eigene Ansicht. Kontakte sehen so aus wie in der allgemeinen Ansicht oder so, wie Bitrix24 sie von sich aus anordnet.
compared-same = Beide haben dieselben Felder an denselben Stellen.
compared-different = Markiert ist, was von der anderen Ansicht abweicht.
missing-here = Nicht in dieser Ansicht
not-compared = Die Ansichten konnten nicht gelesen werden
type-number = Geben Sie zur Bestätigung { $number } ein:
ask-reset-many =
    { $people ->
        [one] Die Ansicht von { $people } Person zurücksetzen?
       *[other] Die Ansichten von { $people } Personen zurücksetzen?
    }
ask-reset-many-text = Ihre eigenen Ansichten werden entfernt; die Daten der Kontakte bleiben, wie sie sind. Jede Ansicht wird vorher gesichert, sodass Sie es rückgängig machen können. Wer keine eigene Ansicht hat, wird ausgelassen.
confirm-reset-many = Ansichten zurücksetzen
ask-give-many =
    { $people ->
        [one] Diese Ansicht { $people } Person geben?
       *[other] Diese Ansicht { $people } Personen geben?
    }
ask-give-many-text = „{ $name }“ tritt an die Stelle ihrer eigenen Ansichten. Jede davon wird vorher gesichert, sodass Sie es rückgängig machen können.
confirm-give-many = Ansicht geben
run-reset = Ansichten werden zurückgesetzt: { $done } von { $total }…
run-give = Ansicht wird vergeben: { $done } von { $total }…
run-restore = Ansichten werden wiederhergestellt: { $done } von { $total }…
run-back-up = Ansichten werden gesichert: { $done } von { $total }…
time-left = Noch etwa { $time }.
time-left-unknown = Wie lange es dauert, ist noch nicht bekannt.
run-not-lasting = Lassen Sie diese Seite offen: Dieser Browser bewahrt Sicherungen nur so lange auf.
run-closing = Sie können diese Seite schließen: Was bis dahin erledigt ist, können Sie später hier rückgängig machen.
stop = Anhalten
stop-now = Sofort anhalten
report-reset = Die Ansichten sind zurückgesetzt
report-give = Die Ansicht ist vergeben
report-restore = Die Ansichten sind wieder da
report-back-up = Die Ansichten sind gesichert
report-reset-incomplete = Nicht alle Ansichten sind zurückgesetzt
report-give-incomplete = Nicht alle haben die Ansicht
report-restore-incomplete = Nicht alle Ansichten sind wieder da
report-back-up-incomplete = Nicht alle Ansichten sind gesichert
report-interrupted = Dies war im Gange, als die Seite am { $date } geschlossen wurde.
report-stopped = Es endete vorzeitig.
outcome-done =
    { $people ->
        [one] Erledigt für { $people } Person
       *[other] Erledigt für { $people } Personen
    }
outcome-nothing =
    { $people ->
        [one] Nichts zu tun für { $people } Person
       *[other] Nichts zu tun für { $people } Personen
    }
outcome-refused =
    { $people ->
        [one] Abgelehnt für { $people } Person
       *[other] Abgelehnt für { $people } Personen
    }
outcome-unknown =
    { $people ->
        [one] Nicht bekannt für { $people } Person
       *[other] Nicht bekannt für { $people } Personen
    }
outcome-left =
    { $people ->
        [one] Nicht erledigt für { $people } Person
       *[other] Nicht erledigt für { $people } Personen
    }
look-again = Noch einmal nachsehen
retry-rest = Den Rest noch einmal versuchen
undo-all = Alles rückgängig machen
report-json = Bericht als JSON
report-csv = Bericht als CSV
close = Schließen
looking = Ansichten werden gelesen…
not-undone-all = Die Ansichten wurden nicht wiederhergestellt
ask-undo-newer =
    { $people ->
        [one] { $people } Person hat seither eine andere Ansicht eingerichtet
       *[other] { $people } Personen haben seither andere Ansichten eingerichtet
    }
ask-undo-newer-text = Sie geht verloren, wenn die frühere Ansicht an ihre Stelle tritt: { $names }.
confirm-undo-newer = Für alle rückgängig machen
undo-others =
    { $others ->
        [one] Nur für { $others } andere Person rückgängig machen
       *[other] Nur für die { $others } anderen rückgängig machen
    }
