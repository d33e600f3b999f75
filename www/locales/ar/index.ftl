title = بطاقة جهة الاتصال
lead = ترتيبك الخاص لبطاقات جهات الاتصال، وما يحل محله بعد إعادة الضبط.
which-view = لا تستطيع هذه الصفحة معرفة العرض الذي تُفتح به جهات اتصالك. يُختار العرض في بطاقة جهة الاتصال.
my-view = عرض النموذج الخاص بي
common-view = عرض النموذج العام
as-it-is-now = كما هو الآن
after-reset = بعد إعادة الضبط
after-reset-common = بعد إعادة الضبط: عرض النموذج العام
no-own-view = ليس لديك عرض خاص بك. هذا هو العرض العام الذي يمكن للجميع استخدامه.
no-view = ليس لديك عرض خاص بك، ولا يوجد عرض عام. تظهر جهات الاتصال كما يرتبها Bitrix24 من تلقاء نفسه.
reset-to-standard = لا يوجد عرض عام. بعد إعادة الضبط تظهر جهات الاتصال كما يرتبها Bitrix24 من تلقاء نفسه.
common-unread = تعذرت قراءة العرض العام.
same = يحتوي العرض العام على الحقول نفسها في الأماكن نفسها.
differences = وُضعت علامة على ما يختلف عن عرضك.
moved = نُقل
added = أُضيف
changed = عُدِّل
missing = غير موجود
missing-fields = ليست في العرض العام
always = إظهار دائمًا
untitled = قسم بلا عنوان
no-fields = لا توجد حقول
field-company = الشركة
field-requisites = بيانات المنشأة
field-observer = المراقبون
field-utm = معلمات UTM
reset = إعادة الضبط…
download = تنزيل نسخة احتياطية
undo = تراجع
again = إعادة المحاولة
look = الاطلاع على العرض
cancel = إلغاء
copy = نسخ
copied = تم النسخ
installation = التثبيت
details = لمسؤول النظام
said = رد Bitrix24:
connecting = جارٍ الاتصال بـ Bitrix24…
reading = جارٍ قراءة عرضك…
reading-common = جارٍ قراءة العرض العام…
resetting = جارٍ إعادة ضبط عرضك…
undoing = جارٍ استعادة عرضك…
section-count =
    { $sections ->
        [zero] لا أقسام
        [one] قسم واحد
        [two] قسمان
        [few] { $sections } أقسام
        [many] { $sections } قسمًا
       *[other] { $sections } قسم
    }
field-count =
    { $fields ->
        [zero] لا حقول
        [one] حقل واحد
        [two] حقلان
        [few] { $fields } حقول
        [many] { $fields } حقلًا
       *[other] { $fields } حقل
    }
ask-reset = هل تريد إعادة ضبط عرضك؟
ask-reset-text = يُزال عرضك الخاص الذي تراه أدناه: { section-count }، { field-count }. تبقى جهات الاتصال وبياناتها كما هي، وكذلك عروض الآخرين. يمكنك التراجع عن ذلك.
confirm-reset = إعادة ضبط العرض
ask-replace = هل تريد استبدال العرض الحالي؟
ask-replace-text = بعد إعادة الضبط رتبتَ عرضًا آخر تراه أدناه: { section-count }، { field-count }. يحل محله العرض المحفوظ في { $date }. تبقى نسخة احتياطية من الحالي.
confirm-replace = استبدال العرض
reset-done = أُعيد ضبط عرضك
reset-done-text = لم يعد في «عرض النموذج الخاص بي» ترتيب خاص بك. أعد تحميل جهات الاتصال المفتوحة.
reset-done-unkept-text = تعذر الاحتفاظ بالنسخة الاحتياطية: يمكنك التراجع عن ذلك ما دامت هذه الصفحة مفتوحة فقط.
undo-done = عاد عرضك
undo-done-text = «عرض النموذج الخاص بي» مرتب كما كان. أعد تحميل جهات الاتصال المفتوحة.
undo-offer = أُعيد ضبط عرضك سابقًا
undo-offer-text = لا يزال بإمكانك استعادته كما كان في { $date }.
nothing-to-reset = لا يوجد ما يُعاد ضبطه
nothing-to-reset-text = أُعيد ضبط عرضك في مكان آخر.
not-connected = هذه الصفحة غير متصلة بـ Bitrix24
not-read = تعذرت قراءة عرضك
not-reset = لم يُعَد ضبط عرضك
reset-unknown = لا يُعرف هل أُعيد ضبط عرضك
not-undone = لم يُستعَد عرضك
undo-unknown = لا يُعرف هل عاد عرضك
cause-outside = تعمل هذه الصفحة داخل Bitrix24. افتحها هناك، في بطاقة جهة اتصال أو بين التطبيقات.
cause-not-loaded = لم تُحمَّل مكتبة Bitrix24. تحقق من اتصالك بالإنترنت ومن أن مانع الإعلانات لا يوقفها.
cause-silent = لم يرد Bitrix24 على هذه الصفحة.
cause-offline = جهازك غير متصل. صِله بالإنترنت.
cause-access-denied = ليس لحسابك وصول إلى هذا الجزء من CRM. يمكن لمسؤول Bitrix24 لديكم منحه.
cause-auth = لم يقبل Bitrix24 التطبيق. أغلق هذه الصفحة وافتحها من جديد. إن لم يفد ذلك فأبلغ مسؤولًا.
cause-scope = ينقص التطبيق إذن. يمكن لمسؤول أن يحدده في إعدادات التطبيق.
cause-rejected = رفض Bitrix24 الطلب. اعرض هذه الرسالة على مسؤول.
cause-busy = تلقى Bitrix24 طلبات كثيرة جدًا. انتظر دقيقة.
cause-operating-limit = حظر Bitrix24 هذا لمدة تصل إلى عشر دقائق بسبب كثرة الاستخدام.
cause-unavailable = Bitrix24 متوقف أو مثقل.
cause-plan = لا تشمل خطة Bitrix24 لديكم هذا. لا يغير ذلك إلا من يدفع ثمنها.
cause-deleted = حُذف Bitrix24 هذا.
cause-blocked = حظر Bitrix24 التطبيقات بسبب الحمل الزائد. يمكن لمسؤول أن يتواصل مع الدعم.
cause-network = فشل الاتصال بـ Bitrix24. تحقق من اتصالك بالإنترنت.
cause-timeout = لم يرد Bitrix24 في الوقت المناسب. قد يكون مشغولًا أو اتصالك بطيئًا.
cause-unexpected-answer = أعطى Bitrix24 ردًا غير مفهوم. إن تكرر ذلك فأبلغ مسؤولًا.
cause-no-connection = فقدت هذه الصفحة Bitrix24. أغلقها وافتحها من جديد.
cause-conflict = كان شخص آخر يغير العرض في الوقت نفسه.
cause-aborted = لقد ألغيت ذلك.
cause-fault = حدث خطأ في هذه الصفحة. أغلقها وافتحها من جديد. إن لم يفد ذلك فأبلغ صانعي التطبيق.

tabs = الشاشات
goes-on = قيد التنفيذ
tab-my-view = عرضي

## People, comparison, runs over many people
tab-people = الأشخاص
people-title = الأشخاص
people-lead = من لديه عرض خاص به لبطاقات جهات الاتصال. حدد أشخاصًا لإعادة ضبط عروضهم أو استبدالها أو نسخها احتياطيًا، أو شخصًا أو شخصين للمقارنة.
reading-people = جارٍ قراءة الأشخاص…
people-unread = تعذرت قراءة جميع الأشخاص
nobody-there = لا يوجد في Bitrix24 هذا أحد يمكن للتطبيق رؤيته.
nobody-found = لم يُعثر على أحد.
nobody-found-yet = لم يُعثر على أحد حتى الآن.
find-people = بحث
find-everybody = إظهار الجميع
department = القسم
all-departments = جميع الأقسام
own-only = من لديهم عرض خاص فقط
selected-only = المحددون فقط
select-in-portal = الاختيار في Bitrix24…
select-ids = إدخال المعرّفات…
ids-hint = معرّفات الأشخاص، يفصل بينها أي شيء
select-these = تحديد هؤلاء
ids-unknown = لم يُعثر على الجميع
ids-unknown-text = لا أحد لديه هذه المعرّفات: { $ids }.
ids-none-text = لا يوجد معرّف فيما أدخلته. المعرّف رقم، كما في عنوان ملف الشخص.
selected-people =
    { $people ->
        [zero] لم يُحدَّد أحد
        [one] حُدِّد شخص واحد
        [two] حُدِّد شخصان
        [few] حُدِّد { $people } أشخاص
        [many] حُدِّد { $people } شخصًا
       *[other] حُدِّد { $people } شخص
    }
select-found =
    { $people ->
        [zero] تحديد من عُثر عليهم
        [one] تحديد الشخص الذي عُثر عليه
        [two] تحديد الشخصين اللذين عُثر عليهما
        [few] تحديد جميع من عُثر عليهم: { $people }
        [many] تحديد جميع من عُثر عليهم: { $people }
       *[other] تحديد جميع من عُثر عليهم: { $people }
    }
select-nobody = مسح التحديد
reset-many = إعادة الضبط…
give-many = منح عرض…
back-up = نسخ احتياطي
compare = مقارنة
found-people =
    { $people ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $people } أشخاص
        [many] { $people } شخصًا
       *[other] { $people } شخص
    }
found-part = قُرئ { $read } من { $total }.
reading-views =
    { $people ->
        [zero] لا عروض أخرى للقراءة…
        [one] جارٍ قراءة عرض آخر…
        [two] جارٍ قراءة عرضين آخرين…
        [few] جارٍ قراءة { $people } عروض أخرى…
        [many] جارٍ قراءة { $people } عرضًا آخر…
       *[other] جارٍ قراءة { $people } عرض آخر…
    }
views-unread = تعذرت قراءة بعض العروض
people-caption = الأشخاص وعروضهم
person = الشخص
select-page = تحديد الجميع في هذه الصفحة
column-own = عرض خاص
column-size = المحتوى
column-differs = يختلف عن العرض العام
yes = نعم
no = لا
not-readable = لا يمكن قراءته
view-size = { section-count }، { field-count }
pages = صفحات الجدول
previous = السابقة
next = التالية
page-range = { $first }–{ $last } من { $total }
find-person = البحث عن شخص
found-persons = الأشخاص الذين عُثر عليهم
more-people =
    { $people ->
        [zero] ولا أحد غيرهم
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{ $people } آخرون
        [many] و{ $people } آخر
       *[other] و{ $people } آخر
    }
other-person = اختيار شخص آخر
give-which = أي عرض ينبغي أن يحصلوا عليه؟
compare-which = بأي عرض تريد المقارنة؟
source-common = العرض العام
source-person = عرض شخص
source-backup = عرض من نسخة احتياطية
choose-backup = النسخة الاحتياطية
accept-view = متابعة
no-view-there = لا يوجد عرض هناك
no-view-there-common = لا يوجد عرض عام: تظهر جهات الاتصال كما يرتبها Bitrix24 من تلقاء نفسه.
no-view-there-person = ليس لدى هذا الشخص عرض خاص به.
view-unread = تعذرت قراءة العرض
comparison = مقارنة
back-to-people = العودة إلى القائمة
compare-other = المقارنة بعرض آخر…
swap = تبديل الجانبين
no-view-to-compare = لا يوجد عرض خاص. تظهر جهات الاتصال كما في العرض العام أو كما يرتبها Bitrix24 من تلقاء نفسه.
compared-same = يحتوي كلاهما على الحقول نفسها في الأماكن نفسها.
compared-different = وُضعت علامة على ما يختلف عن العرض الآخر.
missing-here = ليست في هذا العرض
not-compared = تعذرت قراءة العروض
type-number = اكتب { $number } للتأكيد:
ask-reset-many =
    { $people ->
        [zero] ألا تريد إعادة ضبط عرض أحد؟
        [one] هل تريد إعادة ضبط عرض شخص واحد؟
        [two] هل تريد إعادة ضبط عرضي شخصين؟
        [few] هل تريد إعادة ضبط عروض { $people } أشخاص؟
        [many] هل تريد إعادة ضبط عروض { $people } شخصًا؟
       *[other] هل تريد إعادة ضبط عروض { $people } شخص؟
    }
ask-reset-many-text = تُزال عروضهم الخاصة، وتبقى بيانات جهات الاتصال كما هي. تُحفظ أولًا نسخة احتياطية من كل عرض، فيمكنك التراجع عن ذلك. من ليس لديه عرض خاص لا يتأثر.
confirm-reset-many = إعادة ضبط العروض
ask-give-many =
    { $people ->
        [zero] ألا تريد منح هذا العرض لأحد؟
        [one] هل تريد منح هذا العرض لشخص واحد؟
        [two] هل تريد منح هذا العرض لشخصين؟
        [few] هل تريد منح هذا العرض لـ { $people } أشخاص؟
        [many] هل تريد منح هذا العرض لـ { $people } شخصًا؟
       *[other] هل تريد منح هذا العرض لـ { $people } شخص؟
    }
ask-give-many-text = يحل «{ $name }» محل عروضهم الخاصة. تُحفظ أولًا نسخة احتياطية من كل منها، فيمكنك التراجع عن ذلك.
confirm-give-many = منح العرض
run-reset = جارٍ إعادة ضبط العروض: { $done } من { $total }…
run-give = جارٍ منح العرض: { $done } من { $total }…
run-restore = جارٍ استعادة العروض: { $done } من { $total }…
run-back-up = جارٍ نسخ العروض احتياطيًا: { $done } من { $total }…
time-left = الوقت المتبقي نحو { $time }.
time-left-unknown = لا يُعرف بعد كم سيستغرق ذلك.
run-not-lasting = أبقِ هذه الصفحة مفتوحة: لا يحتفظ هذا المتصفح بالنسخ الاحتياطية بعدها.
run-closing = يمكنك إغلاق هذه الصفحة: ما أُنجز حتى ذلك الحين يمكن التراجع عنه هنا لاحقًا.
run-closing-back-up = لا يغيّر هذا عرض أحد.
stop = إيقاف
stop-now = إيقاف فورًا
report-reset = أُعيد ضبط العروض
report-give = مُنح العرض
report-restore = عادت العروض
report-back-up = نُسخت العروض احتياطيًا
report-back-up-text = تجدها ضمن «النسخ الاحتياطية».
report-reset-incomplete = لم يُعَد ضبط جميع العروض
report-give-incomplete = لم يحصل الجميع على العرض
report-restore-incomplete = لم تعد جميع العروض
report-back-up-incomplete = لم تُنسخ جميع العروض احتياطيًا
report-interrupted = بدأ في { $date }، وأُغلقت الصفحة قبل أن ينتهي.
report-stopped = انتهى ذلك قبل أوانه.
outcome-done =
    { $people ->
        [zero] تم: لا أحد
        [one] تم: شخص واحد
        [two] تم: شخصان
        [few] تم: { $people } أشخاص
        [many] تم: { $people } شخصًا
       *[other] تم: { $people } شخص
    }
outcome-nothing =
    { $people ->
        [zero] لا شيء يلزم فعله: لا أحد
        [one] لا شيء يلزم فعله: شخص واحد
        [two] لا شيء يلزم فعله: شخصان
        [few] لا شيء يلزم فعله: { $people } أشخاص
        [many] لا شيء يلزم فعله: { $people } شخصًا
       *[other] لا شيء يلزم فعله: { $people } شخص
    }
outcome-refused =
    { $people ->
        [zero] رُفض: لا أحد
        [one] رُفض: شخص واحد
        [two] رُفض: شخصان
        [few] رُفض: { $people } أشخاص
        [many] رُفض: { $people } شخصًا
       *[other] رُفض: { $people } شخص
    }
outcome-unknown =
    { $people ->
        [zero] غير معروف: لا أحد
        [one] غير معروف: شخص واحد
        [two] غير معروف: شخصان
        [few] غير معروف: { $people } أشخاص
        [many] غير معروف: { $people } شخصًا
       *[other] غير معروف: { $people } شخص
    }
outcome-left =
    { $people ->
        [zero] لم يتم: لا أحد
        [one] لم يتم: شخص واحد
        [two] لم يتم: شخصان
        [few] لم يتم: { $people } أشخاص
        [many] لم يتم: { $people } شخصًا
       *[other] لم يتم: { $people } شخص
    }
look-again = الاطلاع مجددًا
retry-rest = إعادة المحاولة للباقين
undo-all = التراجع عن الكل
report-json = تقرير بصيغة JSON
report-csv = تقرير بصيغة CSV
close = إغلاق
looking = جارٍ قراءة العروض…
not-undone-all = لم تُستعَد العروض
ask-undo-newer =
    { $people ->
        [zero] لم يرتب أحد عرضًا آخر منذ ذلك الحين
        [one] رتب شخص واحد عرضًا آخر منذ ذلك الحين
        [two] رتب شخصان عرضين آخرين منذ ذلك الحين
        [few] رتب { $people } أشخاص عروضًا أخرى منذ ذلك الحين
        [many] رتب { $people } شخصًا عروضًا أخرى منذ ذلك الحين
       *[other] رتب { $people } شخص عروضًا أخرى منذ ذلك الحين
    }
ask-undo-newer-text = { $names }: يحل العرض السابق محل الأحدث. تبقى نسخة احتياطية من الأحدث.
confirm-undo-newer = التراجع للجميع
undo-others =
    { $others ->
        [zero] التراجع للباقين فقط
        [one] التراجع للشخص الآخر فقط
        [two] التراجع للشخصين الآخرين فقط
        [few] التراجع للباقين فقط: { $others }
        [many] التراجع للباقين فقط: { $others }
       *[other] التراجع للباقين فقط: { $others }
    }
tab-common-view = العرض العام
tab-backups = النسخ الاحتياطية
tab-help = المساعدة
dark = ألوان داكنة
light = ألوان فاتحة

# Common view
common-lead = ترتيب بطاقات جهات الاتصال الذي يمكن للجميع استخدامه. من ليس لديه عرض خاص به لديه هذا العرض.
common-none = لا يوجد عرض عام. تظهر جهات الاتصال كما يرتبها Bitrix24 من تلقاء نفسه.
common-to-standard = الترتيب القياسي في Bitrix24. تبقى العروض الخاصة بالأشخاص كما هي.
common-give = استخدام عرض شخص…
common-everyone = التعيين للجميع…
common-give-which = أي عرض ينبغي أن يصبح العرض العام؟
common-same = يحتوي على الحقول نفسها في الأماكن نفسها كالعرض العام.
common-differences = وُضعت علامة على ما يختلف عن العرض العام.
common-reading = جارٍ قراءة العرض العام…
common-resetting = جارٍ إعادة ضبط العرض العام…
common-undoing = جارٍ استعادة العرض العام…
common-giving = جارٍ تعيين العرض العام…
common-setting = جارٍ تعيين العرض العام للجميع…
common-ask-reset = هل تريد إعادة ضبط العرض العام؟
common-ask-reset-text = يُزال العرض العام الذي تراه أدناه: { section-count }، { field-count }. يحصل كل من ليس لديه عرض خاص به على الترتيب القياسي في Bitrix24. يمكنك التراجع عن ذلك.
common-ask-replace = هل تريد استبدال العرض العام الحالي؟
common-ask-replace-text = تغيّر العرض العام منذ ذلك الحين، وتراه أدناه: { section-count }، { field-count }. يحل محله العرض المحفوظ في { $date }. تبقى نسخة احتياطية من الحالي.
common-ask-give = هل تريد جعل هذا هو العرض العام؟
common-ask-give-text = يحل «{ $name }» محل العرض العام، ويحصل عليه كل من ليس لديه عرض خاص به. تبقى نسخة احتياطية من العرض العام، ويمكنك التراجع عن ذلك.
confirm-give = جعله عامًا
common-ask-everyone = هل تريد تعيين العرض العام للجميع؟
common-ask-everyone-text =
    { $people ->
        [zero] لا يفقد أحد ({ $people }) عرضه الخاص. العروض محفوظة في هذا المتصفح، و«تراجع» يستعيدها؛ ولا يستطيع أحد ذلك من دون النسخ الاحتياطية.
        [one] يفقد شخص واحد ({ $people }) عرضه الخاص ويحصل على العرض العام. العرض محفوظ في هذا المتصفح، و«تراجع» يستعيده؛ ولا يستطيع أحد ذلك من دون النسخة الاحتياطية.
        [two] يفقد شخصان ({ $people }) عرضيهما الخاصين ويحصلان على العرض العام. العرضان محفوظان في هذا المتصفح، و«تراجع» يستعيدهما؛ ولا يستطيع أحد ذلك من دون النسخ الاحتياطية.
        [few] يفقد { $people } أشخاص عروضهم الخاصة ويحصلون على العرض العام. العروض محفوظة في هذا المتصفح، و«تراجع» يستعيدها؛ ولا يستطيع أحد ذلك من دون النسخ الاحتياطية.
        [many] يفقد { $people } شخصًا عروضهم الخاصة ويحصلون على العرض العام. العروض محفوظة في هذا المتصفح، و«تراجع» يستعيدها؛ ولا يستطيع أحد ذلك من دون النسخ الاحتياطية.
       *[other] يفقد { $people } شخص عروضهم الخاصة ويحصلون على العرض العام. العروض محفوظة في هذا المتصفح، و«تراجع» يستعيدها؛ ولا يستطيع أحد ذلك من دون النسخ الاحتياطية.
    }
common-everyone-limits = لا يُنسخ احتياطيًا: أيُّ العرضين كان مختارًا، وعروض من غادروا الشركة.
common-ask-everyone-nobody-text = ليس لدى أحد عرض خاص به. من اختار «عرض النموذج الخاص بي» يحصل على العرض العام.
common-changed-meanwhile = رتّب أحدهم عرضًا آخر في هذه الأثناء
common-changed-meanwhile-text = نُسخ هو أيضًا احتياطيًا. انظر من سيفقد عرضه، وأكّد مرة أخرى.
common-everyone-closed = بدأ في { $date }، وأُغلقت الصفحة قبل أن تؤكده. لم يتغير عرض أحد.
confirm-everyone = التعيين للجميع
save-backups = حفظ النسخ الاحتياطية في ملف
common-reset-done = أُعيد ضبط العرض العام
common-reset-done-text = لدى كل من ليس له عرض خاص به الترتيب القياسي في Bitrix24. أعد تحميل جهات الاتصال المفتوحة.
common-undo-done = عاد العرض العام
common-undo-done-text = هو مرتب كما كان. أعد تحميل جهات الاتصال المفتوحة.
common-undo-offer = أُعيد ضبط العرض العام
common-undo-offer-text = لا يزال بإمكانك استعادته كما كان في { $date }.
common-nothing-to-reset = لا يوجد ما يُعاد ضبطه
common-nothing-to-reset-text = لم يعد هناك عرض عام.
common-given = عُيّن العرض العام
common-given-text = هو الآن «{ $name }». أعد تحميل جهات الاتصال المفتوحة.
common-for-everyone = لدى الجميع العرض العام
common-for-everyone-text =
    { $people ->
        [zero] لم يُزل أي عرض خاص ({ $people }). تجد العروض ضمن «النسخ الاحتياطية».
        [one] أُزيل عرض خاص واحد ({ $people }). تجده ضمن «النسخ الاحتياطية».
        [two] أُزيل عرضان خاصان ({ $people }). تجدهما ضمن «النسخ الاحتياطية».
        [few] أُزيلت { $people } عروض خاصة. تجدها ضمن «النسخ الاحتياطية».
        [many] أُزيل { $people } عرضًا خاصًا. تجدها ضمن «النسخ الاحتياطية».
       *[other] أُزيل { $people } عرض خاص. تجدها ضمن «النسخ الاحتياطية».
    }
common-for-everyone-already = لدى الجميع العرض العام
common-for-everyone-already-text = لم يكن لدى أحد عرض خاص به.
common-not-read = تعذرت قراءة العرض العام
common-not-reset = لم يُعَد ضبط العرض العام
common-reset-unknown = لا يُعرف هل أُعيد ضبط العرض العام
common-not-undone = لم يُستعَد العرض العام
common-undo-unknown = لا يُعرف هل عاد العرض العام
common-not-given = لم يُعيَّن العرض العام
common-given-unknown = لا يُعرف هل عُيّن العرض العام
common-not-for-everyone = لم يُعيَّن العرض العام للجميع
common-for-everyone-unknown = لا يُعرف هل لدى الجميع العرض العام

# Backups
backups-title = النسخ الاحتياطية
backups-lead = ما استُبدل أو أُعيد ضبطه هنا محفوظ في هذا المتصفح، لك وحدك. لا يوجد في متصفحات وأجهزة أخرى، ومسح بيانات المتصفح يزيله: احفظ المهم في ملف.
backups-not-lasting = لا يسمح هذا المتصفح للصفحة بحفظ شيء: تُفقد النسخ الاحتياطية عند إغلاقها. احفظها في ملف.
backups-of-this-page = ما في الأسفل محفوظ ما دامت هذه الصفحة مفتوحة فقط. احفظه في ملف.
backups-unread = تعذرت قراءة نسخك الاحتياطية
backups-none = لا توجد نسخ احتياطية بعد. يُحفظ كل عرض قبل إعادة ضبطه أو استبداله هنا.
backups-of-people =
    { $people ->
        [zero] لا أحد ({ $people })
        [one] شخص واحد ({ $people })
        [two] شخصان ({ $people })
        [few] { $people } أشخاص
        [many] { $people } شخصًا
       *[other] { $people } شخص
    }
import = القراءة من ملف…
save-all = حفظ الكل في ملف
restore = استعادة…
restore-chosen =
    { $people ->
        [zero] عدم استعادة أي عرض ({ $people })…
        [one] استعادة عرض واحد ({ $people })…
        [two] استعادة عرضين ({ $people })…
        [few] استعادة { $people } عروض…
        [many] استعادة { $people } عرضًا…
       *[other] استعادة { $people } عرض…
    }
preview = معاينة
choose-people = اختيار أشخاص
save = حفظ في ملف
delete = حذف
why-reset = قبل إعادة الضبط
why-replaced = قبل أن يحل محله عرض آخر
why-everyone = قبل تعيين العرض العام للجميع
why-hand = نُسخ يدويًا
why-import = من ملف
backup-taken = كما كان في { $date }.
backup-of-nothing = لم يكن هناك عرض.
backup-foreign = هذه النسخة من Bitrix24 آخر، { $portal }، ولا يمكن استعادتها إلا هناك.
reading-backups = جارٍ قراءة النسخ الاحتياطية…
reading-file = جارٍ قراءة الملف…
restoring = جارٍ الاستعادة…
deleting = جارٍ الحذف…
undoing-deletion = جارٍ التراجع عن الحذف…
ask-restore =
    { $people ->
        [zero] ألا تريد استعادة أي عرض ({ $people })؟
        [one] هل تريد استعادة هذا العرض؟
        [two] هل تريد استعادة عرضين ({ $people })؟
        [few] هل تريد استعادة { $people } عروض؟
        [many] هل تريد استعادة { $people } عرضًا؟
       *[other] هل تريد استعادة { $people } عرض؟
    }
ask-restore-text = يعود كما كان في { $date }.
ask-restore-newer-text =
    { $newer ->
        [zero] ليس لدى أحد ({ $newer }) عرض آخر الآن. تحل العروض المحفوظة في { $date } محلها. تبقى نسخ احتياطية من الحالية.
        [one] هناك عرض آخر الآن. يحل محله العرض المحفوظ في { $date }. تبقى نسخة احتياطية من الحالي.
        [two] لدى شخصين ({ $newer }) عرضان آخران الآن. تحل محلهما العروض المحفوظة في { $date }. تبقى نسخ احتياطية من الحالية.
        [few] لدى { $newer } أشخاص عروض أخرى الآن. تحل محلها العروض المحفوظة في { $date }. تبقى نسخ احتياطية من الحالية.
        [many] لدى { $newer } شخصًا عروض أخرى الآن. تحل محلها العروض المحفوظة في { $date }. تبقى نسخ احتياطية من الحالية.
       *[other] لدى { $newer } شخص عروض أخرى الآن. تحل محلها العروض المحفوظة في { $date }. تبقى نسخ احتياطية من الحالية.
    }
confirm-restore = استعادة
restored = استُعيد العرض
restored-text = أعد تحميل جهات الاتصال المفتوحة.
not-restored = لم يُستعَد العرض
restored-unknown = لا يُعرف هل استُعيد العرض
imported =
    { $backups ->
        [zero] لم تُقرأ أي نسخة احتياطية ({ $backups })
        [one] قُرئت نسخة احتياطية واحدة ({ $backups })
        [two] قُرئت نسختان احتياطيتان ({ $backups })
        [few] قُرئت { $backups } نسخ احتياطية
        [many] قُرئت { $backups } نسخة احتياطية
       *[other] قُرئت { $backups } نسخة احتياطية
    }
imported-text =
    { $known ->
        [0] كل ما كان في الملف موجود في القائمة.
        [one] نسخة أخرى ({ $known }) كانت هنا من قبل.
        [two] نسختان أخريان ({ $known }) كانتا هنا من قبل.
        [few] { $known } نسخ أخرى كانت هنا من قبل.
        [many] { $known } نسخة أخرى كانت هنا من قبل.
       *[other] { $known } نسخة أخرى كانت هنا من قبل.
    }
imported-foreign-text = بعضها من Bitrix24 آخر، ولا يمكن استعادته إلا هناك.
nothing-imported = لا جديد في الملف
nothing-imported-text =
    { $known ->
        [one] النسخة الاحتياطية التي فيه موجودة هنا من قبل.
        [two] النسختان الاحتياطيتان اللتان فيه موجودتان هنا من قبل.
        [few] النسخ الاحتياطية التي فيه ({ $known }) موجودة هنا من قبل.
        [many] النسخ الاحتياطية التي فيه ({ $known }) موجودة هنا من قبل.
       *[other] النسخ الاحتياطية التي فيه ({ $known }) موجودة هنا من قبل.
    }
not-imported = لا توجد نسخة احتياطية في الملف
not-imported-text = لا يحتوي «{ $file }» على عرض لبطاقة جهة اتصال محفوظ هنا.
deleted =
    { $backups ->
        [zero] لم تُحذف أي نسخة احتياطية ({ $backups })
        [one] حُذفت النسخة الاحتياطية
        [two] حُذفت نسختان احتياطيتان ({ $backups })
        [few] حُذفت { $backups } نسخ احتياطية
        [many] حُذفت { $backups } نسخة احتياطية
       *[other] حُذفت { $backups } نسخة احتياطية
    }
deleted-text = ما دامت هذه الصفحة مفتوحة، يمكنك التراجع عن ذلك.

# Help
help-title = المساعدة
help-lead = ما يمكنك فعله هنا، ومن يحق له ذلك، وما لا يمكن فعله.
help-view = عرضي
help-view-text = يُظهر كيف رتبتَ بطاقات جهات الاتصال لنفسك وما يحل محله بعد إعادة الضبط. تزيل إعادة الضبط ترتيبك؛ ولا تتغير بيانات جهات الاتصال أبدًا. يستعيده «تراجع»، حتى بعد أيام. إن رُتّب عرض آخر منذ ذلك الحين، تُسأل أولًا.
help-common = العرض العام
help-common-text = يُظهر الترتيب الذي يمكن للجميع استخدامه. يمكنك إعادة ضبطه أو استبداله بعرض رتبه شخص لنفسه، أو بعرض من نسخة احتياطية.
help-everyone = التعيين للجميع
help-everyone-text = يزيل العروض الخاصة بالجميع، فيكون لدى الجميع العرض العام. تُنسخ عروض الجميع احتياطيًا أولًا؛ ثم ترى من يفقد عرضه. يعيد «تراجع» لكل شخص عرضه.
help-people = الأشخاص
help-people-text = يُظهر من لديه عرض خاص به. يمكنك إعادة ضبط عروض أشخاص كثيرين أو استبدالها أو نسخها احتياطيًا، أو مقارنة عرضين. يمكنك الإيقاف في أي وقت. يذكر التقرير ما آل إليه كل شخص، ويمكن حفظه.
help-backups = النسخ الاحتياطية
help-backups-text = قبل استبدال أي شيء أو إزالته هنا، يُحفظ في هذا المتصفح. تحتوي النسخة على الأقسام والحقول؛ لا على أيّ العرضين كان مختارًا، ولا على أعمدة أخرى. يمكنك أنت أو مسؤول آخر قراءة ملف النسخ في متصفح آخر.
help-rights = الصلاحيات
help-rights-text = كل من لديه وصول إلى CRM يمكنه قراءة عرضه وإعادة ضبطه واستعادته. تتطلب عروض الآخرين والعرض العام صلاحية CRM «السماح بتغيير الإعدادات». من دونها لا يوجد «العرض العام» و«الأشخاص» هنا.
help-limits = الحدود
help-limits-text = يقبل Bitrix24 طلبين في الثانية. يستغرق 1000 شخص نحو دقيقة، وإعادة الضبط مع النسخ ثلاث دقائق. لا يستطيع Bitrix24 قفل العرض: ما يحفظه شخص في الثانية نفسها قد يُفقد.
help-version = الإصدار
