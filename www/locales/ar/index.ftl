title = بطاقة جهة الاتصال
lead = ترتيبك الخاص لبطاقات جهات الاتصال، وما يحل محله بعد إعادة الضبط.
which-view = لا تستطيع هذه الصفحة معرفة العرض الذي تُفتح به جهات اتصالك. يُختار العرض في بطاقة جهة الاتصال.
my-view = عرض النموذج الخاص بي
common-view = عرض النموذج العام
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
ask-replace-text = بعد إعادة الضبط رتبتَ عرضًا آخر تراه أدناه: { section-count }، { field-count }. سيُفقد عندما يحل محله العرض المحفوظ في { $date }.
confirm-replace = استبدال العرض
reset-done = أُعيد ضبط عرضك
reset-done-text = لم يعد في «عرض النموذج الخاص بي» ترتيب خاص بك. أعد تحميل جهات الاتصال المفتوحة.
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
