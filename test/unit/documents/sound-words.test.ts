import { expect, test } from 'vitest'
import { minutesMarkdown } from '../../../shared/documents/minutes-markdown'
import { minutesDocument } from '../../../shared/documents/minutes'
import { OfficeSettings } from '../../../shared/records/office-settings'
import type { MeetingRecording } from '../../../shared/records/meeting'
import { sampleMeeting } from '../../support/sample-meeting'
import { recordingOf } from '../../support/sound'

const piece = { sha256: 'a'.repeat(64), ext: 'webm', name: 'ses.webm', size: 10 }
const office = OfficeSettings.parse({})
const sentence = 'Toplantının sesi, katılanların bilgisi ve onayıyla kaydedilmiştir.'

test('the minutes say that sound was recorded, once, and only when it was', () => {
  const markdown = (recordings: MeetingRecording[]) =>
    minutesMarkdown({ ...sampleMeeting, recordings }, office, 'tr')
  const paper = (recordings: MeetingRecording[]) =>
    JSON.stringify(minutesDocument({ ...sampleMeeting, recordings }, office, 'tr'))
  const recorded = [recordingOf([piece]), recordingOf([piece], '2026-03-02T11:00:00.000Z')]
  for (const made of [markdown(recorded), paper(recorded)]) expect(made.split(sentence)).toHaveLength(2)
  for (const none of [[], [recordingOf([])]]) {
    expect(markdown(none)).not.toContain(sentence)
    expect(paper(none)).not.toContain(sentence)
  }
})
