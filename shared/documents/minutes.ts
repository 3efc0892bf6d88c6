import { withoutPrivate } from '../domain/private-blocks'
import type { Language } from '../dates'
import type { ActionBlock, DecisionBlock } from '../records/blocks'
import type { Meeting, MeetingTime } from '../records/meeting'
import type { OfficeSettings } from '../records/office-settings'
import { withoutJumps } from './accessibility'
import { actionsTable, type ListedAction } from './actions-table'
import { text, type DocumentBlock, type DocumentTree } from './document'
import { agendaList, discussed } from './minutes-agenda'
import { clockWords, dateWords, fieldsBox, letterhead, minutesTitle, officeName } from './minutes-head'
import { quorumWords, rollTable, soundWords } from './minutes-roll'
import { signatureBlock } from './signatures'
import { fill, wordsFor, type Words } from './words'

export interface MinutesOptions {
  /** Rows of the roll that sign, by id; else chosen by role. */
  signerIds?: readonly string[]
  /** Numbers of decisions of other meetings, by id, for *değiştirir*, *iptal eder*. */
  decisionLabels?: Readonly<Record<string, string>>
}

/** All decisions of a meeting, in the order of the minutes. */
export function decisionsOf(meeting: Meeting): DecisionBlock[] {
  return meeting.agenda.flatMap((item) => item.blocks.filter((block) => block.kind === 'decision'))
}

/** All action items of a meeting, in the order of the minutes. */
export function actionsOf(meeting: Meeting): ActionBlock[] {
  return meeting.agenda.flatMap((item) => item.blocks.filter((block) => block.kind === 'action'))
}

/** Numbers of a meeting's own decisions, by id. */
export function decisionLabels(meeting: Meeting): Record<string, string> {
  return Object.fromEntries(
    decisionsOf(meeting).flatMap(({ id, number }) => (number?.trim() ? [[id, number.trim()]] : [])),
  )
}

/** Action items with the numbers of the decisions they carry out. */
export function listedActions(meeting: Meeting): ListedAction[] {
  const numbers = decisionLabels(meeting)
  return actionsOf(meeting).map((action) => {
    const decisionNumber = action.decisionId ? numbers[action.decisionId] : undefined
    return decisionNumber ? { action, decisionNumber } : { action }
  })
}

/** Date and hour of a meeting in one line: `21.11.2022 10.00 – 12.15`. */
export function whenWords(time: MeetingTime, lang: Language): string {
  return [dateWords(time, lang), clockWords(time, lang)].filter(Boolean).join(' ')
}

/** When and about what one meets next; empty when nothing is known. */
export function nextMeetingWords(meeting: Meeting, lang: Language): string {
  const { time, note } = meeting.nextMeeting ?? {}
  return [time ? whenWords(time, lang) : '', note?.trim() ?? ''].filter(Boolean).join(' – ')
}

/** The sentence that closes minutes: the office's own, else the usual one. */
export function closingWords(meeting: Meeting, office: OfficeSettings, words: Words, lang: Language): string {
  const clock = clockWords({ ...meeting.time, start: meeting.time.end, end: undefined }, lang)
  const own = office.wording.closing.trim()
  if (own) return fill(own, { saat: clock, time: clock })
  const formal = meeting.kind === 'meeting' || meeting.kind === 'general-assembly'
  if (formal) return fill(clock ? words.closing.formal : words.closing.formalNoTime, { time: clock })
  return fill(clock ? words.closing.programme : words.closing.programmeNoTime, { time: clock })
}

function section(heading: string, blocks: DocumentBlock[]): DocumentBlock[] {
  return blocks.length > 0 ? [{ kind: 'heading', level: 1, inline: text(heading) }, ...blocks] : []
}

function attachmentList(meeting: Meeting, words: Words): DocumentBlock[] {
  const items = meeting.attachments.map(({ name }, index) => ({
    number: `${index + 1}-`,
    inline: text(name),
  }))
  return section(words.sections.attachments, items.length > 0 ? [{ kind: 'numbered', items }] : [])
}

/**
 * Minutes as a document, in the order officials keep: letterhead and title, box of fields, roll, agenda, what was
 * discussed and decided, what is to be done, next meeting, closing sentence, signatures, annexes.
 * In: the meeting as it is recorded (the secretary's own notes are left out), the office's settings, the language of the paper. Out: a document tree.
 */
export function minutesDocument(
  recorded: Meeting,
  office: OfficeSettings,
  lang: Language,
  options: MinutesOptions = {},
): DocumentTree {
  const meeting = withoutPrivate(recorded)
  const words = wordsFor(lang)
  const title = minutesTitle(meeting, words, lang)
  const labels = { ...options.decisionLabels, ...decisionLabels(meeting) }
  const actions = listedActions(meeting)
  const next = nextMeetingWords(meeting, lang)
  const closing = closingWords(meeting, office, words, lang)
  const said = [quorumWords(meeting, words), soundWords(meeting, words)].filter(Boolean)
  return {
    meta: {
      title,
      language: lang,
      date: meeting.updatedAt,
      ...(officeName(office) ? { author: officeName(office) } : {}),
      font: office.font,
      ...(meeting.secrecy === 'restricted' ? { banner: words.restricted } : {}),
    },
    blocks: withoutJumps([
      ...letterhead(office, words),
      { kind: 'title', inline: text(title) },
      ...fieldsBox(meeting, words, lang),
      ...section(words.sections.attendance, [
        ...rollTable(meeting, words),
        ...said.map((one) => ({ kind: 'paragraph', style: 'plain', inline: text(one) }) as const),
      ]),
      ...agendaList(meeting, words),
      ...section(words.sections.discussed, discussed(meeting, labels, words, lang)),
      ...section(words.sections.actions, actions.length > 0 ? [actionsTable(actions, words, lang)] : []),
      ...section(
        words.sections.next,
        next ? [{ kind: 'paragraph', style: 'plain', inline: text(next) }] : [],
      ),
      ...(closing ? [{ kind: 'paragraph', style: 'running', inline: text(closing) } as const] : []),
      ...signatureBlock(meeting, words, options.signerIds),
      ...attachmentList(meeting, words),
    ]),
  }
}
