import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../shared/ids'
import { codeOf, testArchive, valueOf } from '../../support/archive'

async function withMeeting() {
  const archive = await testArchive()
  const store = await archive.open()
  const agency = valueOf(await store.create('agency', { name: 'İŞKUR' }))
  const meeting = valueOf(
    await store.create('meeting', {
      title: 'Mart toplantısı',
      hosts: [{ agencyId: agency.id, name: 'İŞKUR' }],
    }),
  )
  const note = valueOf(
    await store.create('note', { title: 'Not', markdown: `bkz. [[${meeting.id}|toplantı]]` }),
  )
  const followUp = valueOf(
    await store.create('followup', { meetingId: meeting.id, targetId: newId('action'), entries: [] }),
  )
  return { archive, store, agency, meeting, note, followUp }
}

describe('the bin', () => {
  it('says who deleted what, and what hung on it; follow-ups go with their meeting and come back with it', async () => {
    const { archive, store, agency, meeting, note, followUp } = await withMeeting()
    valueOf(await store.remove(meeting.id))
    expect(store.counts()).toMatchObject({ meeting: 0, followup: 0 })
    const [entry, ...more] = valueOf(await store.past.bin())
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      id: meeting.id,
      type: 'meeting',
      title: 'Mart toplantısı',
      deletedBy: 'Deneme Kâtibi',
      machine: 'deneme',
      followUps: 1,
    })
    expect(entry?.links).toEqual([
      { id: note.id, type: 'note', title: 'Not', roles: ['link'], way: 'in' },
      { id: followUp.id, type: 'followup', title: '', roles: ['follow-up'], way: 'in' },
      { id: agency.id, type: 'agency', title: 'İŞKUR', roles: ['host'], way: 'out' },
    ])
    await store.close()
    const again = await archive.open()
    valueOf(await again.restore(meeting.id))
    expect(again.counts()).toMatchObject({ meeting: 1, followup: 1 })
    expect(valueOf(await again.get(followUp.id as 'followup_x')).hash).toBe(followUp.hash)
    expect(valueOf(await again.past.bin())).toEqual([])
  })

  it('gives back together what was deleted together by one undo', async () => {
    const { store, meeting, note } = await withMeeting()
    valueOf(
      await store.commitMany(
        [
          { kind: 'remove', id: meeting.id },
          { kind: 'remove', id: note.id },
        ],
        { window: '1' },
      ),
    )
    expect(store.counts()).toMatchObject({ meeting: 0, followup: 0, note: 0 })
    expect(valueOf(await store.past.bin())).toHaveLength(2)
    valueOf(await store.undo('1'))
    expect(store.counts()).toMatchObject({ meeting: 1, followup: 1, note: 1 })
  })

  it('is not asked again by undo for what was brought back by hand', async () => {
    const { store, note } = await withMeeting()
    const other = valueOf(await store.create('note', { title: 'Öbürü', markdown: '' }, { window: '1' }))
    valueOf(await store.remove(note.id, { window: '1' }))
    valueOf(await store.past.restoreMany([note.id]))
    valueOf(await store.undo('1'))
    expect(codeOf(await store.get(other.id))).toBe('not-found')
    expect(store.counts()).toMatchObject({ note: 1 })
  })

  it('refuses the whole deletion when one of the records is in use, and leaves no slip', async () => {
    const { archive, store, agency, note } = await withMeeting()
    const done = await store.commitMany([
      { kind: 'remove', id: note.id },
      { kind: 'remove', id: agency.id },
    ])
    expect(done).toMatchObject({ error: { code: 'in-use', params: { id: agency.id } } })
    expect(store.counts()).toMatchObject({ note: 1, agency: 1 })
    expect(await readdir(join(archive.root, 'deletions'))).toEqual([])
  })

  it('is emptied on command: records, their histories and slips are gone, the rest stays', async () => {
    const { archive, store, meeting, note } = await withMeeting()
    valueOf(await store.remove(meeting.id))
    await store.past.settle()
    expect(valueOf(await store.past.emptyBin())).toEqual({ count: 2 })
    expect(valueOf(await store.past.bin())).toEqual([])
    expect(codeOf(await store.restore(meeting.id))).toBe('not-found')
    expect(codeOf(await store.past.versions(meeting.id))).toBe('not-found')
    expect(await readdir(join(archive.root, 'trash'))).toEqual([])
    expect(await readdir(join(archive.root, 'deletions'))).toEqual([])
    expect(valueOf(await store.get(note.id as 'note_x')).record.title).toBe('Not')
    expect(valueOf(await store.past.emptyBin())).toEqual({ count: 0 })
  })
})
