/**
 * Word families that were written before the analysis was measured on them and are not changed to suit it: one family
 * a line, of many kinds (softening, dropping and doubling stems, front loans, verbs in all moods, -ki, copula, long
 * chains, names with and without apostrophe, abbreviations). Every form should be found by every other one.
 */
const families = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

export const HELD_OUT = {
  softening: families(`
kaşık kaşığı kaşıkla kaşıklar kaşığın
sokak sokağı sokakta sokaklar sokağın sokağındaki
mektup mektubu mektupta mektuplar mektubun mektubunda
sebep sebebi sebepler sebebiyle sebeplerden
cevap cevabı cevaplar cevabın cevabında
grup grubu gruplar grubun gruplarının grubunca
kâğıt kağıt kâğıdı kağıtlar kâğıdın
senet senedi senetler senedin
yurt yurdu yurtlar yurdun yurtlarda yurdunda
süreç süreci süreçler sürecin sürecinde süreçlerin
gereç gereci gereçler gerecin
basınç basıncı basınçlar basıncın
ilaç ilacı ilaçlar ilacın ilaçların
kavşak kavşağı kavşaklar kavşağın kavşakta
tabak tabağı tabaklar tabağın
kütük kütüğü kütükler kütüğün
bebek bebeği bebekler bebeğin
konuk konuğu konuklar konuğun konuklarımız
çiçek çiçeği çiçekler çiçeğin
diyalog diyaloğu diyaloglar diyaloğun
katalog kataloğu kataloglar
dosya dosyası dosyalar dosyanın dosyasındaki
denk dengi denkler
çelenk çelengi çelenkler
kanat kanadı kanatlar kanadın
söğüt söğüdü söğütler
bilinç bilinci bilincin bilinçte
yöntem yöntemi yöntemler yöntemin yönteminin
mesaj mesajı mesajlar mesajın
tarak tarağı taraklar
etek eteği etekler eteğin
dilek dileği dilekler dileklerin
emek emeği emekler emeğin emeklerinin
yemek yemeği yemekler yemeğin yemekte
`),
  dropping: families(`
alın alnı alınlar alnına
boyun boynu boyunlar boynunda
oğul oğlu oğullar oğlunun
gönül gönlü gönüller gönlünde
göğüs göğsü göğüsler
cisim cismi cisimler cismin
zihin zihni zihinler zihninde
ömür ömrü ömürler ömrün
seyir seyri seyirler seyrinde
tavır tavrı tavırlar tavrın tavrını
asıl aslı asıllar aslının
nakit nakdi nakde
kayıp kaybı kayıplar kaybın kayıpları
nesil nesli nesiller neslin
hacim hacmi hacimler hacmin
kısım kısmı kısımlar kısmının kısmında
cürüm cürmü cürümler
zulüm zulmü zulmün
haciz haczi hacizler haczin
fasıl faslı fasıllar faslından
bahis bahsi bahisler
ufuk ufku ufuklar ufkun
vasıf vasfı vasıflar
sınıf sınıfı sınıflar sınıfın sınıfta
azil azli azline
rehin rehni rehinler
`),
  doubling: families(`
his hissi hisler hissin
zam zammı zamlar zammın
hat hattı hatlar hattın hattında
şık şıkkı şıklar
had haddi haddin haddinde
sır sırrı sırlar
tıp tıbbı tıbbın
af affı afla affın
hac haccı haccın
`),
  loans: families(`
kontrol kontrolü kontroller kontrolün kontrolünde
rol rolü roller rolün rollerini
petrol petrolü petrolün petroller
harf harfi harfler harfin harflerle
dikkat dikkati dikkate dikkatin dikkatini
hakikat hakikati hakikatler
seyahat seyahati seyahatler seyahatin
usul usulü usuller usulün usulüne
hal hali haller halinde halin
ziraat ziraati ziraatin ziraate
iştirak iştiraki iştirakin iştirakler
şoför şoförü şoförler şoförün
istatistik istatistiği istatistikler istatistiğin
lojistik lojistiği lojistiğin
menfaat menfaati menfaatler menfaatin
mimar mimarı mimarlar mimarın
rehber rehberi rehberler rehberin
forum forumu forumlar forumun
zirve zirvesi zirveler zirvenin zirvesinde
fon fonu fonlar fonun fonlarından
`),
  administration: families(`
muhtar muhtarı muhtarlar muhtarların muhtarlarımız
muhtarlık muhtarlığı muhtarlıklar muhtarlığın
meclis meclisi meclisler meclisin meclisinin meclisince
üyelik üyeliği üyelikler üyeliğin üyeliğine
yönerge yönergesi yönergeler yönergenin
mevzuat mevzuatı mevzuatın mevzuata
tebligat tebligatı tebligatlar tebligatın
şartname şartnamesi şartnameler şartnamenin
taahhüt taahhüdü taahhütler taahhüdün
teminat teminatı teminatlar teminatın
tahsis tahsisi tahsisler tahsisin tahsisine
kamulaştırma kamulaştırması kamulaştırmalar kamulaştırmanın
imar imarı imarın imara
ruhsat ruhsatı ruhsatlar ruhsatın
aidat aidatı aidatlar aidatın
bağış bağışı bağışlar bağışın bağışları
burs bursu burslar bursun burslardan
hibe hibesi hibeler hibenin hibelerden
teşvik teşviki teşvikler teşvikin teşviklerin
ihracat ihracatı ihracatın ihracata
yükümlülük yükümlülüğü yükümlülükler yükümlülüğün
sorumluluk sorumluluğu sorumluluklar sorumluluğun sorumluluğunda
güvenlik güvenliği güvenliğin güvenlikte güvenliğinin
temizlik temizliği temizliğin temizlikler
danışman danışmanı danışmanlar danışmanın
denetçi denetçisi denetçiler denetçinin
sekreter sekreteri sekreterler sekreterin sekreterliği
sekreterlik sekreterliği sekreterlikler sekreterliğin
sekretarya sekretaryası sekretaryanın
gündüz gündüzü gündüzler
ulaşım ulaşımı ulaşımın ulaşımda
altyapı altyapısı altyapının altyapılar
kütüphane kütüphanesi kütüphaneler kütüphanenin
müze müzesi müzeler müzenin müzelerde
hastane hastanesi hastaneler hastanenin
huzurevi huzurevinin huzurevinde
mera merası meralar meraların
sulama sulaması sulamanın sulamada
gübre gübresi gübreler gübrenin
arıcı arıcısı arıcılar arıcıların
arıcılık arıcılığı arıcılığın arıcılıkta
balık balığı balıklar balığın
tohum tohumu tohumlar tohumun
zeytin zeytini zeytinler zeytinin
fındık fındığı fındıklar fındığın
çiftçi çiftçisi çiftçiler çiftçilerin çiftçilerimiz
hayvan hayvanı hayvanlar hayvanların
yangın yangını yangınlar yangının
sel seli seller selin
zarar zararı zararlar zararın zararının
tazminat tazminatı tazminatlar tazminatın
bağımlı bağımlılar bağımlıların
uyuşturucu uyuşturucular uyuşturucunun uyuşturucuya
madde maddesi maddeler maddesinde
şiddet şiddeti şiddetin şiddete
nafaka nafakası nafakalar
velayet velayeti velayetin
tüzük tüzüğü tüzükler tüzüğün
tasarı tasarısı tasarılar tasarının
ek eki ekler ekin ekte
fıkra fıkrası fıkralar fıkranın
bent bendi bentler bendinde
nüsha nüshası nüshalar nüshanın
mühür mührü mühürler mührün
`),
  chains: families(`
komşu komşularımızdan komşularınızın komşusuyla komşumuz komşularındaki
belediyelerimizce belediyelerimizdeki belediyemizin belediye
köylülerimizin köylü köylüler köylümüz köylülere
ilimizdeki ilimizin ilimiz ilimizde ilimizden
ülke ülkemizin ülkelerin ülkesinden ülkemizdeki ülkeler
evlerimizdekiler evler evimiz evden evin
proje projelerimizin projelerindeki projemizle projelerince
çalışan çalışanlarımızın çalışanların çalışanları çalışanlar
katkı katkılarından katkısıyla katkılarıyla katkılar katkılarını
beklenti beklentilerimizi beklentisi beklentiler beklentilerine
`),
  kiAndCopula: families(`
toplantıdaki toplantı toplantıdakiler toplantıdakilerin toplantıdaydı
okul okuldaki okuldakiler okuldakilere okuldaydı
masa masadaki masadakiler masanınki
gerekli gereklidir gerekliydi gerekliymiş
hazır hazırdır hazırız hazırdı hazırlar
yeterli yeterlidir yeterliydi yeterliyse
önemli önemlidir önemliydi
mümkün mümkündür mümkündü
başkan başkandır başkandı başkanıdır başkanıydı
öncelik önceliğimizdir öncelikler önceliği önceliktir
hedef hedefimizdir hedefimiz hedefi hedefler hedeftir
sorun sorunudur sorunlardandır sorundur sorun
üyesidir üyesiydi üye üyeyiz üyeydi
`),
  verbs: families(`
oku okudu okuyan okuyacak okunan okunması okuyor okumuş okundu
yürü yürüdü yürüyen yürütülen yürüyor yürüyecek
taşıdı taşınan taşıyan taşıyor taşınması taşıyacak
korudu korunan korunması koruyan koruyor
arandı arıyor arayan aradı aranan
ödedi ödendi ödenen ödenmesi ödüyor ödeyecek
izledi izlenen izlenmesi izliyor izleyecek
geldi gelen gelecekler gelmiştir geliyor gelmesi gelmeyen
kaldı kalan kalması kalıyor kalmış kalmadı
çıktı çıkan çıkıyor çıkmış çıkması çıkacağı
aktardı aktarıldı aktarılan aktarılması aktarıyor aktaracağını
bildirdi bildirilen bildirilmesi bildiriyor bildirmiştir
yazdı yazılan yazıyor yazılması yazmış
gösterdi gösterilen gösteriyor gösterilmesi göstermiş
anlattı anlatıldı anlatan anlatıyor anlatılması
dinledi dinlendi dinlenen dinliyor
tartıştı tartışıldı tartışılan tartışılması tartışıyor
önerdi önerildi önerilen önermiş öneriyor
karşıladı karşılanan karşılanması karşılıyor karşılamış
artırdı artırılması artırılan artırıyor artıracak
geliştirdi geliştirilmesi geliştirilen geliştiriyor
yaygınlaştırdı yaygınlaştırılması yaygınlaştırılan yaygınlaştırıyor
sonuçlandı sonuçlanan sonuçlanması sonuçlanmış
toplandı toplanan toplanacak toplanması toplanıyor toplanmış
tamamladı tamamlandı tamamlanan tamamlanması tamamlıyor
kapattı kapatıldı kapatılan kapatılması kapatıyor
devretti devredildi devredilen devredilmesi devrediyor
reddetti reddedildi reddedilen reddedilmesi reddediyor
kaydetti kaydedildi kaydedilen kaydediyor
hissetti hissedilen hissediyor
affetti affedildi affedilen
üretti üretilen üretiyor üretilmesi üretmiş
yönetti yönetilen yönetiyor yönetilmesi
güttü güdülen güdüyor
tattı tadan tadıyor
yedi yiyen yiyor yiyecekler yenildi
bitti biten bitiyor bitmesi bitmiş
başvurdu başvuran başvuruyor başvurması başvuracak
bulundu bulunan bulunuyor bulunması bulunmaktadır
çalıştı çalışan çalışıyor çalışmış çalışacak çalışmakta
dağıttı dağıtıldı dağıtılan dağıtılması dağıtıyor
desteklendi desteklenen desteklenmesi destekliyor desteklemiş
etkiledi etkilenen etkilenmesi etkiliyor
kullandı kullanılan kullanılması kullanıyor kullanmış kullanamayan
kurtardı kurtarıldı kurtarılan kurtarıyor
öğrendi öğrenen öğrenilmesi öğreniyor
paylaştı paylaşıldı paylaşılan paylaşılması paylaşıyor
sağlayabilir sağlayamadı sağlayacağı sağlamak sağlamış sağlanmıştır
yapabilir yapamadı yapmadı yapmayan yapılamadı yapılabilecek yapıldığı
verebilecek veremedi vermedi verilemeyen verilmiştir veriyordu
alamadı alabilir almadı alınamayan alınmıştır alınmalıdır
edebilir edemedi etmedi edilemeyen edilmiştir ediyorlar ettiği
gidebilir gidemedi gitmedi gidilemeyen gittiğini
belirledikleri belirlenmiştir belirlenecektir belirlemek belirliyor
istiyoruz istediğini istemedi isteyen istenilen isteyecek
konuşurken konuşmadı konuşulmuştur konuşmuş konuşuyor
geçirildi geçirilen geçirilmesi geçiriyor geçirmiş
duyuruldu duyurulan duyurulması duyuruyor duyurdu
içerir içeren içeriyor içermekte içermektedir
uyardı uyarıldı uyarılan uyarıyor uyarılması
ziyaret ziyareti ziyaretler ziyaretinde ziyaretçi
onardı onarıldı onarılan onarılması onarıyor
sattı satılan satılması satıyor satıldı
kirala kiraladı kiralanan kiralanması kiralıyor
`),
  adjectives: families(`
büyük büyüğü büyükler büyüklerin
küçük küçüğü küçükler küçüklerin
yeni yenisi yeniler yenileri
eski eskisi eskiler eskilerin
genel geneli genelinde genelde
özel özeli özellerin
sosyal sosyali sosyaldir
kurumsal kurumsaldır kurumsallar
yaşlı yaşlılar yaşlıların yaşlıya yaşlılarımız
zengin zenginler zenginin
yerel yereli yerelde yerelin
uygun uygundur uygunu uygunsa
yararlı yararlıdır yararlılar
gönüllü gönüllüler gönüllülerin gönüllülere
`),
  names: families(
    `
Trabzon Trabzon'da Trabzon’un TRABZON'UN trabzon Trabzonun
Bolu Bolu'da Bolu'nun BOLU bolu
Tokat Tokat'ın Tokat’ta TOKAT tokat
Muş Muş'un MUŞ'TA muş
Kırşehir Kırşehir'de KIRŞEHİR Kırşehir´in
Çanakkale Çanakkale'nin ÇANAKKALE Çanakkaleden
Niğde Niğde'ye NİĞDE niğde
Sinop Sinop'un SİNOP sinop
Elazığ Elazığ'da ELAZIĞ elazığ
Ağrı Ağrı'nın AĞRI'DA ağrı
İskenderun İskenderun'da İSKENDERUN iskenderun
Çorlu Çorlu'da ÇORLU çorlu
Yılmaz Yılmaz'ın YILMAZ yılmaz
Korkmaz Korkmaz'a KORKMAZ korkmaz
Özdemir Özdemir'in ÖZDEMİR özdemir
Kırımlıoğlu Kırımlıoğlu'nun KIRIMLIOĞLU kırımlıoğlu
Bozdağlı Bozdağlı'ya BOZDAĞLI
Şengül Şengül'ün ŞENGÜL şengül
Nurten Nurten'in NURTEN nurten
Halide Halide'ye HALİDE halide
İrfan İrfan'ı İRFAN irfan i\u0307rfan
Işıl Işıl’ın IŞIL ışıl
Yeşilyurt Yeşilyurt'un YEŞİLYURT yeşilyurt
Gökçeada Gökçeada'da GÖKÇEADA
Tekirdağlıoğlu Tekirdağlıoğlu'ndan TEKİRDAĞLIOĞLU
`.replaceAll('\\u0307', '\u0307'),
  ),
  shortForms: families(`
TÜBİTAK TÜBİTAK'ın TÜBİTAK’a tübitak
AFAD AFAD'ın AFAD’dan afad
KOSGEB KOSGEB'in KOSGEB’e kosgeb
TOKİ TOKİ'nin TOKİ’ye toki
DSİ DSİ'nin DSİ’den dsi
SGK SGK'nın SGK’ya sgk
STK STK'lar STK’ların stk
A.Ş. A.Ş. AŞ
`),
} as const

/** Pairs whose main keys must differ, although one looks like a form of the other. */
export const HELD_OUT_APART: readonly (readonly [string, string])[] = families(`
Korkmaz kork
Yılmaz yıl
Bolu bol
Tokat toka
Kars kar
Batman bat
Bartın bart
Artvin art
Düzce düz
Karaman kara
Kilis kil
Rize riz
Selin sel
Ekin ek
Deniz den
Yalçın yal
Işın ış
Duran dur
Gülen gül
Yaşar yaş
Çetin çet
Ayhan ay
Nuran nur
Siirt sir
Mardin mart
Bursa burs
Aksaray ak
vergi ver
bilgi bil
sevgi sev
yazı yaz
dizi diz
koşu koş
yarar yar
çıkış çık
giriş gir
satış sat
alım al
seçim seç
basım bas
yayın yay
akım ak
bitki bit
etki et
baskı bas
duygu duy
görgü gör
yargı yar
saygı say
kalem kal
kalite kal
karne kar
karton kar
altın alt
kadro kad
bakım bak
bakır bak
katip kat
satır sat
yastık yas
masraf masa
masal masa
insan in
iskele is
ilan il
ilaç il
ilke il
ilişki iliş
odak oda
adalet ada
adam ada
kanun kan
kanal kan
kasaba kasa
balık bal
yalın yalı
yakın yaka
sakin sak
tekne tek
teknik tek
hale hal
halk hal
paket pak
tarla tar
arıza arı
aracı arac
salon sal
sanat sanayi
sürgün sürü
süreç süre
görev gör
ödev öde
kent ken
merkez merk
mera mer
tavuk tav
önem ön
önlem ön
anlam an
anlaşma anla
dava dav
havza hava
kargo kar
kurs kur
kurban kur
kuruş kur
çalıştay çalış
denetçi denet
muhtarlık muhtar
üyelik üye
sekreterlik sekreter
danışmanlık danışman
arıcılık arıcı
`) as unknown as readonly (readonly [string, string])[]
