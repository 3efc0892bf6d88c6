import { expect, test } from 'vitest'
import { minutesMarkdown } from '../../../shared/documents/minutes-markdown'
import { OfficeSettings } from '../../../shared/records/office-settings'
import { MeetingQuorum } from '../../../shared/records/meeting'
import { sampleMeeting } from '../../support/sample-meeting'

test('the minutes say what the roll call showed of the quorum', () => {
  const attendance = sampleMeeting.attendance.map((row, index) => ({
    ...row,
    role: index === 0 ? ('chair' as const) : ('member' as const),
    state: index < 4 ? ('present' as const) : ('excused' as const),
  }))
  const text = (quorum: object | undefined) =>
    minutesMarkdown(
      { ...sampleMeeting, attendance, ...(quorum ? { quorum: MeetingQuorum.parse(quorum) } : {}) },
      OfficeSettings.parse({}),
      'tr',
    )
  const first = { kind: 'majority' }
  expect(text(undefined)).not.toContain('yeter sayı')
  expect(text({ first: { kind: 'none' } })).not.toContain('yeter sayı')
  expect(text({ first, memberCount: 7 })).toContain(
    'üye tam sayısı 7 olan kurulun 4 üyesinin hazır bulunduğu, toplantı yeter sayısının (4) sağlandığı',
  )
  expect(text({ first, memberCount: 9 })).toContain('yeter sayısının (5) sağlanamadığı görülmüştür.')
  expect(text({ first, memberCount: 9, declared: 'not-met' })).toContain(
    'Bu nedenle toplantı yapılamamıştır.',
  )
  expect(text({ first, second: { kind: 'count', count: 3 }, call: 'second', memberCount: 9 })).toContain(
    'İkinci çağrı. Yapılan yoklamada',
  )
})
