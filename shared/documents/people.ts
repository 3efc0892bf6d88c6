import type { Attendance } from '../records/attendance'
import { upperTr } from '../text/turkish'
import { fill, type Words } from './words'

/** `Prof. Dr. Ayşe Demir`; empty for an agency without a named person. */
export function personName(row: Pick<Attendance, 'prefix' | 'name'>): string {
  return row.name ? [row.prefix, row.name].filter(Boolean).join(' ') : ''
}

/** A person or agency of the roll in one line: `Ayşe Demir, Vali Yardımcısı, Örnek Valiliği`. */
export function personLine(row: Attendance): string {
  return [personName(row), row.title, row.agencyName].filter(Boolean).join(', ')
}

/** For whom somebody stood in, in words; empty for nobody. */
export function actingWords(row: Attendance, words: Words): string {
  if (!row.actingFor) return ''
  const sentence = row.actingFor.kind === 'deputy' ? words.attendance.deputy : words.attendance.onBehalf
  return fill(sentence, { name: row.actingFor.name })
}

/** A name as it is signed: `Adı SOYADI` (2020 regulation, article 17): the last word in capitals. */
export function signedName(row: Pick<Attendance, 'prefix' | 'name'>): string {
  const parts = (row.name ?? '').trim().split(/\s+/)
  const surname = parts.pop() ?? ''
  return [row.prefix, ...parts, upperTr(surname)].filter(Boolean).join(' ')
}
