import { foldTr } from '../../text/turkish'
import { MirrorFault } from './fault'

/**
 * The words of the mirror's form. They are part of a file format, like keywords: they stay Turkish in every language
 * of the interface and must never change without raising the form's number.
 */
export const labels = {
  body: 'Kurul',
  hosts: 'Ev sahibi',
  partners: 'İş birliği',
  decision: 'Karar',
  action: 'Görev',
  grounds: 'Gerekçe',
  basis: 'Dayanak',
  dissent: 'Karşı oy',
  reservation: 'Çekince',
  agency: 'Sorumlu kurum',
  unit: 'Birim',
  person: 'Sorumlu kişi',
  parent: 'Üst kurum',
  owner: 'Bağlı olduğu kurum',
  meeting: 'Toplantı',
  by: 'Yazan',
  document: 'Belge',
} as const

export const heads = {
  roll: 'Katılanlar',
  attachments: 'Ekler',
  members: 'Üyeler',
  offices: 'Görevler',
  followUp: 'Takip',
  settings: 'Kurum ayarları',
  untitled: '<!-- adsız -->',
} as const

export const columns = {
  prefix: 'Ön unvan',
  name: 'Adı soyadı',
  title: 'Unvanı',
  agency: 'Kurumu',
  role: 'Görevi',
  state: 'Durumu',
  note: 'Açıklama',
  membership: 'Üyelik',
} as const

/** A list of fixed words for the values of a field. */
export interface Wording<V extends string> {
  wordOf(value: V): string
  /** Whatever the case and the Turkish letters. Error: `unknown-word`. */
  valueOf(word: string, line: number): V
  has(word: string): boolean
}

function wording<V extends string>(words: Readonly<Record<V, string>>): Wording<V> {
  const values = new Map(
    Object.entries<string>(words).map(([value, word]) => [foldTr(word), value as V] as const),
  )
  return {
    wordOf: (value) => words[value],
    has: (word) => values.has(foldTr(word.trim())),
    valueOf(word, line) {
      const value = values.get(foldTr(word.trim()))
      if (value === undefined) throw new MirrorFault('unknown-word', line, word)
      return value
    },
  }
}

export const roles = wording({
  chair: 'Başkan',
  'deputy-chair': 'Başkan vekili',
  rapporteur: 'Raportör',
  member: 'Üye',
  moderator: 'Moderatör',
  speaker: 'Konuşmacı',
  representative: 'Temsilci',
  host: 'Ev sahibi',
  guest: 'Davetli',
  observer: 'Gözlemci',
  participant: 'Katılımcı',
})

export const states = wording({
  present: 'Katıldı',
  excused: 'Mazeretli',
  'on-leave': 'İzinli',
  absent: 'Katılmadı',
  invited: 'Davet edildi',
})

export const outcomes = wording({
  adopted: 'kabul edildi',
  rejected: 'reddedildi',
  referred: 'havale edildi',
  postponed: 'ertelendi',
  noted: 'bilgi edinildi',
})

export const decisionStates = wording({
  'in-force': 'yürürlükte',
  amended: 'değiştirildi',
  annulled: 'kaldırıldı',
  superseded: 'yerine yenisi alındı',
  'carried-out': 'yerine getirildi',
})

export const votes = wording({ unanimous: 'oy birliği', majority: 'oy çokluğu' })

export const memberships = wording({
  'ex-officio': 'Tabii üye',
  elected: 'Seçilmiş üye',
  full: 'Asıl üye',
  substitute: 'Yedek üye',
})

export const followUpStatuses = wording({
  'not-started': 'başlanmadı',
  'under-way': 'sürüyor',
  done: 'tamamlandı',
  postponed: 'ertelendi',
  cancelled: 'iptal edildi',
})
