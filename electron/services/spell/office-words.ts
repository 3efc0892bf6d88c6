/**
 * Words of offices that the Turkish dictionary lacks, each with a word of it that takes the same suffixes.
 * Source: TDK Güncel Türkçe Sözlük (sozluk.gov.tr) for the words.
 */
export const officeWords: readonly (readonly [word: string, like: string])[] = [
  ['moderatör', 'raportör'],
  ['moderatörlük', 'raportörlük'],
  ['hazirun', 'memur'],
  ['ekosistem', 'sistem'],
  ['pandemi', 'akademi'],
  ['farkındalık', 'bakanlık'],
  ['internet', 'paket'],
  ['akredite', 'rende'],
]

/** Abbreviations that end in a full stop, without it. Source: TDK Yazım Kılavuzu, *Kısaltmalar Dizini*. */
export const shortForms: readonly string[] = [
  ...[
    'Dr',
    'Doç',
    'Prof',
    'Öğr',
    'Gör',
    'Arş',
    'Uzm',
    'Yrd',
    'Av',
    'Ecz',
    'Müh',
    'Mim',
    'Sn',
    'Alb',
    'Kd',
    'Org',
  ],
  ...[
    'vb',
    'vd',
    'vs',
    'bkz',
    'No',
    'no',
    'Sk',
    'Sok',
    'Cad',
    'Mah',
    'Blv',
    'Apt',
    'Tel',
    'Ltd',
    'Şti',
    'Tic',
  ],
]
