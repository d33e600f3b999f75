title = Kişi kartı
lead = Kişi kartları için kendi düzeniniz ve sıfırlamadan sonra onun yerini alacak olan.
which-view = Bu sayfa, kişilerinizin hangi görünümle açıldığını bilemez. Görünüm, kişinin kartında seçilir.
my-view = Benim form görünümüm
common-view = Ortak form görünümü
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
ask-replace-text = Sıfırlamadan sonra aşağıda gördüğünüz başka bir görünüm düzenlediniz: { section-count }, { field-count }. { $date } tarihli görünüm onun yerini alınca o kaybolur.
confirm-replace = Görünümü değiştir
reset-done = Görünümünüz sıfırlandı
reset-done-text = “Benim form görünümüm” artık kendi düzeninizi içermiyor. Açık olan kişileri yeniden yükleyin.
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
