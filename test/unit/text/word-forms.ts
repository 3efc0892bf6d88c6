/** Forms of one word a line, as minutes use them; every pair of a line should be found by each other. */
export const WORD_FORMS = `
valilik valiliği valiliğince valiliğinin valilikte Valiliği'nin valilikler
kaymakamlık kaymakamlığı kaymakamlığınca kaymakamlıklar kaymakamlığa
tutanak tutanağı tutanakta tutanaklar tutanağın tutanakların tutanaklarda
gündem gündemi gündemin gündemde gündemine gündemler
madde maddesi maddenin maddeleri maddeler maddesinde maddelerin
oturum oturumu oturumun oturumlar oturumda oturumunda
komisyon komisyonu komisyonun komisyonunca komisyonlar komisyona
encümen encümeni encümenin encümende encümenince
üye üyesi üyeler üyeleri üyelerinin üyelerine
yönetmelik yönetmeliği yönetmeliğin yönetmelikte yönetmeliğinin yönetmelikler
kanun kanunu kanunun kanunda kanunlar kanununun
belge belgesi belgeler belgelerin belgeyi belgeden
dilekçe dilekçesi dilekçeler dilekçenin dilekçelerin
evrak evrakı evrakın evraklar
imza imzası imzalar imzaları imzaya
imzalandı imzalanan imzalanması imzaladı imzalanacak
onaylandı onaylanması onaylanan onayladı
rapor raporu raporlar raporun raporların raporunda
ihale ihalesi ihaleler ihalenin ihaleye
ödenek ödeneği ödeneğin ödenekler ödeneklerin
harcama harcaması harcamalar harcamaların harcamanın
denetim denetimi denetimler denetimin denetimlerde
izleme izlemesi izlemenin izlemeye
değerlendirme değerlendirmesi değerlendirmeler değerlendirildi değerlendirilmesi
çalışma çalışması çalışmalar çalışmaları çalışmaların çalışmalarının çalışmalara
çalıştay çalıştayı çalıştayın çalıştayda çalıştaylar
seminer semineri seminerler seminerin seminerde
konferans konferansı konferanslar konferansta
panel paneli paneller panelde panelin
konuşmacı konuşmacısı konuşmacılar konuşmacıların
katılımcı katılımcılar katılımcıların katılımcısı
temsilci temsilcisi temsilciler temsilcileri temsilcilerinin
moderatör moderatörü moderatörler
vali valisi valinin valiler valimiz
kaymakam kaymakamı kaymakamın kaymakamlar
müdür müdürü müdürün müdürler müdürlerinin müdürümüz
dernek derneği derneğin dernekler derneklerin Derneği'nden
vakıf vakfı vakfın vakıflar vakıfların
sendika sendikası sendikalar sendikanın
kalkınma kalkınması kalkınmanın kalkınmaya
tarım tarımı tarımın tarımda
orman ormanı ormanlar ormanların
esnaf esnafı esnafın esnafa
ticaret ticareti ticaretin ticarette
sanayi sanayisi sanayinin sanayide
sağlık sağlığı sağlığın sağlıkta
çevre çevresi çevrenin çevrede
afet afeti afetin afetler afetlere
deprem depremi depremin depremler depremde
okul okulu okullar okulların okulda
öğretmen öğretmeni öğretmenler öğretmenlerin
veli velisi veliler velilerin
genç gençler gençlerin gençlere
köy köyü köyler köylerin köyde köyünde
mahalle mahallesi mahalleler mahallenin
ilçe ilçesi ilçeler ilçelerin ilçede
bölge bölgesi bölgeler bölgenin bölgede
yol yolu yollar yolların yolun
bina binası binalar binanın binaların
arsa arsası arsalar arsanın
taşınmaz taşınmazı taşınmazlar taşınmazın
kira kirası kiralar kiraya
fiyat fiyatı fiyatlar fiyatların
ücret ücreti ücretler ücretin
başvuru başvurusu başvurular başvuruların
talep talebi talepler taleplerin talebin
öneri önerisi öneriler önerilerin
görüş görüşü görüşler görüşlerin görüşleri
sorun sorunu sorunlar sorunların
çözüm çözümü çözümler çözümlerin
hizmet hizmeti hizmetler hizmetlerin
istihdam istihdamı istihdamın istihdama
meslek mesleği meslekler mesleğin
kurs kursu kurslar kurslara kursun
ders dersi dersler derslerin
kitap kitabı kitaplar kitabın
kayıt kaydı kayıtlar kaydın kayıtların
isim ismi isimler ismin
resim resimler
hüküm hükmü hükümler hükmün hükümlerin
metin metni metinler metnin
süre süresi süreler sürenin
tarih tarihi tarihin tarihler tarihinde
saat saati saatler saatin saatte saatlerde
gün günü günler günün günlerde
ay ayı aylar ayın ayında
yıl yılı yıllar yılın yılında
renk rengi renkler rengin
araç aracı araçlar aracın araçların
güç gücü güçler gücün
amaç amacı amaçlar amacıyla
borç borcu borçlar borcun
şirket şirketi şirketler şirketin
işletme işletmesi işletmeler işletmelerin
girişimci girişimciler girişimcilerin
üretici üreticisi üreticiler üreticilerin
ürün ürünü ürünler ürünlerin
sektör sektörü sektörler sektörün sektörde
fuar fuarı fuarlar fuarın
turizm turizmi turizmin turizmde
kültür kültürü kültürün
spor sporu sporun
tesis tesisi tesisler tesisin tesislerin
yatırım yatırımı yatırımlar yatırımların
plan planı planlar planların
program programı programlar programın programında
faaliyet faaliyeti faaliyetler faaliyetlerin
protokol protokolü protokoller protokolün
sözleşme sözleşmesi sözleşmeler sözleşmenin
yapıldı yapılan yapılacak yapılması yaptı yapmak yapıyor
alındı alınan alınması aldı alıyor alacak
verildi verilen verilmesi verdi veriyor verecek
etti edildi eden edilen edilmesi ediyor edecek
gitti gidecek giden gidildi gidiyor
dedi diyen diyerek diyor denildi
oldu olan olacak olması oluyor olmuştur
bekledi bekleniyor bekliyor beklenen
söyledi söylüyor söyleyen söylendi
istedi istiyor istenen istendi
başladı başlıyor başlayan başlanması
sundu sunuldu sunulan sunulması
sağlandı sağlanması sağlayan sağlıyor
incelendi incelenmesi inceledi
görüşüldü görüşülen görüşülmesi görüştü
oluşturuldu oluşturulması oluşturan
kuruldu kurulması kuran kuracak
iptal iptali iptalin
ret reddi reddine
kabul kabulü kabulün kabulüne
oy oyu oylar oyların
oylandı oylanması oyladı
seçildi seçilen seçilmesi seçti
atandı atanan atanması
belirlendi belirlenen belirlenmesi belirleyen
hazırlandı hazırlanan hazırlanması hazırladı
planlandı planlanan planlanması planlıyor
uygulandı uygulanan uygulanması uyguluyor
gönderildi gönderilen gönderilmesi gönderdi
açıkladı açıklandı açıklanması açıklayan
çocuk çocuğu çocuklar çocukların
aile ailesi aileler ailelerin
kişi kişisi kişiler kişinin kişilerin
vatandaş vatandaşlar vatandaşın vatandaşlarımız
personel personeli personelin personeline
memur memuru memurlar memurların
işçi işçisi işçiler işçilerin
mühendis mühendisi mühendisler
hâkim hâkimi hakimler hâkimlerin
mahkeme mahkemesi mahkemenin mahkemeler
dava davası davalar davanın
ceza cezası cezalar cezanın
vergi vergisi vergiler verginin
gelir geliri gelirler gelirlerin
gider gideri giderler giderlerin
hesap hesabı hesaplar hesabın hesapların
banka bankası bankalar bankanın
kredi kredisi krediler kredinin
teklif teklifi teklifler teklifin
emir emri emirler emrin
şube şubesi şubeler şubenin
daire dairesi daireler dairenin
başkanlık başkanlığı başkanlığa başkanlıkça başkanlığınca
bakan bakanı bakanın bakanlar
genelge genelgesi genelgenin genelgeler
yazı yazısı yazılar yazının yazıların
sayı sayısı sayılar sayının
nüfus nüfusu nüfusun
göç göçü göçün
kurban kurbanı kurbanlar
ağız ağzı ağızlar
burun burnu
omuz omzu
nehir nehri nehirler nehrin
beyin beyni
akıl aklı
fikir fikri fikirler fikrin
şekil şekli şekiller şeklinde
vakit vakti vakitler vaktinde
izin izni izinler izninin
keşif keşfi keşifler
nakil nakli nakiller
devir devri devirler devrine
fesih feshi feshine
kesim kesimi kesimler kesimin
birim birimi birimler birimin birimlerin
iç içi
taraf tarafı taraflar tarafların
alan alanı alanlar alanların alanında
konu konusu konular konuların konusunda
ilke ilkesi ilkeler ilkelerin
görev görevi görevler görevlerin
yetki yetkisi yetkiler yetkinin
sorumlu sorumlusu sorumlular sorumluların
kaynak kaynağı kaynaklar kaynağın kaynakların
toprak toprağı topraklar toprağın
yaprak yaprağı yapraklar
bıçak bıçağı bıçaklar
ortak ortağı ortaklar ortakların
ortaklık ortaklığı ortaklıklar ortaklığın
gelecek geleceği geleceğin
atık atığı atıklar atıkların
Ankara Ankara'da Ankara'nın ANKARA
Diyarbakır Diyarbakır'da DİYARBAKIR Diyarbakır'ın
Kahramanmaraş Kahramanmaraş'ta KAHRAMANMARAŞ
Muğla Muğla'nın MUĞLA
Iğdır IĞDIR
Uşak Uşak'ın UŞAK
Balıkesir Balıkesir'de BALIKESİR
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

/** Words that look alike and must not be found by each other. */
export const STAY_APART: readonly (readonly [string, string])[] = [
  ['kurum', 'kuru'],
  ['karar', 'kara'],
  ['toplantı', 'toplam'],
  ['birlik', 'bir'],
  ['kooperatif', 'kooperatifçilik'],
  ['yapı', 'yap'],
  ['kapı', 'kap'],
  ['sayın', 'say'],
  ['yatırım', 'yatır'],
  ['kalkınma', 'kalk'],
  ['ilim', 'il'],
  ['ilçe', 'il'],
  ['gelir', 'gel'],
  ['yazar', 'yaz'],
  ['denetim', 'denet'],
  ['üretim', 'üret'],
  ['kira', 'kir'],
  ['orman', 'or'],
  ['esnaf', 'esne'],
  ['valilik', 'vali'],
  ['işçi', 'iş'],
  ['sağlık', 'sağ'],
  ['ücret', 'üç'],
  ['masa', 'mas'],
  ['kasa', 'kas'],
  ['yasa', 'yas'],
  ['sanat', 'san'],
  ['banka', 'bank'],
  ['Selim', 'sel'],
  ['Melis', 'meli'],
]
