import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import fc from 'fast-check'
import { saveTiming } from '../../../renderer/src/features/meeting/autosave/autosave'
import { resolveCollision } from '../../../shared/domain/meeting-merge'
import { newId } from '../../../shared/ids'
import type { Meeting } from '../../../shared/records/meeting'
import { addText, page, start, texts, title, withText } from './autosave-desk'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('autosave', () => {
  it('saves after a pause, and not before', async () => {
    const desk = start()
    const window = page(desk)
    window.edit(title('A'))
    expect(window.autosave.state.kind).toBe('dirty')
    await vi.advanceTimersByTimeAsync(saveTiming.quiet - 1)
    expect(desk.saves).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(desk.saves).toEqual([{ basedOn: 'h0', changes: { set: { title: 'A' } } }])
    expect(window.autosave.state).toMatchObject({ kind: 'saved', hash: 'h1' })
    expect(window.draft()).toBeUndefined()
  })

  it('does not let steady typing wait longer than half a second, and saves behind a key, not before the next', async () => {
    const desk = start()
    const window = page(desk)
    for (let key = 0; key < 20; key += 1) {
      window.edit(title(`A${key}`))
      await vi.advanceTimersByTimeAsync(saveTiming.frame)
      const behindKey = desk.saves.length
      await vi.advanceTimersByTimeAsync(100 - saveTiming.frame)
      expect(desk.saves).toHaveLength(behindKey)
    }
    expect(desk.saves.length).toBeGreaterThanOrEqual(3)
    expect(await window.autosave.flush()).toBe(true)
    expect(desk.now.title).toBe('A19')
  })

  it('never has two saves under way, and sends what was typed meanwhile afterwards', async () => {
    const desk = start()
    desk.delay = 2_000
    const window = page(desk)
    for (let key = 0; key < 40; key += 1) {
      window.edit(addText(`Cümle ${key}`))
      await vi.advanceTimersByTimeAsync(90)
    }
    const done = window.autosave.flush()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await done).toBe(true)
    expect(desk.mostAtOnce).toBe(1)
    expect(texts(desk.now)).toHaveLength(41)
    const sent = desk.saves.flatMap(({ changes }) => changes.blocks?.upsert ?? [])
    expect(sent).toHaveLength(40)
  })

  it('keeps the text when the disk refuses, tries again with longer waits, and recovers', async () => {
    const desk = start()
    desk.failWith = { code: 'disk-full' }
    const window = page(desk)
    window.edit(title('Kaybolmasın'))
    await vi.advanceTimersByTimeAsync(250)
    expect(window.autosave.state).toMatchObject({ kind: 'failed', error: { code: 'disk-full' } })
    expect(window.draft()?.changes).toEqual({ set: { title: 'Kaybolmasın' } })
    window.edit(title('Kaybolmasın, bu da'))
    await vi.advanceTimersByTimeAsync(300)
    expect(window.draft()?.changes).toEqual({ set: { title: 'Kaybolmasın, bu da' } })
    expect(await window.autosave.flush()).toBe(false)
    desk.failWith = undefined
    await vi.advanceTimersByTimeAsync(3_000)
    expect(window.autosave.state.kind).toBe('saved')
    expect(desk.now.title).toBe('Kaybolmasın, bu da')
    expect(window.draft()).toBeUndefined()
  })

  it('tries again at once when asked to', async () => {
    const desk = start()
    desk.failWith = { code: 'disk-read-only' }
    const window = page(desk)
    window.edit(title('B'))
    await vi.advanceTimersByTimeAsync(250)
    desk.failWith = undefined
    window.autosave.retry()
    await vi.advanceTimersByTimeAsync(0)
    expect(window.autosave.state.kind).toBe('saved')
  })

  it.each([false, true])('joins what another window wrote (joined by the store: %s)', async (joins) => {
    const desk = start()
    desk.joins = joins
    const window = page(desk)
    desk.versions.push(addText('Öbür pencereden')(desk.now))
    desk.versions.push({ ...desk.now, place: 'Kültür evi' })
    window.edit(title('Benim başlığım'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(window.autosave.state.kind).toBe('saved')
    expect(desk.now).toMatchObject({ title: 'Benim başlığım', place: 'Kültür evi' })
    expect(texts(window.shown())).toEqual(['Toplantı açıldı.', 'Öbür pencereden'])
    window.edit(addText('Sonra'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(texts(desk.now)).toContain('Öbür pencereden')
    expect(texts(desk.now)).toContain('Sonra')
  })

  it('shows a true collision with both texts, writes nothing meanwhile, and follows the choice', async () => {
    const desk = start()
    const window = page(desk)
    desk.versions.push({ ...desk.now, title: 'Onun başlığı' })
    window.edit(title('Benim başlığım'))
    await vi.advanceTimersByTimeAsync(1_000)
    const { state } = window.autosave
    if (state.kind !== 'conflict') throw new Error(state.kind)
    expect(state.collisions).toEqual([
      { kind: 'head', field: 'title', mine: 'Benim başlığım', theirs: 'Onun başlığı' },
    ])
    expect(await window.autosave.flush()).toBe(false)
    expect(desk.now.title).toBe('Onun başlığı')
    expect(window.draft()?.changes).toEqual({ set: { title: 'Benim başlığım' } })
    const [collision] = state.collisions
    if (!collision) throw new Error('none')
    window.autosave.resolved(resolveCollision(window.shown(), collision, 'mine'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(desk.now.title).toBe('Benim başlığım')
    expect(window.autosave.state.kind).toBe('saved')
  })

  it('follows what they go on writing while it is asked, and joins what does not collide', async () => {
    const desk = start()
    const window = page(desk)
    const asked = () => {
      const { state } = window.autosave
      return state.kind === 'conflict' ? state.collisions : []
    }
    const theyWrite = async (change: (meeting: Meeting) => Meeting) => {
      desk.versions.push(change(desk.now))
      window.autosave.noticed(desk.hash)
      await vi.advanceTimersByTimeAsync(1_000)
    }
    desk.versions.push(withText('Onun sözü')(desk.now))
    window.edit(withText('Benim sözüm'))
    await vi.advanceTimersByTimeAsync(1_000)
    await theyWrite(withText('Onun sözü sürüyor'))
    await theyWrite((meeting) => ({ ...meeting, place: 'Kültür evi' }))
    expect(asked()).toMatchObject([
      { mine: { markdown: 'Benim sözüm' }, theirs: { markdown: 'Onun sözü sürüyor' } },
    ])
    expect(window.shown()).toMatchObject({ place: 'Kültür evi' })
    // The one that was refused.
    expect(desk.saves).toHaveLength(1)
    const [collision] = asked()
    if (!collision) throw new Error('none')
    window.autosave.resolved(resolveCollision(window.shown(), collision, 'both', newId('text')))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(window.autosave.state.kind).toBe('saved')
    expect(texts(desk.now)).toEqual(['Benim sözüm', 'Onun sözü sürüyor'])
  })

  it('asks no more when they came to write the same', async () => {
    const desk = start()
    const window = page(desk)
    desk.versions.push(title('Onun başlığı')(desk.now))
    window.edit(title('Başlık'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(window.autosave.state.kind).toBe('conflict')
    desk.versions.push(title('Başlık')(desk.now))
    window.autosave.noticed(desk.hash)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(window.autosave.state.kind).toBe('saved')
    window.edit(title('Başlık, uzunca'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(desk.now.title).toBe('Başlık, uzunca')
  })

  it('takes over an announced change from outside, and ignores the echo of its own saves', async () => {
    const desk = start()
    const window = page(desk)
    window.edit(title('C'))
    await vi.advanceTimersByTimeAsync(300)
    const states = window.seen.length
    window.autosave.noticed('h1')
    await vi.advanceTimersByTimeAsync(300)
    expect(window.seen).toHaveLength(states)
    desk.versions.push({ ...desk.now, place: 'Dışarıdan' })
    window.autosave.noticed(desk.hash)
    await vi.advanceTimersByTimeAsync(300)
    expect(window.shown().place).toBe('Dışarıdan')
    expect(desk.saves).toHaveLength(1)
  })

  it('says saved only when all typed text is on the disk, whatever comes in between', async () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 700 }),
      act: fc.constantFrom('type', 'type', 'type', 'fail', 'heal', 'other', 'slow', 'fast', 'flush'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, joins) => {
        const desk = start()
        desk.joins = joins
        const window = page(desk)
        const typed: string[] = []
        for (const [index, { wait, act }] of steps.entries()) {
          if (act === 'type') {
            typed.push(`söz ${index}`)
            window.edit(addText(`söz ${index}`))
          }
          if (act === 'fail') desk.failWith = { code: 'disk-error' }
          if (act === 'heal') desk.failWith = undefined
          if (act === 'slow') desk.delay = 400
          if (act === 'fast') desk.delay = 0
          if (act === 'flush') void window.autosave.flush()
          if (act === 'other') {
            desk.versions.push(addText(`öbürü ${index}`)(desk.now))
            typed.push(`öbürü ${index}`)
            window.autosave.noticed(desk.hash)
          }
          await vi.advanceTimersByTimeAsync(wait)
          if (window.autosave.state.kind === 'saved') {
            for (const text of texts(window.shown())) expect(texts(desk.now)).toContain(text)
          }
        }
        desk.failWith = undefined
        await vi.advanceTimersByTimeAsync(120_000)
        expect(window.autosave.state.kind).toBe('saved')
        expect([...texts(desk.now)].sort()).toEqual(['Toplantı açıldı.', ...typed].sort())
        expect(texts(window.shown())).toEqual(texts(desk.now))
        expect(desk.mostAtOnce).toBeLessThanOrEqual(1)
      }),
      { numRuns: 150 },
    )
  })
})
