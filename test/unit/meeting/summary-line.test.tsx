// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { OpenPanel } from '../../../renderer/src/features/meeting/head/open-panel'
import { SummaryLine } from '../../../renderer/src/features/meeting/head/summary-line'
import { QuorumLine } from '../../../renderer/src/features/meeting/roll/quorum-line'
import type { MeetingSession } from '../../../renderer/src/features/meeting/session/meeting-session'
import { MeetingProvider } from '../../../renderer/src/features/meeting/session/use-session'
import { quorumWords } from '../../../shared/documents/minutes-roll'
import { wordsFor } from '../../../shared/documents/words'
import { roll } from '../../../shared/i18n/tr/roll'
import { Attendance } from '../../../shared/records/attendance'
import { AgendaItem, MeetingQuorum } from '../../../shared/records/meeting'
import { pageInMemory } from '../../support/page-in-memory'
import { sampleId, sampleMeeting } from '../../support/sample-meeting'

const agenda = [1, 2].map((n) => AgendaItem.parse({ id: sampleId('item', n), title: `Madde ${n}` }))

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))
vi.mock('../../../renderer/src/features/meeting/roll/agenda-titles', () => ({
  useAgendaTitles: () => agenda,
}))

const rows = (late: number) =>
  [1, 2, 3].map((n) =>
    Attendance.parse({
      id: sampleId('attendance', n),
      memberId: sampleId('member', n),
      name: `Üye ${n}`,
      role: 'member',
      ...(n <= late ? { cameAtItemId: agenda[1]?.id } : {}),
    }),
  )

it.each([
  [0, undefined, true],
  [2, undefined, false],
  [0, 'not-met', false],
] as const)('header, panel and paper tell the same: %i came late, declared %s', (late, declared, met) => {
  const quorum = MeetingQuorum.parse({ first: { kind: 'majority' }, declared })
  const meeting = { ...sampleMeeting, agenda, quorum, attendance: rows(late) }
  const session = { current: () => meeting, subscribe: () => () => undefined } as unknown as MeetingSession
  const { box } = pageInMemory(() => (
    <MeetingProvider value={{ session, readOnly: true }}>
      <SummaryLine panels={new OpenPanel(undefined)} />
      <QuorumLine />
    </MeetingProvider>
  ))
  const words = roll.quorum
  expect(box.textContent).toContain(met ? words.shortMet : words.shortNotMet)
  expect(box.textContent).not.toContain(met ? words.shortNotMet : words.shortMet)
  expect(box.querySelector<HTMLElement>('[role=status]')?.dataset.met).toBe(String(met))
  expect(quorumWords(meeting, wordsFor('tr')).includes('sağlanamadığı')).toBe(!met)
})
