title = Contact card
lead = Your own arrangement of contacts’ cards, and what takes its place when you reset it.
which-view = This page cannot tell whether your contacts open with your view or with another one. You choose that in a contact’s card.
my-view = My form view
common-view = Common form view
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
ask-replace-text = After the reset you have arranged another view, as you see it below: { section-count }, { field-count }. It is lost when the view of { $date } takes its place.
confirm-replace = Replace view
reset-done = Your view is reset
reset-done-text = “My form view” has no arrangement of your own any more. Reload contacts that are open.
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

tabs = Screens
goes-on = In progress
tab-my-view = My view
