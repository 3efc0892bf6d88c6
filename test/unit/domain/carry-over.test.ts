import { expect, test } from 'vitest'
import { carryOver, type CarryQuestion } from '../../../shared/domain/carry-over'
import { newId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'

type MeetingInput = Partial<Parameters<typeof Meeting.parse>[0] & object>

function meeting(day: string, agenda: object[], more: MeetingInput = {}): Meeting {
  const at = `${day}T06:00:00.000Z`
  return Meeting.parse({
    id: newId('meeting'),
    revision: 1,
    createdAt: at,
    updatedAt: at,
    savedBy: '',
    originArchive: 'a',
    title: day,
    time: { start: day, precision: 'day' },
    agenda: agenda.map((item) => ({ id: newId('item'), title: '', ...item })),
    ...more,
  })
}

function titles(meetings: Meeting[], more: Partial<CarryQuestion> = {}): string[] {
  const question = { meetings, followUps: [], date: '2025-06-01', today: '2025-05-20', ...more }
  return carryOver(question).map(({ reason, title }) => `${reason}: ${title}`)
}

const text = (markdown: string, more = {}) => ({ id: newId('text'), kind: 'text', markdown, ...more })
const decision = (words: string, more = {}) => ({
  id: newId('decision'),
  kind: 'decision',
  text: words,
  ...more,
})
const action = (words: string, more = {}) => ({ id: newId('action'), kind: 'action', text: words, ...more })

test('only what a held meeting left behind comes: a meeting still to come keeps its agenda', () => {
  const past = meeting('2025-05-01', [{ title: 'Geçmiş' }])
  const today = meeting('2025-05-20', [{ title: 'Bugün' }])
  const begun = meeting('2025-05-20', [
    { title: 'Başlayan', startedAt: '2025-05-20T07:00:00.000Z' },
    { title: 'Kalan' },
  ])
  const later = meeting('2025-07-01', [{ title: 'Sonraki' }])
  expect(titles([later, begun, today, past])).toEqual(['not-discussed: Geçmiş', 'not-discussed: Kalan'])
})

test('a meeting without quorum leaves its whole agenda', () => {
  const quorum = { first: { kind: 'majority' }, declared: 'not-met' }
  const failed = meeting('2025-05-20', [{ title: 'Bir' }, { title: 'İki' }], { quorum })
  expect(titles([failed])).toEqual(['not-discussed: Bir', 'not-discussed: İki'])
})

test("the secretary's own note is no discussion; empty headings and standing titles do not come", () => {
  const held = meeting('2025-05-01', [
    { title: 'Yalnız not', blocks: [text('Sorulacak', { private: true })] },
    { title: 'Yazılan', blocks: [text('Görüşüldü.')] },
    { title: '  ' },
    { title: 'DİLEK VE TEMENNİLER' },
    { title: '', blocks: [text('Kimse görmesin', { private: true })] },
  ])
  expect(titles([held], { standing: ['Dilek ve temenniler.'] })).toEqual(['not-discussed: Yalnız not'])
})

test('a decision comes when its year, month or day has begun; not when it is no longer in force', () => {
  const held = meeting('2025-05-01', [
    {
      title: 'Kararlar',
      blocks: [
        decision('Gün', { reviewOn: '2025-06-01' }),
        decision('Ay', { reviewOn: '2025-06' }),
        decision('Yıl', { reviewOn: '2025' }),
        decision('Sonraki gün', { reviewOn: '2025-06-02' }),
        decision('Sonraki ay', { reviewOn: '2025-07' }),
        decision('İptal', { reviewOn: '2025-06', state: 'annulled' }),
      ],
    },
  ])
  expect(titles([held])).toEqual(['review: Gün', 'review: Ay', 'review: Yıl'])
})

test('a decision postponed to a date waits for it alone, without the item; with the item it comes once', () => {
  const postponed = { outcome: 'postponed', reviewOn: '2025-09' }
  const dated = meeting('2025-05-01', [{ title: 'Madde', blocks: [decision('Eylülde', postponed)] }])
  expect(titles([dated])).toEqual([])
  expect(titles([dated], { date: '2025-09-03' })).toEqual(['review: Eylülde'])
  const whole = meeting('2025-05-01', [
    { title: 'Madde', state: 'postponed', blocks: [decision('Eylülde', postponed)] },
  ])
  expect(titles([whole], { date: '2025-09-03' })).toEqual(['postponed: Madde'])
})

test('what another body has taken over stays there, except an open action item', () => {
  const held = meeting('2025-05-01', [
    { title: 'Yol', state: 'postponed' },
    { title: 'Yazılan', blocks: [action('Liste', { responsible: { agencyName: 'İŞKUR' } })] },
  ])
  const [road, written] = held.agenda
  const taken = meeting('2025-05-10', [
    { title: 'Yol', carriedFrom: { meetingId: held.id, itemId: road?.id } },
    {
      title: 'Liste',
      carriedFrom: { meetingId: held.id, itemId: written?.id, blockId: written?.blocks[0]?.id },
      blocks: [text('Bekleniyor.')],
    },
  ])
  expect(titles([held], { others: [taken] })).toEqual(['open: Liste'])
  expect(titles([taken])).toEqual(['not-discussed: Yol', 'open: Liste'])
  expect(carryOver({ meetings: [held], followUps: [], date: '2025-06-01', today: '2025-05-20' })).toEqual([
    expect.objectContaining({ kind: 'item', key: road?.id, lastMeetingId: held.id }),
    expect.objectContaining({ kind: 'action', responsible: 'İŞKUR' }),
  ])
})

test('a chain that names the meeting before leads to the beginning, and a removed beginning is no loss', () => {
  const first = meeting('2025-03-01', [{ title: 'Yol' }])
  const second = meeting('2025-04-01', [
    { title: 'Yol', carriedFrom: { meetingId: first.id, itemId: first.agenda[0]?.id } },
  ])
  const third = meeting('2025-05-01', [
    { title: 'Yol yapımı', carriedFrom: { meetingId: second.id, itemId: second.agenda[0]?.id } },
  ])
  const ask = (meetings: Meeting[]) =>
    carryOver({ meetings, followUps: [], date: '2025-06-01', today: '2025-05-20' })
  expect(ask([first, second, third])).toEqual([
    {
      key: first.agenda[0]?.id,
      kind: 'item',
      reason: 'not-discussed',
      title: 'Yol yapımı',
      carriedFrom: { meetingId: first.id, itemId: first.agenda[0]?.id },
      lastMeetingId: third.id,
    },
  ])
  expect(ask([second]).map(({ title }) => title)).toEqual(['Yol'])
})

test('long words of a decision become a title that ends at a word', () => {
  const words = 'Yayla yolunun bakımının yapılmasına '.repeat(20)
  const held = meeting('2025-05-01', [{ title: 'Yol', blocks: [decision(words, { reviewOn: '2025' })] }])
  const [found] = titles([held])
  expect(found?.length).toBeLessThanOrEqual('review: '.length + 200)
  expect(found).toMatch(/ (Yayla|yolunun|bakımının|yapılmasına)…$/)
})

test('text that a template put there says nothing yet: such a meeting is not held, such an item not discussed', () => {
  const starting = new Set(['Sunum yapıldı.'])
  const ready = meeting('2025-05-20', [
    { title: 'Sunum', blocks: [text('Sunum yapıldı.')] },
    { title: 'Yol' },
  ])
  expect(titles([ready])).toEqual(['not-discussed: Yol'])
  expect(titles([ready], { starting })).toEqual([])
  const past = meeting('2025-05-01', [
    { title: 'Sunum', blocks: [text('Sunum yapıldı.')] },
    { title: 'Ek sunum', blocks: [text('Sunum yapıldı.'), text('Sorular soruldu.')] },
  ])
  expect(titles([past], { starting })).toEqual(['not-discussed: Sunum'])
})
