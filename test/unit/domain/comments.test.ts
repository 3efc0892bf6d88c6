import { expect, test } from 'vitest'
import { nextComment, openCounts, placedComments } from '../../../shared/domain/comments'
import { mergeMeetings } from '../../../shared/domain/meeting-merge'
import { missingParts } from '../../../shared/domain/missing-parts'
import { newId } from '../../../shared/ids'
import { Meeting, type MeetingComment } from '../../../shared/records/meeting'

const [first, second, third] = [newId('text'), newId('decision'), newId('text')]
const places = [first, second, third].map((id, n) => ({ id, words: `Yer ${n + 1}` }))
const comment = (targetId: MeetingComment['targetId'], text: string, more: Partial<MeetingComment> = {}) => ({
  id: newId('comment'),
  targetId,
  at: '2027-01-01T10:00:00.000Z',
  by: 'Işıl',
  text,
  done: false,
  ...more,
})

test('comments stand in the order of what they are about, and none is lost with its place', () => {
  const comments = [
    comment(newId('text'), 'yeri silinmiş'),
    comment(third, 'üç'),
    comment(first, 'bir, sonra', { at: '2027-01-01T11:00:00.000Z' }),
    comment(first, 'bir, önce'),
    comment(second, 'iki', { done: true }),
  ]
  const placed = placedComments(comments, places)
  expect(placed.map(({ comment: { text } }) => text)).toEqual([
    'bir, önce',
    'bir, sonra',
    'iki',
    'üç',
    'yeri silinmiş',
  ])
  expect(placed.map(({ place }) => place?.words)).toEqual(['Yer 1', 'Yer 1', 'Yer 2', 'Yer 3', undefined])
  expect(Object.fromEntries(openCounts(comments))).toMatchObject({ [first]: 2, [third]: 1 })
  expect(openCounts(comments).get(second)).toBeUndefined()

  expect(nextComment(placed, places, first)?.comment.text).toBe('üç')
  expect(nextComment(placed, places, third)?.comment.text).toBe('bir, önce')
  expect(nextComment(placed, places, 'elsewhere')?.comment.text).toBe('bir, önce')
  expect(nextComment([], places, first)).toBeUndefined()
})

const meetingWith = (comments: MeetingComment[]): Meeting =>
  Meeting.parse({
    id: 'meeting_018f0000-0000-7000-8000-000000000001',
    revision: 1,
    createdAt: '2027-01-01T10:00:00.000Z',
    updatedAt: '2027-01-01T10:00:00.000Z',
    savedBy: '',
    originArchive: '00000000-0000-4000-8000-000000000000',
    title: 'Deneme',
    comments,
  })

test('two windows that comment at the same time keep both comments; one that both changed is told', () => {
  const shared = comment(first, 'baştan beri')
  const base = meetingWith([shared])
  const mine = meetingWith([shared, comment(second, 'benim')])
  const theirs = meetingWith([{ ...shared, done: true }, comment(third, 'onların')])
  const { meeting, collisions } = mergeMeetings(base, mine, theirs)
  expect(meeting.comments.map(({ text, done }) => [text, done])).toEqual([
    ['baştan beri', true],
    ['benim', false],
    ['onların', false],
  ])
  expect(collisions).toEqual([])

  const changed = mergeMeetings(
    base,
    meetingWith([{ ...shared, text: 'benim sözüm' }]),
    meetingWith([{ ...shared, text: 'onların sözü' }, comment(third, 'yenisi')]),
  )
  expect(changed.meeting.comments.map(({ text }) => text)).toEqual(['benim sözüm', 'yenisi'])
  // Taking their side of it keeps what was no matter of dispute.
  expect(changed.collisions).toMatchObject([
    { kind: 'head', field: 'comments', theirs: [{ text: 'onların sözü' }, { text: 'yenisi' }] },
  ])
})

test('open comments are named on the way to the review, those that are done are not', () => {
  const meeting = meetingWith([comment(first, 'Tarihi düzeltelim'), comment(second, 'bitti', { done: true })])
  expect(missingParts(meeting).filter(({ kind }) => kind === 'comment')).toEqual([
    { kind: 'comment', at: first, words: 'Tarihi düzeltelim' },
  ])
})
