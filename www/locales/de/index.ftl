title = Kontaktformular
lead = Ihre eigene Anordnung der Kontaktformulare und was nach dem Zurücksetzen an ihre Stelle tritt.
which-view = Diese Seite kann nicht erkennen, mit welcher Ansicht sich Ihre Kontakte öffnen. Die Ansicht wählen Sie im Formular des Kontakts.
my-view = Meine Formularansicht
common-view = Allgemeine Formularansicht
as-it-is-now = Wie sie jetzt ist
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
changed = Geändert
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
ask-replace-text = Nach dem Zurücksetzen haben Sie eine andere Ansicht eingerichtet, die Sie unten sehen: { section-count }, { field-count }. Die Ansicht vom { $date } tritt an ihre Stelle. Eine Sicherung der jetzigen bleibt erhalten.
confirm-replace = Ansicht ersetzen
reset-done = Ihre Ansicht ist zurückgesetzt
reset-done-text = „Meine Formularansicht“ enthält keine eigene Anordnung mehr. Laden Sie geöffnete Kontakte neu.
reset-done-unkept-text = Die Sicherung ließ sich nicht aufbewahren: Sie können es nur rückgängig machen, solange diese Seite geöffnet ist.
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
people-lead = Wer eine eigene Ansicht der Kontaktformulare hat. Wählen Sie Personen aus, um ihre Ansichten zurückzusetzen, zu ersetzen oder zu sichern, oder eine oder zwei, um zu vergleichen.
reading-people = Personen werden gelesen…
people-unread = Nicht alle Personen konnten gelesen werden
nobody-there = In diesem Bitrix24 gibt es niemanden, den die Anwendung sehen darf.
nobody-found = Niemand gefunden.
nobody-found-yet = Bisher niemand gefunden.
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
run-closing-back-up = Dabei wird niemandes Ansicht geändert.
stop = Anhalten
stop-now = Sofort anhalten
report-reset = Die Ansichten sind zurückgesetzt
report-give = Die Ansicht ist vergeben
report-restore = Die Ansichten sind wieder da
report-back-up = Die Ansichten sind gesichert
report-back-up-text = Sie stehen unter „Sicherungen“.
report-reset-incomplete = Nicht alle Ansichten sind zurückgesetzt
report-give-incomplete = Nicht alle haben die Ansicht
report-restore-incomplete = Nicht alle Ansichten sind wieder da
report-back-up-incomplete = Nicht alle Ansichten sind gesichert
report-interrupted = Begonnen am { $date }; die Seite wurde geschlossen, bevor es zu Ende war.
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
ask-undo-newer-text = { $names }: Die frühere Ansicht tritt an die Stelle der neueren. Eine Sicherung der neueren bleibt erhalten.
confirm-undo-newer = Für alle rückgängig machen
undo-others =
    { $others ->
        [one] Nur für { $others } andere Person rückgängig machen
       *[other] Nur für die { $others } anderen rückgängig machen
    }
tab-common-view = Allgemeine Ansicht
tab-backups = Sicherungen
tab-help = Hilfe
dark = Dunkle Farben
light = Helle Farben

# Common view
common-lead = Die Anordnung der Kontaktformulare, die alle nutzen können. Wer keine eigene Ansicht hat, hat diese.
common-none = Es gibt keine allgemeine Ansicht. Kontakte sehen so aus, wie Bitrix24 sie von sich aus anordnet.
common-to-standard = Die Standardanordnung von Bitrix24. Eigene Ansichten bleiben bestehen.
common-give = Ansicht einer Person verwenden…
common-everyone = Für alle festlegen…
common-give-which = Welche Ansicht soll die allgemeine werden?
common-same = Sie hat dieselben Felder an denselben Stellen wie die allgemeine Ansicht.
common-differences = Markiert ist, was von der allgemeinen Ansicht abweicht.
common-reading = Die allgemeine Ansicht wird gelesen…
common-resetting = Die allgemeine Ansicht wird zurückgesetzt…
common-undoing = Die allgemeine Ansicht wird wiederhergestellt…
common-giving = Die allgemeine Ansicht wird festgelegt…
common-setting = Die allgemeine Ansicht wird für alle festgelegt…
common-ask-reset = Allgemeine Ansicht zurücksetzen?
common-ask-reset-text = Die allgemeine Ansicht, die Sie unten sehen, wird entfernt: { section-count }, { field-count }. Wer keine eigene Ansicht hat, bekommt die Standardanordnung von Bitrix24. Sie können es rückgängig machen.
common-ask-replace = Jetzige allgemeine Ansicht ersetzen?
common-ask-replace-text = Die allgemeine Ansicht wurde seitdem geändert, Sie sehen sie unten: { section-count }, { field-count }. Die Ansicht vom { $date } tritt an ihre Stelle. Eine Sicherung der jetzigen bleibt erhalten.
common-ask-give = Zur allgemeinen Ansicht machen?
common-ask-give-text = „{ $name }“ tritt an die Stelle der allgemeinen Ansicht. Wer keine eigene Ansicht hat, bekommt sie. Eine Sicherung der allgemeinen Ansicht bleibt erhalten, und Sie können es rückgängig machen.
confirm-give = Zur allgemeinen machen
common-ask-everyone = Allgemeine Ansicht für alle festlegen?
common-ask-everyone-text =
    { $people ->
        [one] { $people } Person verliert ihre eigene Ansicht und bekommt die allgemeine. Sie ist in diesem Browser gesichert und lässt sich damit rückgängig machen; ohne die Sicherung kann das niemand.
       *[other] { $people } Personen verlieren ihre eigenen Ansichten und bekommen die allgemeine. Diese sind in diesem Browser gesichert und lassen sich damit rückgängig machen; ohne die Sicherung kann das niemand.
    }
common-everyone-limits = Nicht gesichert wird, welche der beiden Ansichten jemand gewählt hatte, und was Ausgeschiedene hatten.
common-ask-everyone-nobody-text = Niemand hat eine eigene Ansicht. Wer „Meine Formularansicht“ gewählt hat, bekommt die allgemeine.
common-changed-meanwhile = Inzwischen hat jemand eine andere Ansicht eingerichtet
common-changed-meanwhile-text = Auch sie ist gesichert. Sehen Sie nach, wer eine Ansicht verliert, und bestätigen Sie noch einmal.
common-everyone-closed = Begonnen am { $date }; die Seite wurde geschlossen, bevor Sie es bestätigt haben. Niemandes Ansicht wurde geändert.
confirm-everyone = Für alle festlegen
save-backups = Sicherungen als Datei speichern
common-reset-done = Die allgemeine Ansicht ist zurückgesetzt
common-reset-done-text = Wer keine eigene Ansicht hat, hat nun die Standardanordnung von Bitrix24. Laden Sie geöffnete Kontakte neu.
common-undo-done = Die allgemeine Ansicht ist wieder da
common-undo-done-text = Sie ist angeordnet wie zuvor. Laden Sie geöffnete Kontakte neu.
common-undo-offer = Die allgemeine Ansicht wurde zurückgesetzt
common-undo-offer-text = Sie können sie noch so wiederherstellen, wie sie am { $date } war.
common-nothing-to-reset = Es gibt nichts zurückzusetzen
common-nothing-to-reset-text = Es gibt inzwischen keine allgemeine Ansicht.
common-given = Die allgemeine Ansicht ist festgelegt
common-given-text = Sie ist jetzt „{ $name }“. Laden Sie geöffnete Kontakte neu.
common-for-everyone = Alle haben die allgemeine Ansicht
common-for-everyone-text =
    { $people ->
        [one] { $people } eigene Ansicht ist entfernt. Sie finden sie unter „Sicherungen“.
       *[other] { $people } eigene Ansichten sind entfernt. Sie finden sie unter „Sicherungen“.
    }
common-for-everyone-already = Alle haben die allgemeine Ansicht
common-for-everyone-already-text = Niemand hatte eine eigene Ansicht.
common-not-read = Die allgemeine Ansicht konnte nicht gelesen werden
common-not-reset = Die allgemeine Ansicht wurde nicht zurückgesetzt
common-reset-unknown = Es ist nicht bekannt, ob die allgemeine Ansicht zurückgesetzt wurde
common-not-undone = Die allgemeine Ansicht wurde nicht wiederhergestellt
common-undo-unknown = Es ist nicht bekannt, ob die allgemeine Ansicht wieder da ist
common-not-given = Die allgemeine Ansicht wurde nicht festgelegt
common-given-unknown = Es ist nicht bekannt, ob die allgemeine Ansicht festgelegt wurde
common-not-for-everyone = Die allgemeine Ansicht wurde nicht für alle festgelegt
common-for-everyone-unknown = Es ist nicht bekannt, ob alle die allgemeine Ansicht haben

# Backups
backups-title = Sicherungen
backups-lead = Was hier ersetzt oder zurückgesetzt wurde, bleibt in diesem Browser, nur für Sie. Andere Browser und Geräte haben es nicht, und wer die Browserdaten löscht, entfernt es: Speichern Sie Wichtiges als Datei.
backups-not-lasting = Dieser Browser lässt die Seite nichts speichern: Die Sicherungen gehen verloren, wenn Sie sie schließen. Speichern Sie sie als Datei.
backups-of-this-page = Was unten steht, bleibt nur, solange diese Seite offen ist. Speichern Sie es als Datei.
backups-unread = Ihre Sicherungen konnten nicht gelesen werden
backups-none = Es gibt noch keine Sicherungen. Jede Ansicht wird gesichert, bevor sie hier zurückgesetzt oder ersetzt wird.
backups-of-people =
    { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }
import = Aus einer Datei lesen…
save-all = Alle als Datei speichern
restore = Wiederherstellen…
restore-chosen =
    { $people ->
        [one] { $people } Ansicht wiederherstellen…
       *[other] { $people } Ansichten wiederherstellen…
    }
preview = Vorschau
choose-people = Personen auswählen
save = Als Datei speichern
delete = Löschen
why-reset = Vor dem Zurücksetzen
why-replaced = Bevor eine andere Ansicht an ihre Stelle trat
why-everyone = Vor dem Festlegen der allgemeinen Ansicht für alle
why-hand = Von Hand gesichert
why-import = Aus einer Datei
backup-taken = So war es am { $date }.
backup-of-nothing = Es gab keine Ansicht.
backup-foreign = Diese Sicherung kommt aus einem anderen Bitrix24, { $portal }, und lässt sich nur dort wiederherstellen.
reading-backups = Die Sicherungen werden gelesen…
reading-file = Die Datei wird gelesen…
restoring = Wird wiederhergestellt…
deleting = Wird gelöscht…
undoing-deletion = Wird doch behalten…
ask-restore =
    { $people ->
        [one] Diese Ansicht wiederherstellen?
       *[other] { $people } Ansichten wiederherstellen?
    }
ask-restore-text = Es wird wieder so, wie es am { $date } war.
ask-restore-newer-text =
    { $newer ->
        [one] Inzwischen gibt es dort eine andere Ansicht. Die vom { $date } tritt an ihre Stelle. Eine Sicherung der jetzigen bleibt erhalten.
       *[other] Inzwischen haben { $newer } Personen andere Ansichten. Die vom { $date } treten an ihre Stelle. Sicherungen der jetzigen bleiben erhalten.
    }
confirm-restore = Wiederherstellen
restored = Die Ansicht ist wiederhergestellt
restored-text = Laden Sie geöffnete Kontakte neu.
not-restored = Die Ansicht wurde nicht wiederhergestellt
restored-unknown = Es ist nicht bekannt, ob die Ansicht wiederhergestellt ist
imported =
    { $backups ->
        [one] { $backups } Sicherung wurde gelesen
       *[other] { $backups } Sicherungen wurden gelesen
    }
imported-text =
    { $known ->
        [0] Alles, was in der Datei war, steht in der Liste.
        [one] { $known } weitere war schon da.
       *[other] { $known } weitere waren schon da.
    }
imported-foreign-text = Manche kommen aus einem anderen Bitrix24 und lassen sich nur dort wiederherstellen.
nothing-imported = In der Datei ist nichts Neues
nothing-imported-text =
    { $known ->
        [one] Die Sicherung darin ist schon da.
       *[other] Alle { $known } Sicherungen darin sind schon da.
    }
not-imported = In der Datei ist keine Sicherung
not-imported-text = „{ $file }“ enthält keine Ansicht eines Kontaktformulars, die hier gespeichert wurde.
deleted =
    { $backups ->
        [one] Die Sicherung ist gelöscht
       *[other] { $backups } Sicherungen sind gelöscht
    }
deleted-text = Solange diese Seite geöffnet ist, können Sie das rückgängig machen.

# Help
help-title = Hilfe
help-lead = Was Sie hier tun können, wer es darf und was nicht geht.
help-view = Meine Ansicht
help-view-text = Zeigt, wie Sie die Kontaktformulare für sich angeordnet haben und was nach dem Zurücksetzen an ihre Stelle tritt. Zurücksetzen entfernt Ihre Anordnung; die Daten der Kontakte ändern sich nie. Rückgängig machen können Sie es auch Tage später. Wurde seitdem eine andere Ansicht eingerichtet, werden Sie vorher gefragt.
help-common = Allgemeine Ansicht
help-common-text = Zeigt die Anordnung, die alle nutzen können. Sie können sie zurücksetzen oder durch eine Ansicht ersetzen, die jemand für sich eingerichtet hat, oder durch eine aus einer Sicherung.
help-everyone = Für alle festlegen
help-everyone-text = Entfernt die eigenen Ansichten aller, sodass alle die allgemeine haben. Zuerst werden alle Ansichten gesichert; dann sehen Sie, wer eine verliert. Rückgängig machen gibt allen ihre zurück.
help-people = Personen
help-people-text = Zeigt, wer eine eigene Ansicht hat. Sie können die Ansichten vieler Personen zurücksetzen, ersetzen, sichern oder zwei vergleichen. Sie können jederzeit anhalten. Der Bericht sagt, was aus wem geworden ist, und lässt sich speichern.
help-backups = Sicherungen
help-backups-text = Bevor hier etwas ersetzt oder entfernt wird, wird es in diesem Browser gesichert. Eine Sicherung enthält Abschnitte und Felder; nicht, welche der beiden Ansichten jemand gewählt hatte, und keine weiteren Spalten. Eine Datei mit Sicherungen können Sie oder ein anderer Administrator in einem anderen Browser lesen.
help-rights = Rechte
help-rights-text = Wer Zugriff auf CRM hat, kann die eigene Ansicht lesen, zurücksetzen und wiederherstellen. Für die Ansichten anderer und die allgemeine braucht es das CRM-Recht „Ändern der Einstellungen erlauben“. Ohne es gibt es hier „Allgemeine Ansicht“ und „Personen“ nicht.
help-limits = Grenzen
help-limits-text = Bitrix24 nimmt zwei Anfragen je Sekunde an. 1.000 Personen dauern etwa eine Minute, ein Zurücksetzen mit Sicherungen drei. Bitrix24 kann eine Ansicht nicht sperren: Was jemand in derselben Sekunde speichert, kann verloren gehen.
help-version = Version
