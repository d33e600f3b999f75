title = Kişi kartı
lead = Kişi kartları için kendi düzeniniz ve sıfırlamadan sonra onun yerini alacak olan.
which-view = Bu sayfa, kişilerinizin hangi görünümle açıldığını bilemez. Görünüm, kişinin kartında seçilir.
my-view = Benim form görünümüm
common-view = Ortak form görünümü
as-it-is-now = Şu anki hâli
after-reset = Sıfırlamadan sonra
after-reset-common = Sıfırlamadan sonra: Ortak form görünümü
no-own-view = Kendinize ait bir görünümünüz yok. Bu, herkesin kullanabildiği ortak görünümdür.
no-view = Kendinize ait bir görünümünüz ve ortak bir görünüm yok. Kişiler, Bitrix24’ün kendi düzeniyle görünür.
reset-to-standard = Ortak görünüm yok. Sıfırlamadan sonra kişiler, Bitrix24’ün kendi düzeniyle görünür.
common-unread = Ortak görünüm okunamadı.
same = Ortak görünümde aynı alanlar aynı yerlerdedir.
differences = Görünümünüzden farklı olanlar işaretlidir.
moved = Taşındı
added = Eklendi
changed = Değişti
missing = Eksik
missing-fields = Ortak görünümde olmayanlar
always = Her zaman göster
untitled = Başlıksız bölüm
no-fields = Alan yok
field-company = Şirket
field-requisites = Firma bilgileri
field-observer = Gözlemciler
field-utm = UTM parametreleri
reset = Sıfırla…
download = Yedeği indir
undo = Geri al
again = Yeniden dene
look = Görünüme bak
cancel = İptal
copy = Kopyala
copied = Kopyalandı
installation = Kurulum
details = Yöneticiniz için
said = Bitrix24’ün yanıtı:
connecting = Bitrix24’e bağlanılıyor…
reading = Görünümünüz okunuyor…
reading-common = Ortak görünüm okunuyor…
resetting = Görünümünüz sıfırlanıyor…
undoing = Görünümünüz geri getiriliyor…
section-count =
    { $sections ->
        [one] { $sections } bölüm
       *[other] { $sections } bölüm
    }
field-count =
    { $fields ->
        [one] { $fields } alan
       *[other] { $fields } alan
    }
ask-reset = Görünümünüz sıfırlansın mı?
ask-reset-text = Aşağıda gördüğünüz kendi görünümünüz kaldırılır: { section-count }, { field-count }. Kişiler ve verileri olduğu gibi kalır, başkalarının görünümleri de. Bunu geri alabilirsiniz.
confirm-reset = Görünümü sıfırla
ask-replace = Şimdiki görünüm değiştirilsin mi?
ask-replace-text = Sıfırlamadan sonra aşağıda gördüğünüz başka bir görünüm düzenlediniz: { section-count }, { field-count }. { $date } tarihli görünüm onun yerini alır. Şu ankinin yedeği saklanır.
confirm-replace = Görünümü değiştir
reset-done = Görünümünüz sıfırlandı
reset-done-text = “Benim form görünümüm” artık kendi düzeninizi içermiyor. Açık olan kişileri yeniden yükleyin.
reset-done-unkept-text = Yedek saklanamadı: bunu yalnızca bu sayfa açıkken geri alabilirsiniz.
undo-done = Görünümünüz geri geldi
undo-done-text = “Benim form görünümüm” önceki gibi düzenlendi. Açık olan kişileri yeniden yükleyin.
undo-offer = Görünümünüz sıfırlanmıştı
undo-offer-text = Onu { $date } tarihindeki hâliyle hâlâ geri getirebilirsiniz.
nothing-to-reset = Sıfırlanacak bir şey yok
nothing-to-reset-text = Görünümünüz başka bir yerde sıfırlanmış.
not-connected = Bu sayfanın Bitrix24 ile bağlantısı yok
not-read = Görünümünüz okunamadı
not-reset = Görünümünüz sıfırlanmadı
reset-unknown = Görünümünüzün sıfırlanıp sıfırlanmadığı bilinmiyor
not-undone = Görünümünüz geri getirilmedi
undo-unknown = Görünümünüzün geri gelip gelmediği bilinmiyor
cause-outside = Bu sayfa Bitrix24 içinde çalışır. Orada, bir kişinin kartında veya uygulamalar arasında açın.
cause-not-loaded = Bitrix24’ün kitaplığı yüklenmedi. İnternet bağlantınızı ve bir reklam engelleyicinin onu durdurup durdurmadığını denetleyin.
cause-silent = Bitrix24 bu sayfaya yanıt vermedi.
cause-offline = Cihazınız çevrimdışı. İnternete bağlayın.
cause-access-denied = Hesabınızın CRM’in bu bölümüne erişimi yok. Bitrix24’ünüzün bir yöneticisi erişim verebilir.
cause-auth = Bitrix24 uygulamayı kabul etmedi. Bu sayfayı kapatıp yeniden açın. Yardımcı olmazsa bir yöneticiye bildirin.
cause-scope = Uygulamanın bir izni eksik. Bir yönetici bunu uygulamanın ayarlarında işaretleyebilir.
cause-rejected = Bitrix24 isteği reddetti. Bu iletiyi bir yöneticiye gösterin.
cause-busy = Bitrix24’e çok fazla istek geldi. Bir dakika bekleyin.
cause-operating-limit = Bitrix24, çok kullanıldığı için bunu en fazla on dakika engelledi.
cause-unavailable = Bitrix24 çalışmıyor veya aşırı yüklü.
cause-plan = Bitrix24’ünüzün tarifesi bunu içermiyor. Bunu yalnızca ödemesini yapan kişi değiştirebilir.
cause-deleted = Bu Bitrix24 silinmiş.
cause-blocked = Bitrix24 aşırı yük nedeniyle uygulamaları engelledi. Bir yönetici desteğe başvurabilir.
cause-network = Bitrix24 bağlantısı başarısız oldu. İnternet bağlantınızı denetleyin.
cause-timeout = Bitrix24 zamanında yanıt vermedi. Meşgul veya bağlantınız yavaş olabilir.
cause-unexpected-answer = Bitrix24 anlaşılmayan bir yanıt verdi. Sürerse bir yöneticiye bildirin.
cause-no-connection = Bu sayfa Bitrix24’ü yitirdi. Kapatıp yeniden açın.
cause-conflict = Aynı anda başka biri görünümü değiştiriyordu.
cause-aborted = İptal ettiniz.
cause-fault = Bu sayfada bir sorun var. Kapatıp yeniden açın. Yardımcı olmazsa uygulamayı yapanlara bildirin.

tabs = Ekranlar
goes-on = Sürüyor
tab-my-view = Görünümüm

## People, comparison, runs over many people
tab-people = Çalışanlar
people-title = Çalışanlar
people-lead = Kişi kartları için kimin kendi görünümü var. Görünümlerini sıfırlamak, değiştirmek veya yedeklemek için çalışanları, karşılaştırmak için bir veya ikisini seçin.
reading-people = Çalışanlar okunuyor…
people-unread = Çalışanların hepsi okunamadı
nobody-there = Bu Bitrix24’te uygulamanın görebileceği kimse yok.
nobody-found = Kimse bulunamadı.
nobody-found-yet = Şimdilik kimse bulunamadı.
find-people = Ara
find-everybody = Herkesi göster
department = Departman
all-departments = Tüm departmanlar
own-only = Yalnızca kendi görünümü olanlar
selected-only = Yalnızca seçilenler
select-in-portal = Bitrix24’te seç…
select-ids = Kimlik gir…
ids-hint = Çalışanların kimlik numaraları, herhangi bir ayırıcıyla
select-these = Bunları seç
ids-unknown = Hepsi bulunamadı
ids-unknown-text = Bu kimlik numaraları kimsede yok: { $ids }.
ids-none-text = Girdiğiniz metinde kimlik numarası yok. Kimlik, bir profilin adresindeki gibi bir sayıdır.
selected-people =
    { $people ->
        [one] { $people } çalışan seçildi
       *[other] { $people } çalışan seçildi
    }
select-found =
    { $people ->
        [one] Bulunan { $people } çalışanı seç
       *[other] Bulunan { $people } çalışanı seç
    }
select-nobody = Seçimi temizle
reset-many = Sıfırla…
give-many = Görünüm ver…
back-up = Yedekle
compare = Karşılaştır
found-people =
    { $people ->
        [one] { $people } çalışan
       *[other] { $people } çalışan
    }
found-part = { $total } çalışandan { $read } tanesi okundu.
reading-views =
    { $people ->
        [one] { $people } görünüm daha okunuyor…
       *[other] { $people } görünüm daha okunuyor…
    }
views-unread = Bazı görünümler okunamadı
people-caption = Çalışanlar ve görünümleri
person = Çalışan
select-page = bu sayfadaki herkesi seç
column-own = Kendi görünümü
column-size = İçeriği
column-differs = Ortak görünümden farklı
yes = Evet
no = Hayır
not-readable = Okunamıyor
view-size = { section-count }, { field-count }
pages = Tablonun sayfaları
previous = Önceki
next = Sonraki
page-range = { $first }–{ $last } / { $total }
find-person = Çalışan ara
found-persons = Bulunan çalışanlar
more-people =
    { $people ->
        [one] ve { $people } kişi daha
       *[other] ve { $people } kişi daha
    }
other-person = Başka birini seç
give-which = Hangi görünümü alsınlar?
compare-which = Hangi görünümle karşılaştırılsın?
source-common = Ortak görünüm
source-person = Bir çalışanın görünümü
source-backup = Bir yedekteki görünüm
choose-backup = Yedek
accept-view = Devam
no-view-there = Orada görünüm yok
no-view-there-common = Ortak görünüm yok: kişiler, Bitrix24’ün kendi düzeninde görünür.
no-view-there-person = Bu çalışanın kendi görünümü yok.
view-unread = Görünüm okunamadı
comparison = Karşılaştırma
back-to-people = Listeye dön
compare-other = Başka görünümle karşılaştır…
swap = Tarafları değiştir
no-view-to-compare = Kendi görünümü yok. Kişiler, ortak görünümdeki gibi ya da Bitrix24’ün kendi düzeninde görünür.
compared-same = İkisinde de aynı alanlar aynı yerlerdedir.
compared-different = Diğer görünümden farklı olanlar işaretlidir.
missing-here = Bu görünümde olmayanlar
not-compared = Görünümler okunamadı
type-number = Onaylamak için { $number } yazın:
ask-reset-many =
    { $people ->
        [one] { $people } çalışanın görünümü sıfırlansın mı?
       *[other] { $people } çalışanın görünümü sıfırlansın mı?
    }
ask-reset-many-text = Kendi görünümleri kaldırılır; kişilerin verileri olduğu gibi kalır. Her görünüm önce yedeklenir, bu yüzden geri alabilirsiniz. Kendi görünümü olmayanlar atlanır.
confirm-reset-many = Görünümleri sıfırla
ask-give-many =
    { $people ->
        [one] Bu görünüm { $people } çalışana verilsin mi?
       *[other] Bu görünüm { $people } çalışana verilsin mi?
    }
ask-give-many-text = “{ $name }”, kendi görünümlerinin yerini alır. Her biri önce yedeklenir, bu yüzden geri alabilirsiniz.
confirm-give-many = Görünümü ver
run-reset = Görünümler sıfırlanıyor: { $done } / { $total }…
run-give = Görünüm veriliyor: { $done } / { $total }…
run-restore = Görünümler geri getiriliyor: { $done } / { $total }…
run-back-up = Görünümler yedekleniyor: { $done } / { $total }…
time-left = Yaklaşık { $time } kaldı.
time-left-unknown = Ne kadar süreceği henüz bilinmiyor.
run-not-lasting = Bu sayfayı açık bırakın: bu tarayıcı yedekleri daha uzun saklamaz.
run-closing = Bu sayfayı kapatabilirsiniz: o zamana kadar yapılanlar daha sonra burada geri alınabilir.
run-closing-back-up = Bu, kimsenin görünümünü değiştirmez.
stop = Durdur
stop-now = Hemen durdur
report-reset = Görünümler sıfırlandı
report-give = Görünüm verildi
report-restore = Görünümler geri geldi
report-back-up = Görünümler yedeklendi
report-back-up-text = “Yedekler” altındalar.
report-reset-incomplete = Görünümlerin hepsi sıfırlanmadı
report-give-incomplete = Görünüm herkese verilmedi
report-restore-incomplete = Görünümlerin hepsi geri gelmedi
report-back-up-incomplete = Görünümlerin hepsi yedeklenmedi
report-interrupted = { $date } tarihinde başladı; bitmeden sayfa kapatıldı.
report-stopped = Erken sona erdi.
outcome-done =
    { $people ->
        [one] { $people } çalışan için yapıldı
       *[other] { $people } çalışan için yapıldı
    }
outcome-nothing =
    { $people ->
        [one] { $people } çalışan için yapılacak bir şey yok
       *[other] { $people } çalışan için yapılacak bir şey yok
    }
outcome-refused =
    { $people ->
        [one] { $people } çalışan için reddedildi
       *[other] { $people } çalışan için reddedildi
    }
outcome-unknown =
    { $people ->
        [one] { $people } çalışan için bilinmiyor
       *[other] { $people } çalışan için bilinmiyor
    }
outcome-left =
    { $people ->
        [one] { $people } çalışan için yapılmadı
       *[other] { $people } çalışan için yapılmadı
    }
look-again = Yeniden bak
retry-rest = Kalanları yeniden dene
undo-all = Hepsini geri al
report-json = JSON raporu
report-csv = CSV raporu
close = Kapat
looking = Görünümler okunuyor…
not-undone-all = Görünümler geri getirilmedi
ask-undo-newer =
    { $people ->
        [one] { $people } çalışan o zamandan beri başka bir görünüm düzenledi
       *[other] { $people } çalışan o zamandan beri başka bir görünüm düzenledi
    }
ask-undo-newer-text = { $names }: önceki görünüm yenisinin yerini alır. Yenisinin yedeği saklanır.
confirm-undo-newer = Herkes için geri al
undo-others =
    { $others ->
        [one] Yalnızca diğer { $others } çalışan için geri al
       *[other] Yalnızca diğer { $others } çalışan için geri al
    }
tab-common-view = Ortak görünüm
tab-backups = Yedekler
tab-help = Yardım
dark = Koyu renkler
light = Açık renkler

# Common view
common-lead = Herkesin kullanabildiği kişi kartı düzeni. Kendine ait görünümü olmayanlar bunu kullanır.
common-none = Ortak görünüm yok. Kişiler, Bitrix24’ün kendi düzeniyle görünür.
common-to-standard = Bitrix24’ün standart düzeni. Çalışanların kendi görünümleri kalır.
common-give = Birinin görünümünü kullan…
common-everyone = Herkes için ayarla…
common-give-which = Hangi görünüm ortak olsun?
common-same = Ortak görünümle aynı alanlar aynı yerlerdedir.
common-differences = Ortak görünümden farklı olanlar işaretlidir.
common-reading = Ortak görünüm okunuyor…
common-resetting = Ortak görünüm sıfırlanıyor…
common-undoing = Ortak görünüm geri getiriliyor…
common-giving = Ortak görünüm ayarlanıyor…
common-setting = Ortak görünüm herkes için ayarlanıyor…
common-ask-reset = Ortak görünüm sıfırlansın mı?
common-ask-reset-text = Aşağıda gördüğünüz ortak görünüm kaldırılır: { section-count }, { field-count }. Kendine ait görünümü olmayanlar Bitrix24’ün standart düzenini alır. Bunu geri alabilirsiniz.
common-ask-replace = Şu anki ortak görünüm değiştirilsin mi?
common-ask-replace-text = Ortak görünüm o zamandan beri değişti, aşağıda görüyorsunuz: { section-count }, { field-count }. { $date } tarihli görünüm onun yerini alır. Şu ankinin yedeği saklanır.
common-ask-give = Bu görünüm ortak olsun mu?
common-ask-give-text = “{ $name }” ortak görünümün yerini alır. Kendine ait görünümü olmayan herkes onu alır. Ortak görünümün yedeği saklanır ve bunu geri alabilirsiniz.
confirm-give = Ortak yap
common-ask-everyone = Ortak görünüm herkes için ayarlansın mı?
common-ask-everyone-text =
    { $people ->
        [one] { $people } çalışan kendi görünümünü kaybeder ve ortak olanı alır. Görünümü bu tarayıcıda yedeklendi ve “Geri al” onu geri getirir; yedek olmadan bunu kimse yapamaz.
       *[other] { $people } çalışan kendi görünümünü kaybeder ve ortak olanı alır. Görünümleri bu tarayıcıda yedeklendi ve “Geri al” onları geri getirir; yedekler olmadan bunu kimse yapamaz.
    }
common-everyone-limits = Yedeklenmeyenler: iki görünümden hangisinin seçili olduğu ve işten ayrılanların görünümleri.
common-ask-everyone-nobody-text = Kimsenin kendine ait görünümü yok. “Benim form görünümüm” seçili olanlar ortak olanı alır.
common-changed-meanwhile = Bu arada biri başka bir görünüm düzenledi
common-changed-meanwhile-text = O da yedeklendi. Kimin görünümünü kaybedeceğine bakın ve bir kez daha onaylayın.
common-everyone-closed = { $date } tarihinde başladı; siz onaylamadan sayfa kapatıldı. Kimsenin görünümü değişmedi.
confirm-everyone = Herkes için ayarla
save-backups = Yedekleri dosyaya kaydet
common-reset-done = Ortak görünüm sıfırlandı
common-reset-done-text = Kendine ait görünümü olmayanlar Bitrix24’ün standart düzenini kullanıyor. Açık olan kişileri yeniden yükleyin.
common-undo-done = Ortak görünüm geri geldi
common-undo-done-text = Önceki gibi düzenlendi. Açık olan kişileri yeniden yükleyin.
common-undo-offer = Ortak görünüm sıfırlanmıştı
common-undo-offer-text = Onu { $date } tarihindeki hâliyle hâlâ geri getirebilirsiniz.
common-nothing-to-reset = Sıfırlanacak bir şey yok
common-nothing-to-reset-text = Artık ortak görünüm yok.
common-given = Ortak görünüm ayarlandı
common-given-text = Şimdi “{ $name }”. Açık olan kişileri yeniden yükleyin.
common-for-everyone = Herkeste ortak görünüm var
common-for-everyone-text =
    { $people ->
        [one] { $people } kişisel görünüm kaldırıldı. Onu “Yedekler” altında bulursunuz.
       *[other] { $people } kişisel görünüm kaldırıldı. Onları “Yedekler” altında bulursunuz.
    }
common-for-everyone-already = Herkeste ortak görünüm var
common-for-everyone-already-text = Kimsenin kendine ait görünümü yoktu.
common-not-read = Ortak görünüm okunamadı
common-not-reset = Ortak görünüm sıfırlanmadı
common-reset-unknown = Ortak görünümün sıfırlanıp sıfırlanmadığı bilinmiyor
common-not-undone = Ortak görünüm geri getirilmedi
common-undo-unknown = Ortak görünümün geri gelip gelmediği bilinmiyor
common-not-given = Ortak görünüm ayarlanmadı
common-given-unknown = Ortak görünümün ayarlanıp ayarlanmadığı bilinmiyor
common-not-for-everyone = Ortak görünüm herkes için ayarlanmadı
common-for-everyone-unknown = Herkeste ortak görünüm olup olmadığı bilinmiyor

# Backups
backups-title = Yedekler
backups-lead = Burada değiştirilen veya sıfırlanan her şey bu tarayıcıda, yalnızca sizin için saklanır. Başka tarayıcı ve cihazlarda yoktur ve tarayıcı verilerini temizlemek onları siler: önemli olanı dosyaya kaydedin.
backups-not-lasting = Bu tarayıcı sayfanın bir şey saklamasına izin vermiyor: sayfayı kapatınca yedekler kaybolur. Onları dosyaya kaydedin.
backups-of-this-page = Aşağıdakiler yalnızca bu sayfa açık kaldıkça saklanır. Onları dosyaya kaydedin.
backups-unread = Yedekleriniz okunamadı
backups-none = Henüz yedek yok. Her görünüm burada sıfırlanmadan veya değiştirilmeden önce yedeklenir.
backups-of-people =
    { $people ->
        [one] { $people } çalışan
       *[other] { $people } çalışan
    }
import = Dosyadan oku…
save-all = Tümünü dosyaya kaydet
restore = Geri yükle…
restore-chosen =
    { $people ->
        [one] { $people } görünümü geri yükle…
       *[other] { $people } görünümü geri yükle…
    }
preview = Önizleme
choose-people = Çalışanları seç
save = Dosyaya kaydet
delete = Sil
why-reset = Sıfırlamadan önce
why-replaced = Yerini başka bir görünüm almadan önce
why-everyone = Ortak görünüm herkes için ayarlanmadan önce
why-hand = Elle yedeklendi
why-import = Dosyadan
backup-taken = { $date } tarihindeki hâli.
backup-of-nothing = Görünüm yoktu.
backup-foreign = Bu yedek başka bir Bitrix24’ten, { $portal }, ve yalnızca orada geri yüklenebilir.
reading-backups = Yedekler okunuyor…
reading-file = Dosya okunuyor…
restoring = Geri yükleniyor…
deleting = Siliniyor…
undoing-deletion = Silme geri alınıyor…
ask-restore =
    { $people ->
        [one] Bu görünüm geri yüklensin mi?
       *[other] { $people } görünüm geri yüklensin mi?
    }
ask-restore-text = { $date } tarihindeki hâline döner.
ask-restore-newer-text =
    { $newer ->
        [one] Şimdi orada başka bir görünüm var. { $date } tarihli olan onun yerini alır. Şu ankinin yedeği saklanır.
       *[other] Şimdi { $newer } çalışanın başka görünümleri var. { $date } tarihli olanlar onların yerini alır. Şu ankilerin yedekleri saklanır.
    }
confirm-restore = Geri yükle
restored = Görünüm geri yüklendi
restored-text = Açık olan kişileri yeniden yükleyin.
not-restored = Görünüm geri yüklenmedi
restored-unknown = Görünümün geri yüklenip yüklenmediği bilinmiyor
imported =
    { $backups ->
        [one] { $backups } yedek okundu
       *[other] { $backups } yedek okundu
    }
imported-text =
    { $known ->
        [0] Dosyadaki her şey listede.
        [one] { $known } tane daha zaten buradaydı.
       *[other] { $known } tane daha zaten buradaydı.
    }
imported-foreign-text = Bazıları başka bir Bitrix24’ten ve yalnızca orada geri yüklenebilir.
nothing-imported = Dosyada yeni bir şey yok
nothing-imported-text =
    { $known ->
        [one] İçindeki yedek zaten burada.
       *[other] İçindeki { $known } yedeğin hepsi zaten burada.
    }
not-imported = Dosyada yedek yok
not-imported-text = “{ $file }” içinde burada kaydedilmiş bir kişi kartı görünümü yok.
deleted =
    { $backups ->
        [one] Yedek silindi
       *[other] { $backups } yedek silindi
    }
deleted-text = Bu sayfa açık olduğu sürece bunu geri alabilirsiniz.

# Help
help-title = Yardım
help-lead = Burada neler yapabileceğiniz, bunu kimin yapabileceği ve nelerin yapılamayacağı.
help-view = Görünümüm
help-view-text = Kişi kartlarını kendiniz için nasıl düzenlediğinizi ve sıfırlamadan sonra yerini neyin alacağını gösterir. Sıfırlama düzeninizi kaldırır; kişilerin verileri hiç değişmez. “Geri al”, günler sonra bile onu geri getirir. O zamandan beri başka bir görünüm düzenlendiyse önce size sorulur.
help-common = Ortak görünüm
help-common-text = Herkesin kullanabildiği düzeni gösterir. Onu sıfırlayabilir, birinin kendisi için düzenlediği bir görünümle veya bir yedekteki görünümle değiştirebilirsiniz.
help-everyone = Herkes için ayarla
help-everyone-text = Herkesin kendi görünümünü kaldırır, böylece herkeste ortak olan bulunur. Önce herkesin görünümü yedeklenir; sonra kimin kaybedeceğini görürsünüz. “Geri al” herkese kendi görünümünü geri verir.
help-people = Çalışanlar
help-people-text = Kimin kendine ait görünümü olduğunu gösterir. Birçok çalışanın görünümünü sıfırlayabilir, değiştirebilir, yedekleyebilir veya ikisini karşılaştırabilirsiniz. İstediğiniz an durdurabilirsiniz. Rapor kime ne olduğunu söyler ve kaydedilebilir.
help-backups = Yedekler
help-backups-text = Burada bir şey değiştirilmeden veya kaldırılmadan önce bu tarayıcıda saklanır. Yedekte bölümler ve alanlar vardır; iki görünümden hangisinin seçili olduğu ve diğer sütunlar yoktur. Yedek dosyasını siz veya başka bir yönetici başka bir tarayıcıda okuyabilir.
help-rights = Yetkiler
help-rights-text = CRM’ye erişimi olan herkes kendi görünümünü okuyabilir, sıfırlayabilir ve geri yükleyebilir. Başkalarının görünümleri ve ortak görünüm için “Ayarları değiştirmeye izin ver” CRM yetkisi gerekir. O olmadan “Ortak görünüm” ve “Çalışanlar” burada yoktur.
help-limits = Sınırlar
help-limits-text = Bitrix24 saniyede iki istek kabul eder. 1.000 çalışan yaklaşık bir dakika, yedekli sıfırlama üç dakika sürer. Bitrix24 bir görünümü kilitleyemez: birinin aynı saniyede kaydettiği kaybolabilir.
help-version = Sürüm
