import type { TFunction } from 'i18next'
import { formatEventRange, formatEventTime } from '../dates'
import type { Agency } from '../records/agency'
import type { Body } from '../records/body'
import type { FollowUp } from '../records/follow-up'
import type { Note } from '../records/note'
import type { Participant } from '../records/participant'
import type { AnyRecord } from '../records/registry'
import { joined, line, textLine, type LineWords } from './line-words'
import { meetingLines } from './meeting-lines'
import { hasVote } from './quorum'
import type { LineGroup } from './record-diff'

function contactLines(contact: Agency['contact'], { t }: LineWords): LineGroup {
  const keys = ['phone', 'email', 'address', 'web'] as const
  const lines = keys.flatMap((key) => line(key, t(`cards.contact.${key}`), contact[key]))
  return { key: 'contact', label: t('history.groups.contact'), lines }
}

function participantLines(person: Participant, words: LineWords): LineGroup[] {
  const { t, lang, nameOf } = words
  const offices = person.offices.flatMap(({ agencyId, title, from, to }, index) =>
    line(
      `office.${index}`,
      t('cards.participant.officeN', { n: index + 1 }),
      joined([title, agencyId && nameOf(agencyId), formatEventRange(from, to, 'long', lang)]),
    ),
  )
  const lines = [
    ...line('prefix', t('cards.participant.prefix'), person.prefix),
    ...line('name', t('cards.participant.name'), person.name),
    ...offices,
    ...line('aliases', t('cards.participant.aliases'), person.aliases.join(', ')),
  ]
  return [{ key: 'record', label: t('history.groups.record'), lines }, contactLines(person.contact, words)]
}

function agencyLines(agency: Agency, words: LineWords): LineGroup[] {
  const { t, lang, nameOf } = words
  const former = agency.formerNames.map(({ name, from, until }) =>
    joined([name, formatEventRange(from, until, 'long', lang)], ' '),
  )
  const lines = [
    ...line('name', t('cards.agency.name'), agency.name),
    ...line('shortNames', t('cards.agency.shortNames'), agency.shortNames.join(', ')),
    ...line('aliases', t('cards.agency.aliases'), agency.aliases.join(', ')),
    ...line('kind', t('cards.kind'), agency.kind && t(`terms.agencyKind.${agency.kind}`)),
    ...line('parent', t('cards.agency.parent'), agency.parentId && nameOf(agency.parentId), agency.parentId),
    ...line('province', t('cards.agency.province'), agency.province),
    ...line('detsis', t('cards.agency.detsis'), agency.detsis),
    ...line('former', t('cards.agency.formerNames'), former.join('; ')),
  ]
  return [{ key: 'record', label: t('history.groups.record'), lines }, contactLines(agency.contact, words)]
}

function quorumWords(rule: Body['quorum']['first'] | undefined, t: TFunction): string | undefined {
  if (!rule) return undefined
  if (rule.kind === 'fraction') return `${rule.numerator}/${rule.denominator}`
  return rule.kind === 'count' ? String(rule.count) : t(`terms.quorum.${rule.kind}`)
}

function bodyLines(body: Body, { t, nameOf }: LineWords): LineGroup[] {
  const members = body.members.flatMap((member) =>
    line(
      member.id,
      nameOf(member.participantId) || t('cards.body.member'),
      joined([
        t(`terms.attendanceRole.${member.role}`),
        t(hasVote(member) ? `terms.membership.${member.membership}` : 'cards.body.noVote'),
        member.title,
        member.agencyId && nameOf(member.agencyId),
      ]),
    ),
  )
  const lines = [
    ...line('name', t('cards.name'), body.name),
    ...line('kind', t('cards.kind'), t(`terms.bodyKind.${body.kind}`)),
    ...line(
      'owner',
      t('cards.body.owner'),
      body.ownerAgencyId && nameOf(body.ownerAgencyId),
      body.ownerAgencyId,
    ),
    ...line('quorum', t('cards.body.quorum'), quorumWords(body.quorum.first, t)),
    ...line('quorum2', t('cards.body.quorumSecond'), quorumWords(body.quorum.second, t)),
    ...line('pattern', t('cards.body.pattern'), body.decisionNumberPattern),
    ...line('agenda', t('cards.body.agenda'), body.standingAgenda.join('\n')),
  ]
  return [
    { key: 'record', label: t('history.groups.record'), lines },
    { key: 'members', label: t('history.groups.members'), lines: members },
  ]
}

function noteLines(note: Note, { t }: LineWords): LineGroup[] {
  const lines = [
    ...line('title', t('cards.note.title'), note.title),
    ...line('tags', t('cards.note.tags'), note.tags.join(', ')),
    ...textLine('markdown', t('cards.note.text'), note.markdown),
    ...line('attachments', t('cards.note.attachments'), note.attachments.map(({ name }) => name).join(', ')),
  ]
  return [{ key: 'record', label: t('history.groups.record'), lines }]
}

function followUpLines(followUp: FollowUp, { t, lang }: LineWords): LineGroup[] {
  const lines = followUp.entries.flatMap((entry) =>
    line(
      entry.id,
      t('history.fields.entry'),
      joined([formatEventTime(entry.at.slice(0, 10), 'long', lang), entry.by, entry.note, entry.document]),
      JSON.stringify(entry),
    ),
  )
  return [{ key: 'record', label: t('history.groups.record'), lines }]
}

/** A record as lines in words of the interface, for comparing two of its versions. */
export function recordLines(record: AnyRecord, words: LineWords): LineGroup[] {
  if ('agenda' in record) return meetingLines(record, words)
  if ('offices' in record) return participantLines(record, words)
  if ('shortNames' in record) return agencyLines(record, words)
  if ('members' in record) return bodyLines(record, words)
  return 'markdown' in record ? noteLines(record, words) : followUpLines(record, words)
}
