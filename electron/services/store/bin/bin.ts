import { join } from 'node:path'
import type { BinEntry, BinLink } from '../../../../shared/contract/history-contract'
import { recordTypeOfId } from '../../../../shared/ids'
import { referencesIn, type AnyRecord } from '../../../../shared/records/registry'
import { isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { archiveNames, historyFile, isRecordId, parseRecordName, trashFile } from '../layout'
import { readable, typeOf } from '../record-content'
import { readRecordBytes } from '../record-files'
import type { Operation } from '../store-types'
import { readSlips, scrubSlips, type SlipRecord } from './slips'

/** Links told of one record, at most. */
const mostLinks = 200

function titleOf(record: AnyRecord): string {
  return 'title' in record ? record.title : 'name' in record ? record.name : ''
}

function linksOf(state: ArchiveState, id: string, record: AnyRecord): BinLink[] {
  const inwards = state.catalogue.usages(id).map((usage): BinLink => ({ ...usage, way: 'in' }))
  const roles = new Map<string, Set<string>>()
  for (const { id: target, role } of referencesIn(typeOf(id), record)) {
    roles.set(target, (roles.get(target) ?? new Set()).add(role))
  }
  const outwards = [...roles].map(([target, found]): BinLink => {
    const title = state.catalogue.nameOf(target) ?? ''
    return { id: target, type: typeOf(target), title, roles: [...found], way: 'out' }
  })
  return [...inwards, ...outwards].slice(0, mostLinks)
}

/** Adds to a deletion the follow-ups of the meetings in it. */
export function withFollowUps(state: ArchiveState, operations: readonly Operation[]): Operation[] {
  const known = new Set(operations.flatMap((operation) => (operation.kind === 'create' ? [] : operation.id)))
  const more = operations.flatMap((operation): Operation[] => {
    if (operation.kind !== 'remove' || recordTypeOfId(operation.id) !== 'meeting') return []
    return followUpsOf(state, operation.id)
      .filter((id) => !known.has(id))
      .map((id) => ({ kind: 'remove', id }))
  })
  return [...operations, ...more]
}

/** Ids of a meeting's follow-ups. */
export function followUpsOf(state: ArchiveState, meetingId: string): string[] {
  return state.catalogue.usages(meetingId).flatMap(({ id, type }) => (type === 'followup' ? id : []))
}

/** What a slip says of records that are about to be deleted. Errors: `DiskError`. */
export async function slipRecords(state: ArchiveState, ids: readonly string[]): Promise<SlipRecord[]> {
  const found: SlipRecord[] = []
  for (const id of ids.filter(isRecordId)) {
    const current = readable(await state.records.read(id))
    if (!current.ok) continue
    const { record } = current.value
    const owner = 'meetingId' in record && ids.includes(record.meetingId) ? { owner: record.meetingId } : {}
    found.push({ id, type: typeOf(id), title: titleOf(record), links: linksOf(state, id, record), ...owner })
  }
  return found
}

/** Ids in the bin, each once. Errors: `DiskError`. */
export async function idsInBin(state: ArchiveState): Promise<Set<string>> {
  const names = await state.files.readdir(join(state.root, archiveNames.trash)).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return new Set(names.flatMap(({ name }) => parseRecordName(name)?.id ?? []))
}

/** A record in the bin; undefined when it is not there or cannot be read. Errors: `DiskError`. */
export async function readInBin(state: ArchiveState, id: string): Promise<AnyRecord | undefined> {
  const bytes = await state.files.readFile(join(state.root, trashFile(id))).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const found = bytes && readRecordBytes(id, bytes)
  return found?.state === 'ok' || found?.state === 'changed-outside' ? found.record : undefined
}

/** What lies in the bin, the newest first; follow-ups stand with their meeting. Errors: `DiskError`. */
export async function listBin(state: ArchiveState): Promise<BinEntry[]> {
  const ids = await idsInBin(state)
  const told = new Map<string, Pick<BinEntry, 'deletedAt' | 'deletedBy' | 'machine'> & SlipRecord>()
  for (const { slip } of await readSlips(state)) {
    const { deletedAt, deletedBy, machine } = slip
    for (const record of slip.records) {
      if (!told.has(record.id)) told.set(record.id, { ...record, deletedAt, deletedBy, machine })
    }
  }
  const owned = new Map<string, number>()
  for (const { id, owner } of told.values()) {
    if (owner !== undefined && ids.has(id)) owned.set(owner, (owned.get(owner) ?? 0) + 1)
  }
  const entries: BinEntry[] = []
  for (const id of ids) {
    const slip = told.get(id)
    if (slip?.owner !== undefined && ids.has(slip.owner)) continue
    const followUps = owned.get(id) ?? 0
    if (slip) {
      const { owner: _owner, ...entry } = slip
      entries.push({ ...entry, followUps })
      continue
    }
    const record = await readInBin(state, id)
    const links = record ? linksOf(state, id, record).filter(({ way }) => way === 'out') : []
    entries.push({ id, type: typeOf(id), title: record ? titleOf(record) : '', links, followUps })
  }
  const when = ({ deletedAt }: BinEntry) => deletedAt ?? ''
  return entries.sort((a, b) => (when(a) < when(b) ? 1 : when(a) > when(b) ? -1 : 0))
}

/** The ids that come back with these: follow-ups that went with their meeting. Errors: `DiskError`. */
export async function comingBack(state: ArchiveState, ids: readonly string[]): Promise<string[]> {
  const inBin = await idsInBin(state)
  const all = new Set(ids)
  const told = new Set<string>()
  for (const { slip } of await readSlips(state)) {
    for (const { id, owner } of slip.records) {
      if (owner !== undefined && !told.has(id) && all.has(owner) && inBin.has(id)) all.add(id)
      told.add(id)
    }
  }
  return [...all]
}

/**
 * Deletes everything in the bin for good, with the histories of records that are nowhere else. Histories go first: what a
 * kill leaves is still whole in the bin. Out: how many records. Errors: `DiskError`.
 */
export async function emptyBin(state: ArchiveState): Promise<string[]> {
  const folder = join(state.root, archiveNames.trash)
  const ids = await idsInBin(state)
  for (const id of ids) {
    if (await state.records.read(id)) continue
    await state.files.unlink(join(state.root, historyFile(id))).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
  }
  for (const { name } of await state.files.readdir(folder)) {
    if (parseRecordName(name)) await state.files.unlink(join(folder, name))
  }
  await scrubSlips(state, (id) => ids.has(id))
  await state.files.fsyncDir(folder)
  return [...ids]
}
