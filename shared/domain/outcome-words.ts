import type { DecisionBlock } from '../records/blocks'
import { dropApostrophes, foldTr } from '../text/turkish'

/** What becomes of a decision and has a word of its own; `adopted` is said by the verb alone, `noted` is not voted on. */
export type Fate = Exclude<DecisionBlock['outcome'], 'adopted' | 'noted'>

/** Patterns over folded words (ı = i, ö = o, ü = u, ş = s, ç = c, ğ = g). */
const dative = '[iu]n[ae]$'
const ofStems = (stems: string, end = dative) => new RegExp(`^(?:${stems})[a-z]*${end}`)

/** Verbs with which a matter is dealt with: put off when it is to be done later, referred when somebody else does it. */
const dealing =
  'gorus|tartis|degerlendir|incele|irdele|konusul|oylan|muzakere|arastir|sonuclandir|karara|karar|ele|gundem|sun|getir|tasin|aktar|devred|devam|netlestir|tetkik|calisil|bakil'
/** Verbs that say what is done only with the noun before them: `ele alınmasına`, `karara bağlanmasına`, `havale edilmesine`. */
const light = 'al[iu]n|bagla|edil|olun|konul|konma|koyul|ver[iu]l|yapil|veril'

const later =
  /^(?:sonra(?:ki|ya|sinda)?|gelecek|dahaki|muteakip|muteakiben|izleyen|ileri(?:de|ki|ye)?|ilerleyen|onumuzdeki|bilahare|yeniden|tekrar|tekraren|ardindan|ayinda|tarih(?:li|inde|ine|te|e)|(?:toplanti|oturum|birlesim|celse|gundem)[a-z]*)$/

/** `gelecek toplantıda`, `bir sonraki toplantının gündeminde`: there it goes on, whatever the verb; not `gelecek toplantıya kadar`. */
const nextMeeting =
  /(?<![a-z])(?:gelecek|sonraki|dahaki|muteakip|izleyen|onumuzdeki) (?:bir )?(?:toplanti|oturum|birlesim|celse|gundem)(?:(?:[iu]?n[iu]n)? gundem)?[a-z]*[ae](?! (?:kadar|dek|degin))(?![a-z])/

const bodies =
  'komisyon|kurul|komite|heyet|encumen|meclis|mudurlu[gk]|baskanli[gk]|bakanli[gk]|valili[gk]|kaymakamli[gk]|musavirli[gk]|sekreterli[gk]|savcili[gk]|mufettisli[gk]|yurutme|makam|daire|birim|kurum|idare|belediye|mahkeme|universite|enstitu|rektorlu[gk]|dekanli[gk]|sube|vali|kaymakam|bakan|baskan|mudur|uzman|bilirkisi|mercii?|burosu?|defterdarli[gk]|muftulu[gk]|bassavcili[gk]|cumhurbaskanli[gk]|komutanli[gk]|gru[bp]'
const askedFor = 'onay|gorus|takdir|tasvi[bp]|tensi[bp]|bilgi|imza|olur|tetki[kg]|inceleme|degerlendirme'

/** `komisyona`, `Vali onayına`: to whom something goes; no locative (`komisyonda`) and no verbal noun (`kurulmasına`). */
function isRecipient(word: string): boolean {
  if (/(?:[dtc][ae]|m[ae]s[iu]n[ae])$/.test(word) && !/^(?:takdire|heyete|mahkemesine)$/.test(word))
    return false
  return (
    new RegExp(`^(?:${bodies}|${askedFor})[a-z]*[ae]$`).test(word) && !/^(?:daire|idare|belediye)$/.test(word)
  )
}

/** `komisyonca`, `komisyonda`, `komisyon tarafından`: by whom something is done. */
const isDoer = (word: string) =>
  word === 'tarafindan' || new RegExp(`^(?:${bodies})[a-z]*[cdt][ae]$`).test(word)

function isDealing(last: string, before: string): boolean {
  return ofStems(dealing).test(last) || (ofStems(light).test(last) && ofStems(dealing, '').test(before))
}

/** One clause, by its last word, the word before it, and all words before the last. */
type Says = (last: string, before: string, words: readonly string[]) => boolean

const isPostponed: Says = (last, before, words) => {
  if (ofStems('ertele|otelen|birakil|beklen|beklet|tehir|talik').test(last)) return true
  if (ofStems(light).test(last) && /^(?:tehir|talik|beklemeye|askiya)$/.test(before)) return true
  if (/^(?:cik|dus|cek)[a-z]*[iu]n[ae]$/.test(last)) return words.includes('gundemden') || before === 'geri'
  if (nextMeeting.test(words.join(' '))) return true
  if (ofStems('surdurul').test(last)) return words.some((word) => /^(?:gorusme|muzakere)/.test(word))
  return isDealing(last, before) && (words.some((word) => later.test(word)) || negated.test(last))
}

/** `-mamasına`, `-madığına`, `-mayacağına`: what is not to be, or is found not to be. */
const negated = /[a-z]{2,}m[ae](?:m[ae]s[iu]|m[ae]l[ae]ri|dig[iu]|dikl[ae]ri|y[ae]c[ae]g[iu])n[ae]$/
const unfit = /^(?:uygunsuz|yersiz|gereksiz|mesnetsiz|dayanaksiz|haksiz|olumsuz|imkansiz|sakincali|usulsuz)$/

const isRejected: Says = (last, before, words) =>
  /(?<![a-z])red(?:di|dedilmesi) (?:yonunde|gerek)/.test([...words, last].join(' ')) ||
  (/^(?:cevap|yanit|gorus)$/.test(before) && unfit.test(words.at(-2) ?? '') && ofStems('ver').test(last)) ||
  (ofStems('dusm|dusurul').test(last) && /^(?:teklif|onerge|onerinin|tale[pb])/.test(before)) ||
  negated.test(last) ||
  /^(?:redd[a-z]*|retedil[a-z]*|iptali)n?[iu]?n[ae]$/.test(last) ||
  (/^(?:ret|red)$/.test(before) && ofStems('edil|olun').test(last)) ||
  (before === 'geri' && ofStems('cevril').test(last)) ||
  (unfit.test(before) && ofStems('oldug|bulun|gorul|degerlendir|sayil|karsilan|cevapla|yanitla').test(last))

const passing = 'havale|sevk|tevdi|arz|intikal|takdim|iblag'

const isReferred: Says = (last, before, words) => {
  if (/^(?:havalesi|sevki|tevdii|tevdisi|arzi|intikali|takdimi|iblagi)n[ae]$/.test(last)) return true
  if (ofStems('gonderil|iletil|yonlendiril|ulastiril|yollan|gonderim').test(last)) return true
  if (new RegExp(`^(?:${passing})$`).test(before) && ofStems('ed|et|olun').test(last)) return true
  // What is given or taken to somebody: `Ruhsat verilmesine` and `Müdürlüğe araç verilmesine` pass on no matter.
  if (ofStems('ver[iu]l|getir|tasin|goturul|basvur|yazil|sorul').test(last))
    return isRecipient(before) || (/^(?:yazi|gorus)$/.test(before) && words.some(isRecipient))
  if (ofStems('sunul|iades|aktar|devred|devr|birak|bildir|danis').test(last)) return words.some(isRecipient)
  if (ofStems('al[iu]n|sorul|isten').test(last) && /^gorus(?:u|unun|lerinin)?$/.test(before)) return true
  return isDealing(last, before) && words.some(isDoer)
}

const says: Record<Fate, Says> = { postponed: isPostponed, rejected: isRejected, referred: isReferred }

/** `AFAD’a`, `DSİ’ye`, `Ayşe Kaya’ya`: a name in the dative is a recipient, whatever it names. */
const toName = /\p{Lu}[\p{L}.]*['’‘`´ʼ′＇][yn]?[ae](?!\p{L})/gu

/** Clauses of a decision that each wait for the verb: `Talebin reddine, ilgilisine bildirilmesine` are two. */
function clausesOf(words: string): string[][] {
  return foldTr(dropApostrophes(words.replace(toName, 'kuruma')))
    .split(/(?<=[iu]n[ae])\s*(?:[,;]\s*(?:ve\s)?|\s(?:ve|veya|ile)\s)/)
    .map((clause) => clause.split(/[^a-z0-9]+/).filter(Boolean))
}

/**
 * Whether a text that waits for its verb already says what became of the matter, so that it is not rejected, referred or
 * postponed once more: `Talebin uygun görülmediğine ilişkin teklifin reddine` would grant it. Judged by the verbal noun at
 * the end of each clause. Where it may be meant, it counts as said: the plain closing contradicts nothing.
 * In: words without Markdown, and the outcome recorded.
 */
export function saysFate(words: string, fate: Fate): boolean {
  return clausesOf(words).some((clause) => {
    const last = clause.at(-1)
    return last !== undefined && says[fate](last, clause.at(-2) ?? '', clause.slice(0, -1))
  })
}

const finite = '(?:d[iu]|m[iu]s(?:t[iu]r)?)$'
const finiteOf: Record<Fate, RegExp> = {
  postponed: new RegExp(`(?:ertelen|otelen|birakil|bekletil)${finite}`),
  rejected: new RegExp(
    `(?:reddedil|geri cevril|(?:uygun (?:gorul|bulun)|kabul (?:gor|edil)|karsilan)m[ae])${finite}`,
  ),
  referred: new RegExp(`(?:havale edil|sevk edil|tevdi edil|gonderil|iletil)${finite}`),
}

/** Whether a text ends in a whole sentence that says what became of the matter: `… gelecek toplantıya bırakılmıştır`. */
export function toldFate(words: string, fate: Fate): boolean {
  return finiteOf[fate].test(foldTr(words))
}

const number =
  '(?:\\d+|(?:(?:on|yirmi|otuz|kirk|elli) ?)?(?:bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz)|on|yirmi|otuz|kirk|elli)'
const side = '(?:kabul|ret|red|cekimser|olumlu|olumsuz|evet|hayir|lehte|aleyhte)(?![a-z])'
/** `oy`, `oyu`, `oyla`, `oyuyla`, `oyları`: a vote; no `oyun` (a game), no `oylama`. */
const voteNoun = 'oy(?:u|a|la|uyla|lar|lari|lariyla|larla)?(?![a-z])'
const by = '(?:ile|yonunde|dogrultusunda|sonucu|sonucunda|neticesinde)(?![a-z])'

const voteSaid = new RegExp(
  [
    '(?<![a-z])oy ?(?:birli|coklu|cogunlu)',
    '(?<![a-z])oylar[a-z]*(?: salt)? (?:birli|coklu|cogunlu|esit)',
    '(?<![a-z])katilanlarin (?:salt )?cogunlug',
    '(?<![a-z])ittifak(?:la| ile)(?![a-z])',
    // At the end it tells the vote; in mid-text it mostly means "mostly".
    '(?<![a-z])cogunlukla[ .]*$',
    '(?<![a-z])esitlig[a-z]* uzerine|(?<![a-z])oy(?:da|un)? esitli',
    // 5 kabul · 5 oy · 5 üyenin kabul · beş üyenin kabul oyu · iki ret oyu · 5e karşı 2
    `(?<![a-z0-9])\\d+(?:[iu]n[iu]n|s[iu]n[iu]n)? (?:${side}|${voteNoun})`,
    `(?<![a-z0-9])${number} uye(?:nin)?,? (?:${side}|${voteNoun})`,
    `(?<![a-z0-9])${number} ${side} ${voteNoun}`,
    `(?<![a-z0-9])\\d+[iy]?[ae] karsi \\d+`,
    // A dissent alone (Ali Kaya’nın karşı oyu ile) tells no result.
    `(?<![a-z])(?<!karsi )oy(?:u|lari)? ${by}`,
    '(?<![a-z])(?<!karsi )oy(?:uyla|la|lariyla|larla)(?![a-z])',
    '(?<![a-z])baskanin oyunun bulundug',
  ].join('|'),
)

/** Whether a text says how it was voted: `oy çokluğu ile`, `5 üyenin kabul, 2 üyenin ret oyu ile`, `Başkanın oyu yönünde`. */
export function saysVote(words: string): boolean {
  return voteSaid.test(foldTr(dropApostrophes(words)).replace(/\s+/g, ' '))
}
