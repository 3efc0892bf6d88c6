/**
 * Texts with a known place among the answers, planted into a generated archive. Everything in them is invented.
 * Each subject has a main text, one that is also about it, and one that only looks like it.
 */
export interface Planted {
  key: string
  title: string
  text: string
  people?: string
  agencies?: string
  number?: string
  date?: string
}

const rows = `
kanal | Karabelen Sulama Kanalının Onarımı | Karabelen köylerine su veren kanalın çatlayan beton kaplaması görüşüldü. Sulama birliği kanalın onarılmasını, çiftçilerden bu yıl su ücreti alınmamasını istedi. Onarım için ödenek ayrılmasına oy birliğiyle karar verildi. | Rüstem Çaltepe, Su Birliği Başkanı | Karabelen Sulama Birliği | 2019/14 | 2019-03-12
kanal+ | Su Birliği Yıllık Raporu | Karabelen Sulama Birliğinin raporunda kanallarda suyun üçte birinin sızdığı, onarımlar bitince kaybın azalacağı yazıyor. | | Karabelen Sulama Birliği | | 2020-02-02
kanal- | Televizyon Kanalı Tanıtım Programı | Yerel televizyon kanalında yayınlanacak tanıtım filminin onarım gören konakta çekilmesi konuşuldu. | | | | 2019-05-06
kreş | Organize Sanayi Bölgesinde Kreş Açılması | Fabrikalarda çalışan annelerin çocukları için organize sanayi bölgesine kreş yapılması kararlaştırıldı. Kreşin elli çocuk alması, gece vardiyasında da açık kalması öngörüldü. | Nermin Uğurtaş, Sanayi Bölgesi Müdürü | Dereüstü Organize Sanayi Bölgesi (DOSB) | 2021/7 | 2021-09-20
kreş+ | Kadın İstihdamı Çalıştayı | Çalıştayda annelerin işe dönememesinin başlıca sebebinin çocuk bakımı olduğu, kreşlerin yaygınlaştırılması gerektiği belirtildi. | Nermin Uğurtaş, Konuşmacı | | | 2022-03-08
kreş- | Sanayi Sitesi Yolu | Eski sanayi sitesinin bozuk yolunun asfaltlanması ve gece aydınlatması konuşuldu. | | | | 2021-10-01
arı | Arıcılara Kovan Desteği | Göçer arıcıların konaklama yerleri ve kovan başına destekleme ödemesi ele alındı. Kovanların ilaçlanması için veteriner görevlendirilecek, bal ormanı kurulacak. | Şahap Yörükler, Arıcılar Birliği Başkanı | Taşkale Arı Yetiştiricileri Birliği (TAYB) | 2018/3 | 2018-04-17
arı+ | Bal Ormanı Sahasının Seçimi | Orman işletmesi, arıcılar için ıhlamur ve kestane dikilecek bal ormanının yerini gösterdi. | | | | 2018-11-05
arı- | Arı Sokması İlk Yardım Eğitimi | Okul personeline böcek ve arı sokmalarında yapılacaklar anlatıldı. | | | | 2018-05-09
sel | Taşkın Sonrası Zarar Tespiti | Şubat ayındaki selde bodrumları su basan esnafın zararı tespit edildi. Tespit komisyonları kırk iki dükkânı gezdi, hasar gören ahırlar listeye alındı. Dere yatağının temizlenmesi kararlaştırıldı. | Vali Yardımcısı Gürbüz Alnıaçık | Afet ve Acil Durum Yönetimi Başkanlığı | 2023/2 | 2023-02-24
sel+ | Dere Islahı Ön İncelemesi | Dere yatağındaki kaçak yapıların yıkılması ve taşkın duvarının yükseltilmesi incelendi. | | Devlet Su İşleri Genel Müdürlüğü | | 2023-06-11
sel- | Selvi Fidanı Dikimi | Mezarlık girişine selvi fidanları dikildi, zararlı otlar temizlendi. | | | | 2023-03-03
kütüphane | Gezici Kütüphane Güzergâhı | Köy okullarını dolaşan gezici kütüphanenin güzergâhı belirlendi. Kitapların her ay değiştirilmesi, okurların isteklerinin alınması uygun görüldü. | Kütüphane Müdürü Feride Tınaz | | 2020/31 | 2020-10-13
kütüphane+ | Kitap Bağışı Kampanyası | Gezici kütüphaneye emekli öğretmenlerin bağışladığı iki bin kitap tasnif edildi. | | | | 2020-12-01
kütüphane- | Gezici Sağlık Aracı | Köyleri dolaşan gezici sağlık aracında göz taraması yapıldı. | | | | 2020-10-20
mera | Mera Tahsisinin Kaldırılması | Yukarıçam merasının bir bölümünün tahsis amacının değiştirilmesi istemi reddedildi. Köylülerin hayvanlarını otlattığı meranın korunması gerektiğine oy çokluğuyla karar verildi. | Şerife Kalaycıoğlu, Ziraat Mühendisi | Mera Komisyonu | 2022/18 | 2022-05-30
mera+ | Mera Islah Projesi | Yukarıçam merasında gübreleme ve otlatma planı yapılacak, gölgelikler kurulacak. | Şerife Kalaycıoğlu | | | 2022-08-15
mera- | Tahsis Edilen Hizmet Aracı | İlçe müdürlüğüne tahsis edilen hizmet aracının bakımı konuşuldu. | | | | 2022-06-02
zeytin | Zeytin Hasadı İçin Mevsimlik İşçiler | Zeytin toplayan mevsimlik tarım işçilerinin çadır yerleri, çocuklarının okula kaydı ve servislerin denetimi görüşüldü. | Türkiye İş Kurumu İl Müdürü Behzat Oymak | Türkiye İş Kurumu | 2021/22 | 2021-10-18
zeytin+ | Hasat Dönemi Trafik Denetimi | Zeytin hasadı boyunca işçi taşıyan kamyonetlerin denetlenmesi kararlaştırıldı. | | | | 2021-10-25
zeytin- | Zeytinli Mahallesi İmar Planı | Zeytinli Mahallesinde imar planı değişikliği askıya çıkarıldı. | | | | 2021-11-01
müze | Eski Tekel Binasının Müzeye Dönüştürülmesi | Boş duran eski tekel binasının kent müzesi olarak onarılması, sergilenecek eşyaların halktan toplanması kararlaştırıldı. | Mimar Oğuzhan Pirim | Kalkınma Ajansı | 2017/9 | 2017-06-07
müze+ | Kent Belleği Söyleşileri | Kent müzesinde sergilenmek üzere yaşlılarla yapılan söyleşiler kayda alındı. | Oğuzhan Pirim | | | 2018-01-19
müze- | Müzayede Usulü | Hurda malzemenin müzayede ile satılması konuşuldu. | | | | 2017-07-01
engelli | Engelsiz Ulaşım İçin Kaldırım Rampaları | Tekerlekli sandalye kullananlar için kaldırımlara rampa yapılması, belediye otobüslerinin alçak tabanlı olması istendi. Engelli bireylerin ulaşımına dair eylem planı kabul edildi. | Engelliler Derneği Başkanı Zülal Kıvanç | Erişilebilirlik Komisyonu | 2019/40 | 2019-12-03
engelli+ | Durakların Sesli Uyarı Sistemi | Görme engelli yolcular için otobüs duraklarına sesli uyarı konacak. | Zülal Kıvanç | | | 2020-05-14
engelli- | Engebeli Arazide Yol Yapımı | Engebeli arazide açılacak orman yolunun rampası azaltılacak. | | | | 2019-12-09
burs | Üniversite Öğrencilerine Burs Verilmesi | Vakıf, başarılı ve ihtiyaç sahibi öğrencilere verilecek bursun tutarını belirledi. Bursiyerlerin seçimini üç kişilik kurul yapacak. | Vakıf Müdürü İlhami Sarıtaş | Sosyal Yardımlaşma ve Dayanışma Vakfı (SYDV) | 2022/5 | 2022-09-29
burs+ | Öğrenci Yurdu Kayıtları | Burs alan öğrencilerin yurt kayıtlarında öncelikli olması önerildi. | | | | 2022-10-06
burs- | Bursa Fuarına Katılım | Bursa'daki tarım fuarına üreticilerle gidilmesi konuşuldu. | | | | 2022-10-10
halıcılık | Halı Dokuma Kursunun Açılması | Unutulmaya yüz tutan Yağcıbedir halı dokumacılığı için halk eğitimi merkezinde kurs açılacak; usta öğreticinin ücreti ajans desteğinden ödenecek. | Usta Öğretici Döndü Karaağaç | Halk Eğitimi Merkezi | 2018/27 | 2018-10-22
halıcılık+ | El Sanatları Sergisi | Dokuma kursiyerlerinin halıları sergilenip satıldı, geliri kursiyerlere dağıtıldı. | Döndü Karaağaç | | | 2019-06-15
halıcılık- | Halı Saha Kirası | Gençlik merkezindeki halı sahanın saatlik kirası belirlendi. | | | | 2018-11-11
doğalgaz | Doğal Gaz Hattının İlçelere Ulaştırılması | Doğal gaz boru hattının üç ilçeye uzatılması için dağıtım şirketiyle protokol imzalanacak. Kazılar kış gelmeden bitirilecek. | Genel Sekreter Umut Barlas | | 2020/12 | 2020-04-08
doğalgaz+ | Kazı Sonrası Yolların Onarılması | Doğal gaz kazılarından bozulan yolların yüklenici tarafından onarılması istendi. | | | | 2020-09-17
doğalgaz- | Doğal Sit Alanı Kararı | Doğal sit alanındaki yapı yasağına itiraz görüşüldü. | | | | 2020-05-05
okul | Taşımalı Eğitimde Servis Ücretleri | Taşımalı eğitim kapsamındaki öğrencilerin servis ücretlerinin ödenmesi gecikmiştir. Öğle yemeği ihalesinin yenilenmesine, şoförlerin denetlenmesine karar verildi. | Şube Müdürü Kemal Ersöz | İl Millî Eğitim Müdürlüğü | 2016/33 | 2016-09-26
okul+ | Birleştirilmiş Sınıfların Kapatılması | Öğrencisi azalan köy okulları kapatılınca çocuklar taşımalı eğitimle merkeze getirilecek. | | İl Millî Eğitim Müdürlüğü | | 2017-08-28
okul- | Eşya Taşıma İhalesi | Arşiv dolaplarının taşınması işinin ihalesi yapıldı. | | | | 2016-10-03
bağımlılık | Bağımlılıkla Mücadelede Danışma Hattı | Uyuşturucu bağımlılarının tedaviye yönlendirilmesi için danışma hattı kurulacak; muhtarlar ve okul rehber öğretmenleri bilgilendirilecek. | Psikolog Selvihan Durak | Yeşil Nefes Derneği (YEND) | 2023/11 | 2023-06-26
bağımlılık+ | Gençlere Yönelik Spor Kampı | Madde bağımlılığından korunma amacıyla yaz aylarında spor kampı yapılacak. | Selvihan Durak | | | 2023-07-10
bağımlılık- | Bağımsız Denetçi Seçimi | Kooperatifin hesaplarını inceleyecek bağımsız denetçi seçildi. | | | | 2023-06-28
pazar | Üretici Pazarının Yeri | Kadın üreticilerin ürünlerini aracısız satacağı pazarın cumartesi günleri eski hal binasında kurulması kararlaştırıldı; tezgâh kirası alınmayacak. | Muazzez İncekara, Kooperatif Başkanı | S.S. Gelincik Kadın Girişimi Üretim ve İşletme Kooperatifi | 2021/3 | 2021-04-05
pazar+ | Kooperatif Ürünlerinin Satışı | Gelincik kooperatifinin tarhana ve reçelleri pazarda ve internetten satılıyor. | Muazzez İncekara | | | 2021-11-23
pazar- | Pazar Günü Nöbeti | Eczanelerin pazar günü nöbet çizelgesi düzenlendi. | | | | 2021-04-12
tapu | Köy Yerleşik Alanının Tespiti | Köy yerleşik alan sınırlarının tespiti ve tapuların yenilenmesi için kadastro ekibi görevlendirildi. Sınır uyuşmazlıkları uzlaşmayla çözülecek. | Kadastro Müdürü Yaşar Durmaz | | 2017/21 | 2017-10-30
tapu+ | Hisseli Arazilerin Toplulaştırılması | Parçalanan arazilerin birleştirilmesiyle tapu sayısı azalacak. | Yaşar Durmaz | | | 2018-02-20
tapu- | Sinir Hastalıkları Polikliniği | Hastaneye sinir hastalıkları uzmanı atanması istendi. | | | | 2017-11-02
çevre | Atık Su Arıtma Tesisinin Kokusu | Mahalle sakinlerinin arıtma tesisinden gelen koku şikâyeti incelendi. Çamur kurutma ünitesinin kapatılması, işletmeye ceza kesilmesi kararlaştırıldı. | Çevre Mühendisi Tülin Özbayrak | Mahalli Çevre Kurulu | 2019/5 | 2019-08-01
çevre+ | Sıfır Atık Uygulaması | Okullarda atıkların ayrı toplanması ve arıtma çamurunun gübre olarak denenmesi konuşuldu. | Tülin Özbayrak | | | 2019-09-12
çevre- | Atıl Araçların Satışı | Otoparktaki atıl araçların satılmasına karar verildi. | | | | 2019-08-06
turizm | Yayla Şenliklerinin Programı | Kızılağaç yaylasındaki şenliklerin temmuzun ikinci haftası yapılması, çadır kuracaklardan ücret alınmaması uygun bulundu. Jandarma yolda tedbir alacak. | Kültür Müdürü Hikmet Asarcık | | 2018/16 | 2018-06-25
turizm+ | Ev Pansiyonculuğu Eğitimi | Yaylada evini konuklara açacak ailelere pansiyonculuk kursu verildi. | | | | 2019-04-04
turizm- | Şenlik Mahallesi Kanalizasyonu | Şenlik Mahallesinin kanalizasyonu yenileniyor. | | | | 2018-07-02
teknokent | Yazılım Şirketlerine Kuluçka Merkezi | Üniversite teknoparkında genç girişimcilerin yazılım şirketleri için kuluçka merkezi açılacak, ilk yıl kira istenmeyecek. | Rektör Yardımcısı Prof. Dr. Cevdet İlbey | Küçük ve Orta Ölçekli İşletmeleri Geliştirme ve Destekleme İdaresi Başkanlığı | 2022/30 | 2022-11-14
teknokent+ | Girişimcilik Yarışması | Kuluçka merkezine girecek projeler yarışmayla seçildi. | Cevdet İlbey | | | 2023-04-27
teknokent- | Tavuk Çiftliği Kuluçka Ünitesi | Kümesteki kuluçka makinelerinin onarımı yapıldı. | | | | 2022-12-01
veteriner | Şap Hastalığına Karşı Karantina | Bir besi işletmesinde şap hastalığı görülünce hayvan pazarı kapatıldı, karantina konuldu. Aşılamanın on gün içinde bitirilmesi gerekiyor. | Veteriner Hekim Lütfiye Kozan | Tarım ve Orman Müdürlüğü | 2020/2 | 2020-01-22
veteriner+ | Hayvan Pazarının Yeniden Açılması | Karantinanın kalkmasıyla pazarın açılmasına, girişlerin dezenfekte edilmesine karar verildi. | Lütfiye Kozan | | | 2020-03-02
veteriner- | Şapka ve Üniforma Alımı | Koruma görevlilerine şapka ve üniforma alınacak. | | | | 2020-02-11
spor | Yüzme Havuzunun İşletilmesi | Kapalı yüzme havuzunun işletmesinin spor kulübüne devredilmesi görüşüldü. Havuz ücretlerinin öğrencilere yarı yarıya uygulanması şart koşuldu. | Kulüp Başkanı Alper Sönmezışık | Gençlik ve Spor Müdürlüğü | 2019/28 | 2019-02-18
spor+ | Cankurtaran Kursu | Havuzda görev alacak cankurtaranlara belge verildi. | Alper Sönmezışık | | | 2019-05-27
spor- | Yüzde Hesapları | Bütçe yüzdeleri ve havuz hesabına aktarılan paylar denetlendi. | | | | 2019-03-01
mezbaha | Mezbahanın Kapasitesinin Artırılması | Belediye mezbahasının kesim kapasitesi yetersiz kaldığından soğuk hava deposu ilave edilecek. | Belediye Başkanı Erdal Güçyetmez | Ilıcasu Belediyesi | 2021/35 | 2021-12-15
mezbaha+ | Kurban Kesim Yerleri | Bayramda kurbanların mezbaha ve belirlenen yerler dışında kesilmemesi duyuruldu. | | Ilıcasu Belediyesi | | 2022-06-20
mezbaha- | Kesimhane Caddesi Trafiği | Kesimhane Caddesinin tek yön olması istendi. | | | | 2021-12-20
enerji | Okul Çatılarına Güneş Paneli | Okulların elektrik giderini düşürmek için çatılara güneş paneli konulacak; üretilen fazla elektrik satılacak. | Elektrik Mühendisi Buse Tanrıkulu | Enerji Verimliliği Birimi (EVB) | 2023/19 | 2023-10-09
enerji+ | Kamu Binalarında Yalıtım | Okul ve hastanelerin dış cephe yalıtımı yapılırsa elektrik ve yakıt gideri azalacak. | Buse Tanrıkulu | | | 2023-12-04
enerji- | Gazetecilik Paneli | Basın günü paneline güneş gözlüğü firması sponsor oldu. | | | | 2023-10-16
tören | Cumhuriyet Bayramı Kutlama Programı | Cumhuriyet Bayramı kutlamalarında çelenk sunma, geçit töreni ve fener alayı yapılacak. Törene katılacak okulların listesi kaymakamlıklarca bildirilecek. | Protokol Müdürü Sedat Akbörü | Kutlama Komitesi | 2022/41 | 2022-10-17
tören+ | Zafer Haftası Etkinlikleri | Zafer haftasında geçit töreni ve fotoğraf sergisi düzenlenecek. | Sedat Akbörü | | | 2022-08-22
tören- | Fener Balığı Avı Yasağı | Balıkçılara fener balığı av yasağı duyuruldu. | | | | 2022-10-24
`

export const planted: Planted[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [key = '', title = '', text = '', people, agencies, number, date] = row
      .split(' | ')
      .map((cell) => cell.trim())
    return {
      key,
      title,
      text,
      ...(people ? { people } : {}),
      ...(agencies ? { agencies } : {}),
      ...(number ? { number } : {}),
      ...(date ? { date } : {}),
    }
  })
