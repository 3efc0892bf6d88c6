import { terms } from '../../../shared/i18n/tr/terms'

/**
 * What each field means, for somebody who reads the files without Tutanak: in Turkish, then in a few English words.
 * Written into the JSON Schemas beside the data.
 */
const fields: Record<string, string> = {
  format: 'Biçimin adı · name of the format',
  type: 'Kaydın türü · record type',
  version: 'Bu türün biçim sürümü · version of this type’s shape',
  savedAt: 'Dosyanın yazıldığı an (UTC) · when the file was written',
  savedBy: 'Kimin kaydettiği · who saved it',
  sha256:
    'Kayıt dosyasında: “record” bölümünün, ekte: dosyanın SHA-256 özeti · SHA-256 of `record` (canonical, RFC 8785) or of the attached file',
  record: 'Kaydın kendisi · the record',
  id: 'Kimlik: tür ve UUID; değişmez · id, for life',
  revision: 'Kaçıncı sürüm · number of the version',
  createdAt: 'Oluşturulduğu an (UTC) · made at',
  updatedAt: 'Son değiştiği an (UTC) · last changed at',
  originArchive: 'Kaydın ilk yazıldığı arşivin kimliği · archive it was first written in',
  bodyId: 'Toplantıyı yapan kurul · board that met',
  bodyName: 'Kurulun o günkü adı · its name on the day',
  kind: 'Türü · kind',
  title: 'Başlık ya da unvan · title of a record, or office of a person',
  numbers: 'Toplantının numaraları · numbers of the meeting',
  no: 'Toplantı numarası · number',
  term: 'Dönem · term',
  sitting: 'Birleşim · sitting',
  session: 'Oturum · session',
  time: 'Ne zaman yapıldığı · when it took place',
  start: 'Başlangıç, duvar saatiyle · beginning, wall clock without zone',
  end: 'Bitiş, duvar saatiyle · end, wall clock without zone',
  precision: 'Tarihin kesinliği: dakika, gün, ay, dönem ya da bilinmiyor · how exact the date is',
  asWritten: 'Kâğıtta yazıldığı biçimi · as the paper says it',
  breaks: 'Oturuma verilen aralar · breaks',
  call: 'Birinci ya da ikinci toplantı çağrısı · first or second call',
  memberCount: 'Üye tam sayısı · number of members',
  declared: 'Başkanın bildirdiği: sağlandı ya da sağlanamadı · what the chair declared',
  comments: 'Taslağı inceleyenler için açıklamalar; tutanağa girmez · remarks for reviewers',
  done: 'Gereği yapıldı mı · done',
  recordings: 'Ses kayıtları · sound recordings',
  consentAt: 'Katılanlara bildirilip onay alınan an (UTC) · when those present agreed',
  pieces: 'Tek başına çalınabilen parçalar · pieces that play by themselves',
  file: 'Ekler klasöründeki dosya · file among the attachments',
  ms: 'Süresi, milisaniye · length in milliseconds',
  memberId: 'Kuruldaki üyelik · seat in the body',
  plannedMinutes: 'Ayrılan süre, dakika · planned minutes',
  startedAt: 'Görüşülmeye başlandığı an (UTC) · begun at',
  endedAt: 'Görüşmenin bittiği an (UTC) · ended at',
  blockId: 'Geldiği karar ya da görev · decision or action item it comes from',
  private: 'Yazmanın kendi notu; hiçbir çıktıya girmez · secretary’s own note, in no export',
  writtenAt: 'İlk yazıldığı an (UTC) · first written at',
  formula: 'Elle yazılan kapanış sözü · closing formula, worded by hand',
  reviewOn: 'Yeniden ele alınacağı tarih · to be taken up again on',
  usualPlace: 'Her zamanki toplantı yeri · usual place',
  usualHour: 'Her zamanki toplantı saati · usual hour',
  templateId: 'Toplantının şablonu · template of its meetings',
  templates: 'Toplantı şablonları · templates of meetings',
  dictionary: 'Yazım denetiminin doğru saydığı sözcükler · words that spelling accepts',
  publishedOn: 'Duyurulduğu gün · published on',
  place: 'Yer · place',
  province: 'İl (ayarlarda: valilik satırı) · province',
  hosts: 'Ev sahibi kurumlar · hosting agencies',
  agencyId: 'Kurumun kimliği · id of an agency',
  name: 'Ad; toplantıda o günkü ad · name, in meetings as it was on the day',
  partners: 'İş birliği yapan kurumlar · partner agencies',
  secrecy: 'Gizlilik · secrecy',
  nextMeeting: 'Sonraki toplantı · next meeting',
  note: 'Not ya da açıklama · remark',
  attachments: 'Ekler; dosyaları attachments klasöründe · attached files, kept in attachments/',
  ext: 'Ekin uzantısı · extension of the file',
  size: 'Bayt olarak boyu · size in bytes',
  tags: 'Etiketler · tags',
  status: 'Durum · state',
  attendance: 'Katılım listesi, ad ve unvanlar o günkü · roll, with names and titles of the day',
  participantId: 'Kişinin kimliği · id of a person',
  prefix: 'Ön unvan (Prof. Dr.) · academic prefix',
  agencyName: 'Kurumun o günkü adı · agency’s name on the day',
  role: 'Görevi · role',
  state: 'Durumu · state',
  actingFor: 'Kimin yerine katıldığı: vekâleten (deputy) ya da adına (on-behalf) · acting for',
  cameAtItemId: 'Katıldığı gündem maddesi · came at item',
  leftAtItemId: 'Ayrıldığı gündem maddesi · left at item',
  agenda: 'Gündem maddeleri, sırasıyla · agenda items in order',
  number: 'Numara · number',
  presenterId: 'Sunan kişinin katılım satırı · presenter’s row of the roll',
  moderatorId: 'Yöneten kişinin katılım satırı · moderator’s row of the roll',
  speakerIds: 'Konuşmacıların katılım satırları · speakers’ rows of the roll',
  basis: 'Dayanak · basis',
  carriedFrom: 'Maddenin devredildiği toplantı ve madde · carried over from',
  meetingId: 'Toplantının kimliği · id of a meeting',
  itemId: 'Gündem maddesinin kimliği · id of an agenda item',
  blocks:
    'Maddenin metni, kararları ve görevleri, yazılış sırasıyla · texts, decisions and actions in writing order',
  markdown: 'Metin (Markdown); [[kimlik|söz]] başka kayda bağlantıdır · text; [[id|words]] links to a record',
  text: 'Metin (Markdown) · text',
  grounds: 'Gerekçe · grounds',
  outcome: 'Sonuç · outcome',
  vote: 'Oylama: unanimous oy birliği, majority oy çokluğu, tally sayımlı · vote',
  for: 'Kabul oyu · votes for',
  against: 'Ret oyu · votes against',
  abstain: 'Çekimser oy · abstentions',
  dissents: 'Karşı oy (dissent) ve çekinceler (reservation) · dissents and reservations',
  attendanceId: 'Katılım satırının kimliği · id of a row of the roll',
  reason: 'Gerekçesi · reason',
  relations:
    'Başka kararlarla ilişkisi: amends değiştirir, annuls kaldırır, supersedes yerine geçer, carries-out yerine getirir · relations to other decisions',
  decisionId: 'Kararın kimliği · id of a decision',
  responsible: 'Görevin sorumlusu: kurum, birim, kişi · who is to do it',
  unit: 'Birim · unit',
  personName: 'Kişinin o günkü adı · person’s name on the day',
  due: 'Süre: gün, ay ya da gelecek toplantı · due: a day, a month or the next meeting',
  date: 'Gün · day',
  month: 'Ay · month',
  source: 'İçe aktarıldığı dosya · file it was imported from',
  fileName: 'Dosyanın adı · file name',
  encoding: 'Dosyanın karakter kodlaması · its character encoding',
  offices: 'Görev yerleri · offices held',
  from: 'Başlangıcı · since',
  to: 'Bitişi · until',
  aliases: 'Diğer adlar · other names',
  contact: 'İletişim bilgileri · contact',
  phone: 'Telefon · telephone',
  email: 'E-posta · e-mail',
  address: 'Adres · address',
  web: 'Web sayfası · web page',
  shortNames: 'Kısa adlar · short names',
  formerNames: 'Eski adlar · former names',
  until: 'Ne zamana kadar · until',
  parentId: 'Bağlı olduğu kurum · parent agency',
  detsis: 'DETSİS numarası · DETSİS number',
  ownerAgencyId: 'Kurulun bağlı olduğu kurum · agency that owns the board',
  members: 'Üyeler · members',
  membership: 'Üyelik türü · kind of membership',
  quorum: 'Toplantı yeter sayısı: ilk ve ikinci çağrıda · quorum at first and second call',
  first: 'İlk çağrıda · first call',
  second: 'İkinci çağrıda · second call',
  numerator: 'Kesrin payı · numerator',
  denominator: 'Kesrin paydası · denominator',
  count: 'Sabit sayı · fixed number',
  decisionNumberPattern: 'Karar numarasının kalıbı · pattern of decision numbers',
  standingAgenda: 'Her toplantının sabit gündem maddeleri · standing agenda',
  signatureOrder: 'İmza sırası (üye kimlikleri) · order of signatures',
  targetId: 'Takip edilen karar ya da görev · decision or action followed up',
  entries: 'Takip kayıtları · entries',
  at: 'Ne zaman (UTC) · when',
  by: 'Kim yazdı · written by',
  document: 'İlgili belge · document',
  letterhead: 'Antet · letterhead',
  republic: 'En üstte “T.C.” yazar · “T.C.” on top',
  administration: 'İdare · administration',
  logo: 'Logo dosyası · logo',
  wording: 'Belgelerdeki kalıp sözler · wording',
  closing: 'İmzalardan önceki cümle · sentence before the signatures',
  font: 'Belge yazı tipi · font of documents',
}

const followUpStatus = {
  'not-started': 'Başlanmadı',
  'under-way': 'Sürüyor',
  done: 'Tamamlandı',
  postponed: 'Ertelendi',
  cancelled: 'İptal edildi',
}

const wordings: Record<string, string>[] = [
  terms.meetingKind,
  terms.agencyKind,
  terms.bodyKind,
  terms.meetingStatus,
  terms.secrecy,
  terms.attendanceRole,
  terms.attendanceState,
  terms.outcome,
  terms.membership,
  followUpStatus,
]

/** `chair = Başkan, …` for fixed values whose words are known. */
function valuesIn(values: unknown): string | undefined {
  if (!Array.isArray(values)) return undefined
  const words = wordings.find((known) => values.every((value) => typeof value === 'string' && value in known))
  return words && values.map((value) => `${String(value)} = ${words[String(value)] ?? ''}`).join(', ')
}

type Node = Record<string, unknown>

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object'
}

/** A JSON Schema with a description at every field. In: the schema as zod makes it. Pure. */
export function described(schema: Node): Node {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isNode(value)) return value
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]))
    if (!isNode(copy.properties)) return copy
    const properties = Object.entries(copy.properties).map(([name, inner]) => {
      if (!isNode(inner) || fields[name] === undefined) return [name, inner]
      const description = [fields[name], valuesIn(inner.enum)].filter(Boolean).join('. ')
      return [name, { description, ...inner }]
    })
    return { ...copy, properties: Object.fromEntries(properties) as Node }
  }
  return walk(schema) as Node
}
