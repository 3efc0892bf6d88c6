import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDispatch } from '../../../electron/ipc/dispatch'
import { contract, type Handlers } from '../../../shared/contract/contract'
import { ok } from '../../../shared/result'

const callNames = Object.entries(contract).flatMap(([name, spec]) => (spec.kind === 'call' ? [name] : []))
const own = { trusted: true, windowId: 1 }

function gate(answer: () => unknown = () => ok('geldi')) {
  const asked: string[] = []
  const faults: unknown[] = []
  const refused: string[] = []
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      () => {
        asked.push(name)
        return Promise.resolve(answer())
      },
    ]),
  ) as unknown as Handlers
  const dispatch = createDispatch({
    handlers,
    logFault: (_name, fault) => faults.push(fault),
    logRefused: (name, why) => refused.push(`${name}: ${why}`),
  })
  return { dispatch, asked, faults, refused }
}

describe('the gate', () => {
  it('lets a valid call of our own window through', async () => {
    const { dispatch, asked } = gate()
    expect(await dispatch(own, 'app.info', undefined)).toEqual(ok('geldi'))
    expect(asked).toEqual(['app.info'])
  })

  it('refuses strangers before it looks at anything else', async () => {
    const { dispatch, asked, refused } = gate()
    for (const name of callNames) {
      expect(await dispatch({ trusted: false, windowId: 1 }, name, undefined)).toMatchObject({
        error: { code: 'not-allowed' },
      })
    }
    expect(asked).toEqual([])
    expect(refused).toHaveLength(callNames.length)
  })

  it.each(['__proto__', 'constructor', 'toString', 'records.changed', 'no.such', '', 5, null, {}])(
    'does not know the name %j',
    async (name) => {
      const { dispatch, asked } = gate()
      expect(await dispatch(own, name, undefined)).toMatchObject({ error: { code: 'invalid-input' } })
      expect(asked).toEqual([])
    },
  )

  it('answers any junk with a code and reaches no handler unless the shape is right', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...callNames), fc.anything(), async (name, input) => {
        const { dispatch, asked } = gate()
        const answer = await dispatch(own, name, input)
        const spec = contract[name as keyof typeof contract]
        const fits = spec.kind === 'call' && spec.input.safeParse(input).success
        expect(answer.ok).toBe(fits)
        expect(asked).toEqual(fits ? [name] : [])
      }),
      { numRuns: 500 },
    )
  })

  it('turns a fault into `internal`, keeps its stack for the log and tells the window nothing of it', async () => {
    const { dispatch, faults } = gate(() => {
      throw new Error('a path of the machine')
    })
    const answer = await dispatch(own, 'app.info', undefined)
    expect(answer).toEqual({ ok: false, error: { code: 'internal' } })
    expect(faults).toHaveLength(1)
  })

  it('lets a window in the room ask for what it shows and nothing else', async () => {
    const { dispatch, asked, refused } = gate()
    const answers = await Promise.all(
      callNames.map(
        async (name) => [name, await dispatch({ ...own, audience: true }, name, undefined)] as const,
      ),
    )
    expect([...asked].sort()).toEqual(['projector.fullScreen', 'projector.view'])
    for (const [name, answer] of answers) {
      if (asked.includes(name) || name === 'app.reportFault') continue
      expect(answer, name).toEqual({ ok: false, error: { code: 'not-allowed' } })
      expect(refused).toContain(`${name}: audience`)
    }
  })
})
