title = Contact card
lead = Your own arrangement of contacts’ cards, and what takes its place when you reset it.
which-view = This page cannot tell whether your contacts open with your view or with another one. You choose that in a contact’s card.
my-view = My form view
common-view = Common form view
as-it-is-now = As it is now
after-reset = After a reset
after-reset-common = After a reset: Common form view
no-own-view = You have no view of your own. This is the common view, which everybody can use.
no-view = You have no view of your own, and there is no common view. Contacts look the way Bitrix24 arranges them by itself.
reset-to-standard = There is no common view. After a reset contacts look the way Bitrix24 arranges them by itself.
common-unread = The common view could not be read.
same = The common view has the same fields in the same places.
differences = What differs from your view is marked.
moved = Moved
added = Added
changed = Changed
missing = Missing
missing-fields = Not in the common view
always = Show always
untitled = Untitled section
no-fields = No fields
field-company = Company
field-requisites = Details
field-observer = Observers
field-utm = UTM parameters
reset = Reset…
download = Download backup
undo = Undo
again = Try again
look = Look at the view
cancel = Cancel
copy = Copy
copied = Copied
installation = Installation
details = For your administrator
said = Bitrix24 said:
connecting = Connecting to Bitrix24…
reading = Reading your view…
reading-common = Reading the common view…
resetting = Resetting your view…
undoing = Putting your view back…
section-count =
    { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }
field-count =
    { $fields ->
        [one] { $fields } field
       *[other] { $fields } fields
    }
ask-reset = Reset your view?
ask-reset-text = This removes your own view, as you see it below: { section-count }, { field-count }. Contacts and their data stay as they are, and so do other people’s views. You can undo it.
confirm-reset = Reset view
ask-replace = Replace the view you have now?
ask-replace-text = After the reset you have arranged another view, as you see it below: { section-count }, { field-count }. The view of { $date } takes its place. A backup of the present one is kept.
confirm-replace = Replace view
reset-done = Your view is reset
reset-done-text = “My form view” has no arrangement of your own any more. Reload contacts that are open.
reset-done-unkept-text = The backup could not be kept: you can undo this only as long as this page is open.
undo-done = Your view is back
undo-done-text = “My form view” is arranged as before. Reload contacts that are open.
undo-offer = Your view was reset
undo-offer-text = You can still put it back as it was on { $date }.
nothing-to-reset = There is nothing to reset
nothing-to-reset-text = Your view has been reset elsewhere.
not-connected = This page has no connection to Bitrix24
not-read = Your view could not be read
not-reset = Your view was not reset
reset-unknown = It is not known whether your view was reset
not-undone = Your view was not put back
undo-unknown = It is not known whether your view is back
cause-outside = This page works inside Bitrix24. Open it there, in a contact’s card or among the applications.
cause-not-loaded = Bitrix24’s library did not load. Check your internet connection, and whether an ad blocker stops it.
cause-silent = Bitrix24 did not answer this page.
cause-offline = Your device is offline. Connect it to the internet.
cause-access-denied = Your account has no access to this part of CRM. An administrator of your Bitrix24 can give it to you.
cause-auth = Bitrix24 did not accept the application. Close this page and open it again. If that does not help, tell an administrator.
cause-scope = The application lacks a permission. An administrator can tick it in the application’s settings.
cause-rejected = Bitrix24 refused the request. Show this message to an administrator.
cause-busy = Bitrix24 has had too many requests. Wait a minute.
cause-operating-limit = Bitrix24 has blocked this for up to ten minutes, because it was used too much.
cause-unavailable = Bitrix24 is down or overloaded.
cause-plan = The plan of your Bitrix24 does not include this. Only whoever pays for it can change that.
cause-deleted = This Bitrix24 has been deleted.
cause-blocked = Bitrix24 has blocked applications, because of overload. An administrator can ask its support.
cause-network = The connection to Bitrix24 failed. Check your internet connection.
cause-timeout = Bitrix24 did not answer in time. It may be busy, or your connection is slow.
cause-unexpected-answer = Bitrix24 gave an answer that makes no sense. If it stays so, tell an administrator.
cause-no-connection = This page has lost Bitrix24. Close it and open it again.
cause-conflict = Somebody else kept changing the view at the same time.
cause-aborted = You cancelled it.
cause-fault = Something is wrong with this page. Close it and open it again. If that does not help, tell the makers of the application.

## People, comparison, runs over many people
tab-people = People
people-title = People
people-lead = Who has a view of contacts’ cards of their own. Select people to reset, replace or back up their views, or one or two to compare.
reading-people = Reading who is there…
people-unread = Not everybody could be read
nobody-there = There is nobody in this Bitrix24 whom the application may see.
nobody-found = Nobody is found.
nobody-found-yet = Nobody is found so far.
find-people = Search
find-everybody = Show everybody
department = Department
all-departments = All departments
own-only = With a view of their own only
selected-only = Selected people only
select-in-portal = Choose in Bitrix24…
select-ids = Enter IDs…
ids-hint = IDs of people, separated by anything
select-these = Select these people
ids-unknown = Not everybody was found
ids-unknown-text = Nobody has these IDs: { $ids }.
ids-none-text = There is no ID in what you entered. An ID is a number, as in the address of somebody’s profile.
selected-people =
    { $people ->
        [one] { $people } person selected
       *[other] { $people } people selected
    }
select-found =
    { $people ->
        [one] Select { $people } person found
       *[other] Select all { $people } found
    }
select-nobody = Clear selection
reset-many = Reset…
give-many = Give a view…
back-up = Back up
compare = Compare
found-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
found-part = { $read } of { $total } people have been read.
reading-views =
    { $people ->
        [one] Reading { $people } more view…
       *[other] Reading { $people } more views…
    }
views-unread = Some views could not be read
people-caption = People and their views
person = Person
select-page = select everybody on this page
column-own = Own view
column-size = Contents
column-differs = Differs from the common view
yes = Yes
no = No
not-readable = Not readable
view-size = { section-count }, { field-count }
pages = Pages of the table
previous = Previous
next = Next
page-range = { $first }–{ $last } of { $total }
find-person = Search for a person
found-persons = People found
more-people =
    { $people ->
        [one] and { $people } more
       *[other] and { $people } more
    }
other-person = Choose somebody else
give-which = Which view should they get?
compare-which = Which view should it be compared with?
source-common = The common view
source-person = The view of a person
source-backup = A view from a backup
choose-backup = Backup
accept-view = Continue
no-view-there = There is no view to choose
no-view-there-common = There is no common view: contacts look the way Bitrix24 arranges them by itself.
no-view-there-person = This person has no view of their own.
view-unread = The view could not be read
comparison = Compare
back-to-people = Back to the list
compare-other = Compare with another view…
swap = Swap sides
no-view-to-compare = No view of one’s own. Contacts look like the common view, or the way Bitrix24 arranges them by itself.
compared-same = Both have the same fields in the same places.
compared-different = What differs from the other view is marked.
missing-here = Not in this view
not-compared = The views could not be read
type-number = Type { $number } to confirm:
ask-reset-many =
    { $people ->
        [one] Reset the view of { $people } person?
       *[other] Reset the views of { $people } people?
    }
ask-reset-many-text = This removes their own views; contacts’ data stays as it is. Each view is backed up first, so that you can undo it. Who has no view of their own is left out.
confirm-reset-many = Reset views
ask-give-many =
    { $people ->
        [one] Give this view to { $people } person?
       *[other] Give this view to { $people } people?
    }
ask-give-many-text = “{ $name }” takes the place of their own views. Each of those is backed up first, so that you can undo it.
confirm-give-many = Give view
run-reset = Resetting views: { $done } of { $total }…
run-give = Giving the view: { $done } of { $total }…
run-restore = Putting views back: { $done } of { $total }…
run-back-up = Backing up views: { $done } of { $total }…
time-left = About { $time } left.
time-left-unknown = It is not known yet how long this takes.
run-not-lasting = Keep this page open: this browser keeps no backups beyond it.
run-closing = You can close this page: what was done by then can be undone here later.
run-closing-back-up = This changes nobody’s view.
stop = Stop
stop-now = Stop at once
report-reset = The views are reset
report-give = The view is given
report-restore = The views are back
report-back-up = The views are backed up
report-back-up-text = They are under “Backups”.
report-reset-incomplete = Not all views are reset
report-give-incomplete = Not everybody has the view
report-restore-incomplete = Not all views are back
report-back-up-incomplete = Not all views are backed up
report-interrupted = Begun on { $date }. The page was closed before it ended.
report-stopped = It ended early.
outcome-done =
    { $people ->
        [one] Done for { $people } person
       *[other] Done for { $people } people
    }
outcome-nothing =
    { $people ->
        [one] Nothing to do for { $people } person
       *[other] Nothing to do for { $people } people
    }
outcome-refused =
    { $people ->
        [one] Refused for { $people } person
       *[other] Refused for { $people } people
    }
outcome-unknown =
    { $people ->
        [one] Not known for { $people } person
       *[other] Not known for { $people } people
    }
outcome-left =
    { $people ->
        [one] Not done for { $people } person
       *[other] Not done for { $people } people
    }
look-again = Look again
retry-rest = Retry the rest
undo-all = Undo all
report-json = Report as JSON
report-csv = Report as CSV
close = Close
looking = Reading views…
not-undone-all = The views were not put back
ask-undo-newer =
    { $people ->
        [one] { $people } person has arranged another view since
       *[other] { $people } people have arranged other views since
    }
ask-undo-newer-text = { $names }: the earlier view takes the newer one’s place. A backup of the newer one is kept.
confirm-undo-newer = Undo for everybody
undo-others =
    { $others ->
        [one] Undo for { $others } other person only
       *[other] Undo for the { $others } others only
    }

tabs = Screens
goes-on = In progress
tab-my-view = My view
tab-common-view = Common view
tab-backups = Backups
tab-help = Help
dark = Dark colours
light = Light colours

# Common view
common-lead = The arrangement of contacts’ cards that everybody can use. Who has no view of their own has this one.
common-none = There is no common view. Contacts look the way Bitrix24 arranges them by itself.
common-to-standard = Bitrix24’s standard arrangement. People with views of their own keep them.
common-give = Use somebody’s view…
common-everyone = Set for everyone…
common-give-which = Which view should become the common one?
common-same = It has the same fields in the same places as the common view.
common-differences = What differs from the common view is marked.
common-reading = Reading the common view…
common-resetting = Resetting the common view…
common-undoing = Putting the common view back…
common-giving = Setting the common view…
common-setting = Setting the common view for everyone…
common-ask-reset = Reset the common view?
common-ask-reset-text = This removes the common view, as you see it below: { section-count }, { field-count }. Everybody without a view of their own gets Bitrix24’s standard arrangement. You can undo it.
common-ask-replace = Replace the common view of now?
common-ask-replace-text = The common view has been changed since, as you see it below: { section-count }, { field-count }. The view of { $date } takes its place. A backup of the present one is kept.
common-ask-give = Make this the common view?
common-ask-give-text = “{ $name }” takes the place of the common view. Everybody without a view of their own gets it. A backup of the common view is kept, and you can undo it.
confirm-give = Make it common
common-ask-everyone = Set the common view for everyone?
common-ask-everyone-text =
    { $people ->
        [one] { $people } person loses their own view, and gets the common one. It is backed up in this browser, and Undo puts it back; without the backup nobody can.
       *[other] { $people } people lose their own views, and get the common one. These are backed up in this browser, and Undo puts them back; without the backup nobody can.
    }
common-everyone-limits = Not backed up: which of the two views somebody had chosen, and the views of people who have left.
common-ask-everyone-nobody-text = Nobody has a view of their own. Who has chosen “My form view” gets the common one.
common-changed-meanwhile = Somebody has arranged another view meanwhile
common-changed-meanwhile-text = It is backed up as well. Look at who loses a view, and confirm once more.
common-everyone-closed = It was begun on { $date }, and the page was closed before you confirmed it. Nobody’s view was changed.
confirm-everyone = Set for everyone
save-backups = Save the backups as a file
common-reset-done = The common view is reset
common-reset-done-text = Everybody without a view of their own has Bitrix24’s standard arrangement. Reload contacts that are open.
common-undo-done = The common view is back
common-undo-done-text = It is arranged as before. Reload contacts that are open.
common-undo-offer = The common view was reset
common-undo-offer-text = You can still put it back as it was on { $date }.
common-nothing-to-reset = There is nothing to reset
common-nothing-to-reset-text = There is no common view by now.
common-given = The common view is set
common-given-text = It is “{ $name }” now. Reload contacts that are open.
common-for-everyone = Everybody has the common view
common-for-everyone-text =
    { $people ->
        [one] { $people } own view is gone. You find it under “Backups”.
       *[other] { $people } own views are gone. You find them under “Backups”.
    }
common-for-everyone-already = Everybody has the common view
common-for-everyone-already-text = Nobody had a view of their own.
common-not-read = The common view could not be read
common-not-reset = The common view was not reset
common-reset-unknown = It is not known whether the common view was reset
common-not-undone = The common view was not put back
common-undo-unknown = It is not known whether the common view is back
common-not-given = The common view was not set
common-given-unknown = It is not known whether the common view was set
common-not-for-everyone = The common view was not set for everyone
common-for-everyone-unknown = It is not known whether everybody has the common view

# Backups
backups-title = Backups
backups-lead = What was replaced or reset here is kept in this browser, for you alone. Other browsers and devices do not have it, and clearing the browser’s data removes it: save what matters as a file.
backups-not-lasting = This browser lets the page store nothing: the backups are lost when you close it. Save them as a file.
backups-of-this-page = What is below is kept only as long as this page is open. Save it as a file.
backups-unread = Your backups could not be read
backups-none = There are no backups yet. Each view is backed up before it is reset or replaced here.
backups-of-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
import = Read from a file…
save-all = Save all as a file
restore = Restore…
restore-chosen =
    { $people ->
        [one] Restore { $people } view…
       *[other] Restore { $people } views…
    }
preview = Preview
choose-people = Choose people
save = Save as a file
delete = Delete
why-reset = Before a reset
why-replaced = Before another view took its place
why-everyone = Before setting the common view for everyone
why-hand = Backed up by hand
why-import = From a file
backup-taken = As it was on { $date }.
backup-of-nothing = There was no view.
backup-foreign = This backup comes from another Bitrix24, { $portal }, and can be restored only there.
reading-backups = Reading the backups…
reading-file = Reading the file…
restoring = Restoring…
deleting = Deleting…
undoing-deletion = Keeping it after all…
ask-restore =
    { $people ->
        [one] Restore this view?
       *[other] Restore { $people } views?
    }
ask-restore-text = It is put back as it was on { $date }.
ask-restore-newer-text =
    { $newer ->
        [one] By now there is another view. The one of { $date } takes its place. A backup of the present one is kept.
       *[other] By now { $newer } people have other views. Those of { $date } take their place. Backups of them are kept.
    }
confirm-restore = Restore
restored = The view is restored
restored-text = Reload contacts that are open.
not-restored = The view was not restored
restored-unknown = It is not known whether the view is restored
imported =
    { $backups ->
        [one] { $backups } backup was read
       *[other] { $backups } backups were read
    }
imported-text =
    { $known ->
        [0] All that was in the file is in the list.
        [one] { $known } more was here already.
       *[other] { $known } more were here already.
    }
imported-foreign-text = Some come from another Bitrix24, and can be restored only there.
nothing-imported = There is nothing new in the file
nothing-imported-text =
    { $known ->
        [one] The backup in it is here already.
       *[other] All { $known } backups in it are here already.
    }
not-imported = There is no backup in the file
not-imported-text = “{ $file }” holds no view of contacts’ cards that was saved here.
deleted =
    { $backups ->
        [one] The backup is deleted
       *[other] { $backups } backups are deleted
    }
deleted-text = As long as this page is open, you can undo that.

# Help
help-title = Help
help-lead = What you can do here, who may do it, and what cannot be done.
help-view = My view
help-view-text = Shows how you have arranged contacts’ cards for yourself, and what takes its place after a reset. Reset removes your arrangement; contacts’ data is never changed. Undo puts it back, also days later. Where another view has been arranged since, you are asked first.
help-common = Common view
help-common-text = Shows the arrangement that everybody can use. You can reset it, or replace it by a view that somebody has arranged for themselves, or by one from a backup.
help-everyone = Set for everyone
help-everyone-text = Removes everybody’s own view, so that all have the common one. First everybody’s view is backed up; then you see who loses one. Undo gives everybody theirs back.
help-people = People
help-people-text = Shows who has a view of their own. You can reset the views of many people, give them a view, back them up, or compare two. You can stop at any time. The report says what has become of whom, and can be saved.
help-backups = Backups
help-backups-text = Before anything is replaced or removed here, it is kept in this browser. A backup holds sections and fields; not which of the two views somebody had chosen, and not further columns. A file with backups can be read in another browser, by you or another administrator.
help-rights = Rights
help-rights-text = Everybody with access to CRM can read, reset and restore their own view. Other people’s views and the common one take the CRM right “Allow to change settings”. Without it, “Common view” and “People” are not here.
help-limits = Limits
help-limits-text = Bitrix24 takes two requests a second. 1,000 people take about a minute, and a reset with backups three. Bitrix24 cannot lock a view: what somebody saves in the same second may be lost.
help-version = Version
