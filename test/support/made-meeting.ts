import type { Page } from '@playwright/test'

/** Makes a meeting with these blocks under its first item, through the door of the window. Out: its id. */
export function makeMeetingWith(
  page: Page,
  title: string,
  blocks: readonly { id: string; kind: string }[],
): Promise<string> {
  return page.evaluate(
    async ([name, made]) => {
      const call = async (door: string, input: unknown): Promise<never> => {
        const answer = (await window.door.call(door as never, input as never)) as {
          ok: boolean
          value: never
        }
        if (!answer.ok) throw new Error(JSON.stringify(answer))
        return answer.value
      }
      const { id } = await call('meetings.create', { title: name })
      const { meeting, hash } = (await call('meetings.get', { id })) as {
        meeting: { agenda: { id: string }[] }
        hash: string
      }
      const layout = [{ itemId: meeting.agenda[0]?.id, blockIds: made.map((block) => block.id) }]
      await call('meetings.save', { id, changes: { blocks: { upsert: made }, layout }, basedOn: hash })
      return id as string
    },
    [title, blocks] as const,
  )
}
