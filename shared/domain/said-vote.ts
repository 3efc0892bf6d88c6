import { dropApostrophes, foldTr } from '../text/turkish'

const ones = 'bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz'
const tens = 'on|yirmi|otuz|kirk|elli'
const number = `(?:\\d+|(?:(?:${tens}) ?)?(?:${ones})|${tens})`
const side = '(?:kabul|ret|red|cekimser|olumlu|olumsuz|evet|hayir|lehte|aleyhte)(?![a-z])'
/** `oy`, `oyu`, `oyla`, `oyuyla`, `oyları`: a vote; no `oyun` (a game), no `oylama`. */
const voteNoun = 'oy(?:u|a|la|uyla|lar|lari|lariyla|larla)?(?![a-z])'
const by = '(?:ile|yonunde|dogrultusunda|sonucu|sonucunda|neticesinde)(?![a-z])'
/** A dissent alone (Ali Kaya’nın karşı oyu ile) tells no result, nor does the way of voting (gizli oyla). */
const noResult = '(?<!(?:karsi|gizli|acik|isari|isaretle) )'
/** `üye tam sayısının üçte iki çoğunluğu`, `salt çoğunluk`: how large a majority. */
const share = `(?:salt|mutlak|nitelikli|basit|adi|${number}/${number}|ucte iki|dortte uc|beste uc|beste dort)`

const voteSaid = new RegExp(
  [
    // `Oy birliği sağlanamadığından`: there was none.
    '(?<![a-z])oy ?(?:birli|coklu|cogunlu)[a-z]*(?![a-z]| (?:saglanama|olmad|olmay|bulunmad|aran|gerek|sart))',
    '(?<![a-z])oylar[a-z]*(?: salt)? (?:birli|coklu|cogunlu|esit)',
    '(?<![a-z])(?:katil|bulun)anlarin (?:salt )?cogunlug',
    // With it a board decides; with it a board meets, too.
    `(?<![a-z])${share} cogunlu(?:kla|k ile|guyla|gu ile)(?! topla)`,
    '(?<![a-z])(?:ittifak(?:la| ile)|muttefikan)(?![a-z])',
    // At the end it tells the vote; in mid-text it mostly means "mostly".
    '(?<![a-z])cogunlukla[ .]*$',
    '(?<![a-z])esitlig[a-z]* uzerine|(?<![a-z])oy(?:da|un)? esitli',
    // 5 kabul · 5 oy · 5 üyenin kabul · beş üyenin kabul oyu · iki ret oyu · 5e karşı 2
    `(?<![a-z0-9])\\d+(?:[iu]n[iu]n|s[iu]n[iu]n)? (?:${side}|${voteNoun})`,
    `(?<![a-z0-9])${number} uye(?:nin)?,? (?:${side}|${voteNoun})`,
    `(?<![a-z0-9])${number} ${side} ${voteNoun}`,
    `(?<![a-z0-9])\\d+[iy]?[ae] karsi \\d+`,
    `(?<![a-z])${noResult}oy(?:u|lari)? ${by}`,
    `(?<![a-z])${noResult}oy(?:uyla|la|lariyla|larla)(?![a-z])`,
    '(?<![a-z])baskanin oyunun bulundug',
  ].join('|'),
)

/** Whether a text says how it was voted: `oy çokluğu ile`, `5 üyenin kabul, 2 üyenin ret oyu ile`, `Başkanın oyu yönünde`. */
export function saysVote(words: string): boolean {
  return voteSaid.test(foldTr(dropApostrophes(words)).replace(/\s+/g, ' '))
}

/** How it was voted, at the end of a text and without a verb: `…, mevcudun oy birliği ile`, `… 5 kabul 1 ret oyuyla`. */
const voteAtEnd = new RegExp(
  `(?:(?:^|[\\s,]+)(?:\\d+(?:/\\d+)?|${ones}|${tens}|ucte|dortte|beste|oy[a-z]*|birlig[a-z]*|coklug[a-z]*|cogunlu[gk][a-z]*` +
    '|salt|mutlak|nitelikli|basit|adi|ittifak[a-z]*|muttefikan|kabul|ret|red|cekimser|karsi|ve|ile|esitlig[a-z]*|uzerine' +
    '|baskanin|yonunde|uyenin|uyelerin|uye|tam|sayisinin|mevcudun|toplantiya|hazir|katilanlarin|bulunanlarin))+$',
)

/** What stands before a vote that ends a text, and what that vote still needs before a verb (`5 kabul, 2 ret`: *oyu ile*). */
export interface EndingVote {
  /** folded; ends at the word that waits for a verb, if one does */
  before: string
  /** of the vote in characters */
  length: number
  bridge: string
}

/** The vote that ends a text without a verb. In: words without their full stop. Out: undefined when no vote ends it. */
export function endingVote(words: string): EndingVote | undefined {
  const folded = foldTr(words)
  const phrase = voteAtEnd.exec(folded)?.[0]
  if (phrase === undefined || !saysVote(phrase)) return undefined
  const bridge = bridgeAfter(phrase)
  if (bridge === undefined) return undefined
  const before = folded.slice(0, -phrase.length)
  return { before: /^.*[iu]n[ae](?![a-z])/s.exec(before)?.[0] ?? before, length: phrase.length, bridge }
}

function bridgeAfter(phrase: string): string | undefined {
  if (/(?:ile|y?l[ae]|yonunde|muttefikan)$/.test(phrase)) return ''
  if (/(?:birligi|coklugu|cogunlugu|oyu)$/.test(phrase)) return 'ile'
  if (/(?:kabul|ret|red)$/.test(phrase)) return 'oyu ile'
  return /cekimser$/.test(phrase) ? 'oy ile' : undefined
}
