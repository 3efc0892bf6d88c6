import type { TFunction } from 'i18next'
import { dueText } from '../../../../../shared/domain/due-parse'
import type { Collision } from '../../../../../shared/domain/meeting-merge'
import { formatEventRange, type Language } from '../../../../../shared/dates'
import type { ActionBlock, Block, DecisionBlock } from '../../../../../shared/records/blocks'
import type { Attendance } from '../../../../../shared/records/attendance'
import type { AgendaItemHead, Meeting } from '../../../../../shared/records/meeting'
import { rowName } from '../roll/roll-rows'

export interface CollisionWords {
  where: string
  mine: string
  theirs: string
}

const joined = (parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')

function decisionWords(decision: DecisionBlock, t: TFunction): string {
  const { number, text, outcome, vote, grounds, basis, dissents } = decision
  const counted = vote?.kind === 'tally' ? `${vote.for}/${vote.against}/${vote.abstain}` : undefined
  return joined([
    number,
    text,
    t(`terms.outcome.${outcome}`),
    vote ? t(`terms.vote.${vote.kind}`) : undefined,
    counted,
    grounds,
    basis,
    ...dissents.map(({ name, reason }) => joined([name, reason])),
  ])
}

function actionWords(action: ActionBlock, t: TFunction, lang: Language): string {
  const { agencyName, unit, personName } = action.responsible
  const due = action.due ? dueText(action.due, lang, t('meeting.action.nextMeeting')) : undefined
  return joined([action.text, agencyName, unit, personName, due, ...action.partners.map(({ name }) => name)])
}

function blockWords(block: Block, t: TFunction, lang: Language): string {
  if (block.kind === 'text') return block.markdown
  return block.kind === 'decision' ? decisionWords(block, t) : actionWords(block, t, lang)
}

function rowWords(row: Attendance, t: TFunction): string {
  return joined([
    rowName(row),
    row.title,
    row.name ? row.agencyName : undefined,
    t(`terms.attendanceRole.${row.role}`),
    t(`terms.attendanceState.${row.state}`),
    row.actingFor?.name,
    row.note,
  ])
}

function headWords(value: unknown, lang: Language): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    return value.map((entry: unknown) => headWords(entry, lang)).join(', ')
  }
  const { name, start, end, asWritten } = value as { name?: string } & Partial<Meeting['time']>
  if (name) return name
  if (asWritten) return asWritten
  if (start || end) return formatEventRange(start, end, 'full', lang)
  return Object.values(value as Record<string, unknown>)
    .map((entry) => headWords(entry, lang))
    .filter(Boolean)
    .join(' · ')
}

const headLabels = {
  title: 'meeting.title',
  kind: 'meeting.head.kind',
  bodyId: 'meeting.head.body',
  bodyName: 'meeting.head.body',
  numbers: 'meeting.head.number',
  time: 'meeting.head.start',
  publishedOn: 'meeting.head.published',
  place: 'meeting.head.place',
  province: 'meeting.head.province',
  hosts: 'meeting.head.hosts',
  partners: 'meeting.head.partners',
  secrecy: 'meeting.head.secrecy',
  nextMeeting: 'meeting.head.next',
  attachments: 'meeting.actions.head',
  tags: 'meeting.head.tags',
  breaks: 'meeting.head.breaks',
  quorum: 'meeting.head.quorum',
  comments: 'meeting.head.comments',
  recordings: 'meeting.head.recordings',
  status: 'meeting.status.menu',
} as const

/** Where two versions differ and what each says, in words. Both texts are told in full. */
export function collisionWords(collision: Collision, t: TFunction, lang: Language): CollisionWords {
  const say = <T>(value: T | undefined, words: (value: T) => string) =>
    value === undefined ? t('meeting.conflict.removed') : words(value)
  switch (collision.kind) {
    case 'head':
      return {
        where: t('meeting.conflict.headField', { field: t(headLabels[collision.field]) }),
        mine: headWords(collision.mine, lang) || t('meeting.empty'),
        theirs: headWords(collision.theirs, lang) || t('meeting.empty'),
      }
    case 'attendance': {
      const words = (row: Attendance) => rowWords(row, t)
      return {
        where: t('meeting.conflict.attendance'),
        mine: say(collision.mine, words),
        theirs: say(collision.theirs, words),
      }
    }
    case 'item': {
      const words = (item: AgendaItemHead) =>
        joined([item.number, item.title, item.basis]) || t('meeting.empty')
      return {
        where: t('meeting.conflict.item'),
        mine: say(collision.mine, words),
        theirs: say(collision.theirs, words),
      }
    }
    case 'block': {
      const words = (block: Block) => blockWords(block, t, lang)
      const kind = (collision.mine ?? collision.theirs)?.kind ?? 'text'
      const names = {
        text: t('meeting.conflict.text'),
        decision: t('meeting.decision.group'),
        action: t('meeting.action.group'),
      }
      return { where: names[kind], mine: say(collision.mine, words), theirs: say(collision.theirs, words) }
    }
  }
}
