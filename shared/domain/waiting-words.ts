import { foldTr, lowerTr } from '../text/turkish'

/** A decision's words as far as they wait for a verb. */
export interface Waiting {
  words: string
  /** `… yapılmasına` · `… yapılması` · `Divan Başkanlığına Ayşe Gül` */
  kind: 'dative' | 'deed' | 'office'
  /** something stands between them and the verb: `…, kesin olarak` */
  apart?: true
}

/** `… -mesine`, `… -ına`: a decision's text that waits for its verb. A name that ends so (`Emine`) does not. */
function endsInDative(words: string): boolean {
  const lower = lowerTr(words)
  if (/m[ae]s[ıi]n[ae]$/.test(lower)) return true
  if (!/[ıiuü]n[ae]$/.test(lower)) return false
  // `Teklifin Kabulüne`: what somebody's is, is no name.
  return !/\s\p{Lu}\p{Ll}\S*$/u.test(words) || /[ıiuü]n\s\S+$/.test(lower)
}

/** `… yapılması`, `Talebin reddi`, folded: names what was decided. */
const deed =
  /(?:[ln]m[ae](?:m[ae])?(?:s[iu]|l[ae]r[iu])|(?<![a-z])(?:kabulu|reddi|iptali|havalesi|iadesi|tehiri|sevki|tevdii)|(?<=[iu]n )(?:ibrasi|feshi|onayi|tasdiki|tahsisi|devri|tescili|tebligi|ilani|tasfiyesi|uzatimi))$/

/** `Kâtip üyeliklere Ümit Ün`: an office and who was chosen for it. */
const officeAndName =
  /(?:[Bb]aşkan|[Vv]ekil|[Üü]ye|[Kk][aâ]tip|[Yy]azman|[Mm]emur|[Tt]emsilci|[Dd]elege|[Dd]enetçi|[Ss]özcü)l[ıiuü](?:ğ[ıiuü]n[ae]|ğ[ae]|kl[ae]r[ae]|kl[ae]r[ıi]n[ae])(?:,? (?:ve )?\p{Lu}[\p{L}.]*)+$/u

const remark = /(?:["”»]|(?<=[^\s.!?])\s*[([][^()[\]]*[)\]])$/u
const manner =
  /(?:olarak|uzere|itibaren|itibari?yla|birlikte|ayri ayri|aynen|(?:kaydi|sarti|kosulu|sureti)(?:yla|yle| ile))$/
/** Up to the last deed in the dative that no postposition takes away from the verb. */
const deedThenMore =
  /^.*(?:m[ae]s[iu]n[ae]|m[ae]l[ae]rin[ae]|(?<![a-z])(?:reddi|kabulu|iptali|havalesi|iadesi|tahsisi|onayi)n[ae])(?![a-z]| (?:iliskin|dair|yonelik|kadar|dek|gore|karsi|ragmen|ait|esas|bagli))/s

/** A text without a remark in brackets or a closing quotation mark at its end: `… yapılmasına (Ek-1)`. */
export function withoutRemark(words: string): string {
  return words.replace(remark, '')
}

/** What of a text waits for its verb. In: its last paragraph without full stop. Out: undefined for a whole sentence or a name. */
export function waitingIn(said: string): Waiting | undefined {
  const words = withoutRemark(said)
  if (endsInDative(words)) return { words, kind: 'dative' }
  const folded = foldTr(words)
  if (deed.test(folded)) return { words, kind: 'deed' }
  if (officeAndName.test(words)) return { words, kind: 'office' }
  const cut = manner.test(folded) ? deedThenMore.exec(folded)?.[0] : undefined
  return cut === undefined ? undefined : { words: cut, kind: 'dative', apart: true }
}

/** The same words ending as they would before `karar verilmiştir`, to be judged: `Talebin reddi` → `… reddine`. */
export function inDative({ words, kind }: Waiting): string {
  return kind === 'deed' ? `${words}ne` : words
}
