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
