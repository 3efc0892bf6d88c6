import type { DecisionBlock } from '../records/blocks'
import { dropApostrophes, foldTr } from '../text/turkish'
import { withoutRemark } from './waiting-words'

/** What becomes of a decision and has a word of its own; `adopted` is said by the verb alone, `noted` is not voted on. */
export type Fate = Exclude<DecisionBlock['outcome'], 'adopted' | 'noted'>

/** Patterns over folded words (ı = i, ö = o, ü = u, ş = s, ç = c, ğ = g). */
const dative = '[iu]n[ae]$'
const ofStems = (stems: string, end = dative) => new RegExp(`^(?:${stems})[a-z]*${end}`)

/** Verbs with which a matter is dealt with: put off when it is to be done later, referred when somebody else does it. */
const dealing =
  'gorus|tartis|degerlendir|incele|irdele|konusul|oylan|muzakere|arastir|sonuclandir|karara|karar|ele|gundem|sun|getir|tasin|aktar|devred|devam|netlestir|tetkik|calisil|bakil'
/** Verbs that say what is done only with the noun before them: `ele alınmasına`, `karara bağlanmasına`, `havale edilmesine`. */
const light = 'gelme|al[iu]n|bagla|edil|olun|konul|konma|koyul|ver[iu]l|yapil|veril'

const later =
  /^(?:sonra(?:ki|ya|sinda)?|gelecek|dahaki|muteakip|muteakiben|izleyen|ileri(?:de|ki|ye)?|ilerleyen|onumuzdeki|bilahare|yeniden|tekrar|tekraren|ardindan|ayinda|tarih(?:li|inde|ine|te|e)|(?:toplanti|oturum|birlesim|celse|gundem)[a-z]*)$/

/** `gelecek toplantıda`, `bir sonraki toplantının gündeminde`: there it goes on, whatever the verb; not `gelecek toplantıya kadar`. */
const nextMeeting =
  /(?<![a-z])(?:gelecek|sonraki|dahaki|muteakip|izleyen|onumuzdeki) (?:bir )?(?:toplanti|oturum|birlesim|celse|gundem)(?:(?:[iu]?n[iu]n)? gundem)?[a-z]*[ae](?! (?:kadar|dek|degin))(?![a-z])/

/** `ikinci toplantıda yapılmasına`, `bir ay sonra yapılmasına`. */
const atAnotherTime =
  /(?<![a-z])(?:sonra(?:ya|sinda)?|bilahare|(?<!bu )(?:toplanti|oturum|birlesim|celse)(?:s?[iu]n|l[ae]r)?[dt][ae])(?![a-z])/

const bodies =
  'komisyon|kurul|komite|heyet|encumen|meclis|mudurlu[gk]|baskanli[gk]|bakanli[gk]|valili[gk]|kaymakamli[gk]|musavirli[gk]|sekreterli[gk]|savcili[gk]|mufettisli[gk]|yurutme|makam|daire|birim|kurum|idare|belediye|mahkeme|universite|enstitu|rektorlu[gk]|dekanli[gk]|sube|vali|kaymakam|bakan|baskan|mudur|uzman|bilirkisi|mercii?|burosu?|defterdarli[gk]|muftulu[gk]|bassavcili[gk]|cumhurbaskanli[gk]|komutanli[gk]|gru[bp]'
/** Bodies that do something together, but to whom nothing is referred: `uzman kişilerce`. */
const doers = `${bodies}|uye|kisi|uzman|temsilci|hukukcu`
const askedFor = 'onay|gorus|takdir|tasvi[bp]|tensi[bp]|bilgi|imza|olur|tetki[kg]|inceleme|degerlendirme'

/** `komisyona`, `Vali onayına`: to whom something goes; no locative (`komisyonda`) and no verbal noun (`kurulmasına`). */
function isRecipient(word: string): boolean {
  if (/(?:[dtc][ae]|m[ae]s[iu]n[ae])$/.test(word) && !/^(?:takdire|heyete|mahkemesine)$/.test(word))
    return false
  return (
    new RegExp(`^(?:${bodies}|${askedFor})[a-z]*[ae]$`).test(word) &&
    !/^(?:daire|idare|belediye|kurulus[a-z]*)$/.test(word)
  )
}

/** `komisyonca`, `komisyonda`, `komisyon tarafından`: by whom something is done. */
const isDoer = (word: string) =>
  word === 'tarafindan' || new RegExp(`^(?:${doers})[a-z]*[cdt][ae]$`).test(word)

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
  if (ofStems('yapil').test(last) && atAnotherTime.test(words.join(' '))) return true
  if (ofStems('surdurul').test(last)) return words.some((word) => /^(?:gorusme|muzakere)/.test(word))
  return isDealing(last, before) && (words.some((word) => later.test(word)) || negated.test(last))
}

/** `-mamasına`, `-madığına`, `-mayacağına`: what is not to be, or is found not to be. */
const negated = /[a-z]{2,}m[ae](?:m[ae]s[iu]|m[ae]l[ae]ri|dig[iu]|dikl[ae]ri|y[ae]c[ae]g[iu])n[ae]$/
const unfit = /^(?:uygunsuz|yersiz|gereksiz|mesnetsiz|dayanaksiz|haksiz|olumsuz|imkansiz|sakincali|usulsuz)$/

/** What somebody asks or offers: sent back, it is turned down. */
const asked = /^(?:teklif|oneri|onerge|tale[pb]|istek|isteg|basvuru|muracaat|dilekce|itiraz)/

const isRejected: Says = (last, before, words) =>
  /(?<![a-z])red(?:di|dedilmesi) (?:yonunde|gerek)/.test([...words, last].join(' ')) ||
  (/^(?:cevap|yanit|gorus)$/.test(before) && unfit.test(words.at(-2) ?? '') && ofStems('ver').test(last)) ||
  (ofStems('dusm|dusurul').test(last) && asked.test(before)) ||
  negated.test(last) ||
  /^(?:redd[a-z]*|retedil[a-z]*|iptali)n?[iu]?n[ae]$/.test(last) ||
  (/^(?:ret|red)$/.test(before) && ofStems('edil|olun').test(last)) ||
  (before === 'geri' && ofStems('cevril').test(last)) ||
  (words.some((word) => asked.test(word)) &&
    (ofStems('iade').test(last) || (before === 'disi' && ofStems('birak|tutul|sayil').test(last)))) ||
  (unfit.test(before) && ofStems('oldug|bulun|gorul|degerlendir|sayil|karsilan|cevapla|yanitla').test(last))

const passing = 'havale|sevk|tevdi|arz|intikal|takdim|iblag'

const isReferred: Says = (last, before, words) => {
  if (/^(?:havalesi|sevki|tevdii|tevdisi|arzi|intikali|takdimi|iblagi)n[ae]$/.test(last)) return true
  if (ofStems('gonderil|iletil|yonlendiril|ulastiril|yollan|gonderim').test(last)) return true
  if (new RegExp(`^(?:${passing})$`).test(before) && ofStems('ed|et|olun').test(last)) return true
  if (ofStems('gorevlendir|yetkilendir').test(last) || (before === 'yetki' && ofStems('ver').test(last)))
    return true
  // What is given or taken to somebody: `Ruhsat verilmesine` and `Müdürlüğe araç verilmesine` pass on no matter.
  if (ofStems('ver[iu]l|getir|tasin|goturul|basvur|yazil|sorul').test(last))
    return isRecipient(before) || (/^(?:yazi|gorus)$/.test(before) && words.some(isRecipient))
  if (ofStems('sunul|iades|aktar|devred|devr|birak|bildir|danis').test(last)) return words.some(isRecipient)
  if (ofStems('al[iu]n|sorul|isten').test(last) && /^gorus(?:u|unun|lerinin)?$/.test(before)) return true
  if (ofStems('kurul|olustur|teskil').test(last))
    return words.some((word) => /^(?:uzere|icin|amaciyla)$/.test(word))
  return isDealing(last, before) && words.some(isDoer)
}

const says: Record<Fate, Says> = { postponed: isPostponed, rejected: isRejected, referred: isReferred }

/** `AFAD’a`, `DSİ’ye`, `Ayşe Kaya’ya`: a name in the dative is a recipient, whatever it names. */
const toName = /\p{Lu}[\p{L}.]*['’‘`´ʼ′＇][yn]?[ae](?!\p{L})/gu

const otherTime = /^(?:toplanti|oturum|birlesim|celse|donem|hafta|ay|yil|tarih)(?:s?[iu]n|y)?[ae]$/

/**
 * The deed that a text leaves out which only names where the matter goes: `Teklifin İmar Komisyonuna` … *havalesine*.
 * Out: undefined when it names no such place.
 */
export function missingDeed(words: string, fate: Fate | undefined): string | undefined {
  const last = foldTr(dropApostrophes(words.replace(toName, 'kuruma')))
    .split(/[^a-z0-9]+/)
    .at(-1)
  if (fate === 'postponed') return otherTime.test(last ?? '') ? 'ertelenmesine' : undefined
  if (fate !== 'referred' || !isRecipient(last ?? '')) return undefined
  return new RegExp(`^(?:${askedFor})`).test(last ?? '') ? 'sunulmasına' : 'havalesine'
}

/** Clauses of a decision that each wait for the verb: `Talebin reddine, ilgilisine bildirilmesine` are two. */
function clausesOf(words: string): string[][] {
  return foldTr(dropApostrophes(words.replace(toName, 'kuruma')))
    .split(/\n|(?<=[iu]n[ae])\s*(?:[.,;]\s*(?:ve\s)?|\s(?:ve|veya|ile)\s)/)
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

/** `-di`, `-miştir`, also of what was not; no `-diği`, no `-miş olan`. */
const end = '(?:m[ae])?(?:[dt][iu]|m[iu]s(?:t[iu]r)?(?! olan)|[iu]r)(?:l[ae]r)?(?![a-z])'
const closes = new RegExp(
  `(?<![a-z])(?:kararlastir(?:il)?|karar(?:a|ina)? var(?:il)?|karar ver(?:il)?|karar(?:i|lar|lari)? al(?:in)?|kabul e[dt](?:il)?|redd?e[dt](?:il)?` +
    `|bilgi edin(?:il)?|bilgi(?:ye)? alin|bilgi sahibi ol(?:un)?|ertele(?:n)?|havale e[dt](?:il)?|uygun (?:gor(?:ul)?|bul(?:un)?|mutalaa edil|degerlendiril))${end}` +
    `|(?<![a-z])(?:sec(?:il)?|ata(?:n)?|onayla(?:n)?|benimse(?:n)?|(?:ibra|iptal|tasdik) e[dt](?:il)?|(?:gorevlendir|yetkilendir)(?:il)?|(?:izin|yetki) ver(?:il)?|sayil)${end}$|(?<![a-z])uygundur$`,
)

/** Whether a text itself ends as a decision does: `… karar verildi.`, `… seçilmiştir`. */
export function isClosed(words: string): boolean {
  return closes.test(
    withoutRemark(foldTr(words))
      .trim()
      .replace(/[.…;,:]+$/u, '')
      .slice(-160),
  )
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
