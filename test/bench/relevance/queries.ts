/** A query and what answers it: 2 = what was meant, 1 = also about it. */
export interface JudgedQuery {
  text: string
  relevant: Record<string, 1 | 2>
}

/** Written before anything was measured on them: `text > main ids | also ids`. */
const rows = `
karabelen kanal onarımı > kanal | kanal+
sulama kanalinin catlayan kaplamasi > kanal |
rüstem çaltepe > kanal |
SU BİRLİĞİ RAPORU > kanal+ | kanal
annelerin çocuklarına kreş > kreş | kreş+
organize sanayide kres acilmasi > kreş |
nermin ugurtas > kreş kreş+ |
DOSB kreş > kreş |
göçer arıcıların kovanları > arı |
aricilar birligi baskani > arı |
bal ormani > arı arı+ |
TAYB kovan destegi > arı |
sel zararının tespiti > sel |
su basan dukkanlar > sel |
gurbuz alniacik > sel |
dere yatağındaki kaçak yapılar > sel+ | sel
gezici kütüphanenin güzergahı > kütüphane | kütüphane+
koy okullarina gezici kutuphane > kütüphane |
feride tinaz > kütüphane |
bağışlanan kitaplar > kütüphane+ |
mera tahsisi reddi > mera |
yukaricam merasi > mera mera+ |
serife kalaycioglu ziraat > mera |
otlatma planları > mera+ |
zeytin toplayan mevsimlik işçi > zeytin |
iscilerin cadir yerleri > zeytin |
behzat oymak > zeytin |
hasatta servis denetimi > zeytin | zeytin+
tekel binası müze > müze |
kent muzesinde sergilenecek esyalar > müze | müze+
oğuzhan pirim > müze müze+ |
yaşlılarla söyleşi > müze+ |
kaldırımlara rampa > engelli |
tekerlekli sandalye otobus > engelli |
zulal kivanc > engelli engelli+ |
görme engellilere sesli uyarı > engelli+ |
üniversitelilere burs tutarı > burs |
ogrenci burslari > burs | burs+
ilhami saritas vakif > burs |
SYDV bursiyer > burs |
halı dokumacılığı kursu > halıcılık | halıcılık+
yagcibedir > halıcılık |
döndü karaağaç > halıcılık halıcılık+ |
kursiyerlerin halilari > halıcılık+ |
doğalgaz hattı protokolü > doğalgaz |
dogal gaz ilcelere > doğalgaz |
kazılardan bozulan yollar > doğalgaz+ | 
umut barlas genel sekreter > doğalgaz |
taşımalı eğitim servis ücreti > okul |
tasimali egitim > okul okul+ |
milli egitim mudurlugu ogle yemegi > okul |
kapatılan köy okulları > okul+ |
bağımlılara danışma hattı > bağımlılık |
uyusturucuyla mucadele muhtarlar > bağımlılık |
selvihan durak > bağımlılık bağımlılık+ |
YEND danışma > bağımlılık |
üreticinin aracısız satış pazarı > pazar |
kadin ureticilerin tezgah kirasi > pazar |
muazzez incekara > pazar pazar+ |
gelincik kooperatifi ürünü > pazar+ | pazar
köy yerleşik alanları > tapu |
kadastro sinir uyusmazligi > tapu |
yaşar durmaz > tapu tapu+ |
arazi toplulaştırması > tapu+ |
arıtma tesisinden koku > çevre |
koku sikayetleri ceza > çevre |
tulin ozbayrak cevre > çevre çevre+ |
okulda sıfır atık > çevre+ |
yayla şenliği > turizm |
kizilagac yaylasi senlikleri > turizm |
hikmet asarcık > turizm |
pansiyonculuk kursları > turizm+ |
yazılımcılara kuluçka merkezi > teknokent | teknokent+
genc girisimciler yazilim > teknokent |
rektör yardımcısı ilbey > teknokent |
KOSGEB kuluçka > teknokent |
şap hastalığı karantinası > veteriner | veteriner+
sap hastaligi asilama > veteriner |
lutfiye kozan > veteriner veteriner+ |
hayvan pazarı açılması > veteriner+ | veteriner
yüzme havuzu işletmesi > spor |
havuz ucreti ogrenci > spor |
alper sönmezışık > spor spor+ |
cankurtaranların belgesi > spor+ |
mezbahaya soğuk hava deposu > mezbaha |
kesim kapasitesi > mezbaha |
erdal gucyetmez > mezbaha |
kurban kesimi > mezbaha+ |
çatıya güneş panelleri > enerji |
okullarin elektrik gideri > enerji | enerji+
buse tanrikulu > enerji enerji+ |
EVB güneş > enerji |
cumhuriyet bayramında geçit töreni > tören |
celenk sunma fener alayi > tören |
sedat akboru > tören tören+ |
2022/41 > tören |
2019/14 sayılı karar > kanal |
karar 2021/35 > mezbaha |
"bal ormanı" yeri > arı+ |
afad sel > sel |
`

const ids = (cell: string) => cell.split(' ').filter(Boolean)

export const judgedQueries: JudgedQuery[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [text = '', answers = ''] = row.split(' > ')
    const [main = '', also = ''] = answers.split('|')
    const relevant: Record<string, 1 | 2> = {}
    for (const id of ids(main)) relevant[id] = 2
    for (const id of ids(also)) relevant[id] = 1
    return { text, relevant }
  })
