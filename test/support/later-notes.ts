import { z } from 'zod'
import { Note } from '../../shared/records/note'
import { registry } from '../../shared/records/registry'

/**
 * Makes notes have a history that no release has: version 2 named the tags `labels`, version 3 counts the letters of the
 * title. For tests of upgrades; out: puts today's definition back.
 */
export function haveLaterNotes(): () => void {
  const today = { ...registry.note }
  const later = Note.omit({ tags: true }).extend({
    labels: z.array(z.string()),
    tags: z.array(z.string()).default([]),
    letters: z.number().int(),
  })
  Object.assign(registry.note, {
    version: 3,
    schema: later,
    migrations: [
      {
        from: 1,
        name: 'labels',
        up: ({ tags, ...rest }: Record<string, unknown>) => ({ ...rest, labels: tags ?? [] }),
      },
      {
        from: 2,
        name: 'letters',
        up: (old: Record<string, unknown>) => ({ ...old, letters: String(old['title']).length }),
      },
    ],
  })
  return () => Object.assign(registry.note, today)
}
