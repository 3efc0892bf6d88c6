import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftBox } from '../../../renderer/src/features/meeting/autosave/draft-box'
import { collisionNow, settleCollision } from '../../../shared/domain/collision-now'
import { resolveCollision, type Collision } from '../../../shared/domain/meeting-merge'
import { newId } from '../../../shared/ids'
import type { Meeting } from '../../../shared/records/meeting'
import { addText, page, start, texts, title, withText, withoutText } from './autosave-desk'

function boxInMemory(): DraftBox {
  const held = new Map<string, string>()
  return new DraftBox({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  })
}

type Window = ReturnType<typeof page>

/** What a window asks; throws when it asks nothing. */
function asked({ autosave }: Window): Collision[] {
  const { state } = autosave
  if (state.kind !== 'conflict') throw new Error(state.kind)
  return state.collisions
}

const comment = (text: string) => (meeting: Meeting) => {
  const [item] = meeting.agenda
  if (!item) throw new Error('no item')
  const row = {
    id: newId('comment'),
    targetId: item.id,
    at: '2024-05-01T10:00:00.000Z',
    by: 'Ayşe',
    text,
    done: false,
  }
  return { ...meeting, comments: [...meeting.comments, row] }
}

/** Two writers changed one part: the desk with theirs, the box, and the window that asks. */
async function conflict(theirs: (meeting: Meeting) => Meeting, mine: (meeting: Meeting) => Meeting) {
  const desk = start()
  const box = boxInMemory()
  const window = page(desk, box)
  desk.versions.push(theirs(desk.now))
  window.edit(mine)
  await vi.advanceTimersByTimeAsync(1_000)
  return { desk, box, window, collisions: asked(window) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a conflict that was open when the program ended', () => {
  it.each([
    ['both changed a text', withText('Onun sözü.'), withText('Benim sözüm.')],
    ['mine goes on where theirs stops', withText('Toplantı.'), withText('Toplantı açıldı. Sürüyor.')],
    ['they removed it', withoutText, withText('Benim sözüm.')],
    ['I removed it', withText('Onun sözü.'), withoutText],
    ['both changed the head', title('Onun başlığı'), title('Benim başlığım')],
  ])('is asked again and nothing is written: %s', async (_what, theirs, mine) => {
    const { desk, box, window, collisions } = await conflict(theirs, mine)
    window.autosave.dispose()
    const again = page(desk, box)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked(again)).toEqual(collisions)
    expect(again.shown()).toEqual(window.shown())
    expect(desk.versions).toHaveLength(2)
    expect(await again.autosave.flush()).toBe(false)
    // Once more, without a key in between.
    again.autosave.dispose()
    expect(asked(page(desk, box))).toEqual(collisions)
  })

  it('is asked with what was typed since, and the choice is followed', async () => {
    const { desk, box, window } = await conflict(withText('Onun sözü.'), withText('Benim sözüm.'))
    window.edit(withText('Benim sözüm. Devamı.'))
    await vi.advanceTimersByTimeAsync(1_000)
    window.autosave.dispose()
    const again = page(desk, box)
    const now = asked(again).map((collision) => collisionNow(collision, again.shown()))
    expect(now).toMatchObject([
      { mine: { markdown: 'Benim sözüm. Devamı.' }, theirs: { markdown: 'Onun sözü.' } },
    ])
    const [first] = now
    if (!first) throw new Error('none')
    again.autosave.resolved(resolveCollision(again.shown(), first, 'both', newId('text')))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(texts(desk.now)).toEqual(['Benim sözüm. Devamı.', 'Onun sözü.'])
    expect(box.read(desk.now.id)).toBeUndefined()
  })

  it('is asked with their newest words when they went on writing', async () => {
    const { desk, box, window } = await conflict(withText('Onun sözü.'), withText('Benim sözüm.'))
    window.autosave.dispose()
    desk.versions.push(withText('Onun sözü. Devamı.')(desk.now))
    expect(asked(page(desk, box))).toMatchObject([
      { mine: { markdown: 'Benim sözüm.' }, theirs: { markdown: 'Onun sözü. Devamı.' } },
    ])
    desk.versions.push(withText('Benim sözüm.')(desk.now))
    expect(page(desk, box).autosave.state.kind).not.toBe('conflict')
  })

  it('is asked when they wrote less than I, also when they went on elsewhere', async () => {
    const { desk, box, window } = await conflict(withText('Toplantı.'), withText('Toplantı açıldı. Sürüyor.'))
    window.autosave.dispose()
    desk.versions.push({ ...desk.now, place: 'Kültür evi' })
    expect(asked(page(desk, box))).toMatchObject([{ theirs: { markdown: 'Toplantı.' } }])
  })

  it('is asked when I had removed what they went on writing', async () => {
    const { desk, box, window } = await conflict(withText('Onun sözü.'), withoutText)
    window.autosave.dispose()
    desk.versions.push(withText('Onun sözü. Devamı.')(desk.now))
    const again = page(desk, box)
    expect(asked(again)).toMatchObject([{ theirs: { markdown: 'Onun sözü. Devamı.' } }])
    expect(texts(again.shown())).toEqual(['Onun sözü. Devamı.'])
  })
})

describe('comments kept after a crash', () => {
  it('come back beside those that others wrote meanwhile', async () => {
    const desk = start()
    const box = boxInMemory()
    const window = page(desk, box)
    desk.failWith = { code: 'disk-full' }
    window.edit(comment('Benim yorumum'))
    await vi.advanceTimersByTimeAsync(300)
    window.autosave.dispose()
    desk.failWith = undefined
    desk.versions.push(comment('Onun yorumu')(desk.now))
    const again = page(desk, box)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(again.autosave.state.kind).toBe('saved')
    expect(desk.now.comments.map(({ text }) => text).sort()).toEqual(['Benim yorumum', 'Onun yorumu'])
  })
})

describe('what is shown of a collision', () => {
  it('is my side as it stands by now', async () => {
    const { window, collisions } = await conflict(title('Onun'), title('Asıl'))
    window.edit(title('Asıl benimki'))
    expect(collisions.map((collision) => collisionNow(collision, window.shown()))).toEqual([
      { kind: 'head', field: 'title', mine: 'Asıl benimki', theirs: 'Onun' },
    ])
  })

  it('is no removal any more where I went on writing in what I had removed', async () => {
    const { window, collisions } = await conflict(withText('Onun sözü.'), withoutText)
    const [collision] = collisions
    if (!collision) throw new Error('none')
    expect(collisionNow(collision, window.shown())).toBe(collision)
    window.edit(withText('Onun sözü. Benimki.'))
    const now = collisionNow(collision, window.shown())
    expect(now).toMatchObject({ mine: { markdown: 'Onun sözü. Benimki.' } })
    expect(texts(resolveCollision(window.shown(), now, 'mine'))).toEqual(['Onun sözü. Benimki.'])
  })

  it('keeps comments that were written while it was open, also with their side taken', async () => {
    const desk = start()
    desk.versions = [comment('Soru')(desk.now)]
    const window = page(desk)
    const say = (text: string) => (meeting: Meeting) => ({
      ...meeting,
      comments: meeting.comments.map((row, at) => (at === 0 ? { ...row, text } : row)),
    })
    desk.versions.push(say('Onun')(desk.now))
    window.edit(say('Benim'))
    await vi.advanceTimersByTimeAsync(1_000)
    const [collision] = asked(window)
    if (!collision) throw new Error('none')
    window.edit(comment('Sonradan'))
    const taken = resolveCollision(window.shown(), collisionNow(collision, window.shown()), 'theirs')
    expect(taken.comments.map(({ text }) => text)).toEqual(['Onun', 'Sonradan'])
  })

  it('comes back to its place with their side taken, where I removed my side meanwhile', async () => {
    const desk = start()
    const lines =
      (...markdowns: string[]) =>
      (meeting: Meeting) =>
        markdowns.reduce((now, markdown) => addText(markdown)(now), meeting)
    desk.versions = [lines('İki', 'Üç', 'Dört')(desk.now)]
    const window = page(desk)
    const say = (markdown: string) => (meeting: Meeting) => ({
      ...meeting,
      agenda: meeting.agenda.map((item) => ({
        ...item,
        blocks: item.blocks.map((block, at) => (at === 1 ? { ...block, markdown } : block)),
      })),
    })
    desk.versions.push(say('Onun')(desk.now))
    window.edit(say('Benim'))
    await vi.advanceTimersByTimeAsync(1_000)
    const [collision] = asked(window)
    if (!collision) throw new Error('none')
    window.edit((meeting) => ({
      ...meeting,
      agenda: meeting.agenda.map((item) => ({ ...item, blocks: item.blocks.filter((_, at) => at !== 1) })),
    }))
    window.edit(addText('Beş'))
    const now = collisionNow(collision, window.shown())
    const settle = (choice: 'mine' | 'theirs') =>
      texts(settleCollision(window.shown(), window.autosave.version, now, choice))
    expect(settle('theirs')).toEqual(['Toplantı açıldı.', 'Onun', 'Üç', 'Dört', 'Beş'])
    expect(settle('mine')).toEqual(['Toplantı açıldı.', 'Üç', 'Dört', 'Beş'])
  })
})
