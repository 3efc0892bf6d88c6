import { isDeepStrictEqual } from 'node:util'
import { join } from 'node:path'
import { newId, recordTypeOfId, type RecordType } from '../../../shared/ids'
import { definitionOf, type AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import { DiskError, attempt, isMissing } from './archive-files'
import type { ArchiveState } from './archive-state'
import { commit, prepareSave, takeAllBack, writtenFile, type Prepared } from './commit'
import { archiveIsThere } from './durable-adapter'
import { deepFreeze } from './envelope'
import { mayGo } from './in-use'
import { isRecordId, trashFile } from './layout'
import { holderName } from './lock'
import { content, isStoreOwned, readable, typeOf } from './record-content'
import { readRecordBytes } from './record-files'
import type { Change, ChangedRecord, Operation, Saved, WriteOptions, WriteReason } from './store-types'
import type { UndoList } from './undo-list'
import { journaledVersion } from './versions'

/** Bytes of journal between two remarks that all is in the files. */
const markEvery = 512 * 1024

/** The writing half of an open archive. */
export class Writing {
  constructor(
    private readonly state: ArchiveState,
    private readonly undo: UndoList,
  ) {}

  /** Refuses when this opener may not write (any more). Errors: `archive-read-only`, `archive-locked` (params.holder), disk codes. */
  async mayWrite(): Promise<Result<void>> {
    const { state } = this
    if (state.options.readOnly) return fail('archive-read-only')
    if (state.lockFault) return fail(state.lockFault)
    return attempt(async () => {
      try {
        if (!(await state.isWriter())) return this.locked()
        if (state.unfinished.length === 0) return ok(undefined)
        const fault = await takeAllBack(state)
        return fault ? fail(fault.code) : ok(undefined)
      } catch (error) {
        // Gone with its whole folder: the disk may come back.
        if (isMissing(error)) return fail('disk-gone')
        throw error
      }
    })
  }

  private locked(): Result<never> {
    return fail('archive-locked', { holder: holderName(this.state.holder) })
  }

  /** Runs operations as one commit, after everything asked before it for the same records. */
  async run(
    ids: readonly string[],
    operations: readonly Operation[],
    options: WriteOptions,
  ): Promise<Result<Saved[]>> {
    // Asked before the queue: what was begun before closing is still written.
    if (this.state.closed) return fail('no-archive')
    const done = await this.inTurn(ids, operations, options)
    // Lost while it was being written: who holds it now is known since.
    return !done.ok && done.error.code === 'archive-locked' ? this.locked() : done
  }

  private inTurn(
    ids: readonly string[],
    operations: readonly Operation[],
    options: WriteOptions,
  ): Promise<Result<Saved[]>> {
    return this.state.queue.run(ids, () =>
      attempt(async () => {
        const foreign = ids.find((id) => !isRecordId(id))
        if (foreign !== undefined) return fail('not-found', { id: foreign })
        // Asked of the disk while the record is read; nothing is written before both have answered.
        const allowing = this.mayWrite()
        // Half a commit is no version to start from.
        if (this.state.unfinished.length > 0) await allowing
        const prepared: Prepared[] = []
        for (const [index, operation] of operations.entries()) {
          const one = await this.prepare(ids[index] as string, operation, operations)
          const allowed = await allowing
          if (!allowed.ok) return allowed
          if (!one.ok) {
            if (one.error.code === 'not-found' && !(await archiveIsThere(this.state.files, this.state.root)))
              return fail('disk-gone')
            return operations.length === 1
              ? one
              : fail(one.error.code, { id: ids[index] as string, ...one.error.params })
          }
          prepared.push(one.value)
        }
        const real = prepared.filter((item) => item.op !== 'save' || item.bytes)
        if (real.length > 0) await this.write(real, options.window, options.why)
        return ok(
          prepared.map((item) => ({
            id: item.id,
            hash: item.after ?? item.before ?? '',
            record: item.record as AnyRecord,
          })),
        )
      }),
    )
  }

  /** Writes prepared operations; then memory, lists and listeners follow. Errors: `DiskError`. */
  async write(prepared: Prepared[], window: string | undefined, why?: WriteReason): Promise<void> {
    const { state } = this
    const kept = state.history?.before(prepared, why)
    // What a restore or import replaces must be in the history first; a save waits for nothing.
    if (why === 'restore' || why === 'import') await kept
    state.keepForPictures(prepared)
    const { seq, changes } = await state.committing(() => this.carryOut(prepared, window))
    state.notePosition()
    if (window !== undefined) this.undo.add(window, seq, prepared)
    state.history?.after(prepared, why)
    state.emit({ seq, changes, outside: false, ...(window === undefined ? {} : { window }) })
    void this.markApplied()
  }

  /** The commit on the disk, then memory and lists. Errors: `DiskError`. */
  private async carryOut(prepared: Prepared[], window: string | undefined) {
    const { state } = this
    const changes: ChangedRecord[] = []
    try {
      // The disk is asked first; what lists need is worked out while it writes.
      const [done, drafts] = await Promise.all([
        commit(state, prepared, window),
        Promise.resolve().then(() =>
          prepared.map(({ op, type, record }) =>
            op === 'save' && record ? state.draft(type, record) : undefined,
          ),
        ),
      ])
      for (const [index, item] of prepared.entries()) {
        state.phantoms.delete(item.id)
        const file =
          item.op === 'remove' ? undefined : await writtenFile(state, item, done.stats.get(item.id))
        const change = state.takeIn(item.id, file, drafts[index])
        if (change) changes.push(change)
      }
      return { seq: done.seq, changes }
    } catch (error) {
      for (const { id } of prepared) state.records.forget(id)
      throw error
    }
  }

  /** Says in the journal from time to time that everything so far is in the files: openings then look back less far. */
  private async markApplied(): Promise<void> {
    const { state } = this
    if (state.journal.bytesSinceMark < markEvery || !state.isSettled()) return
    // Only a shortcut for later: that it failed is no reason to call a save failed.
    await state.journal.mark('applied').catch((error: unknown) => {
      if (!(error instanceof DiskError)) throw error
    })
  }

  private prepare(id: string, operation: Operation, all: readonly Operation[]): Promise<Result<Prepared>> {
    switch (operation.kind) {
      case 'create':
        return this.prepareCreate(id, operation)
      case 'change':
        return this.prepareChange(id, operation.basedOn, operation.change)
      case 'remove':
        return this.prepareRemove(id, operation.basedOn, all)
      case 'restore':
        return this.prepareRestore(id)
    }
  }

  private check(type: RecordType, record: Record<string, unknown>): Result<AnyRecord> {
    const checked = definitionOf(type).schema.safeParse(record)
    if (checked.success) return ok(deepFreeze(checked.data) as AnyRecord)
    return fail('invalid-input', { field: checked.error.issues[0]?.path.join('.') ?? '' })
  }

  private async prepareCreate(
    id: string,
    { type, fields, stamps }: Extract<Operation, { kind: 'create' }>,
  ): Promise<Result<Prepared>> {
    const { state } = this
    if (recordTypeOfId(id) !== type) return fail('invalid-input', { field: 'id' })
    const file = await state.records.readFresh(id)
    if (file) return fail('already-exists', { id })
    const own = Object.fromEntries(Object.entries(fields).filter(([key]) => !isStoreOwned(key)))
    const now = state.now()
    const checked = this.check(type, {
      ...own,
      id,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      savedBy: state.options.savedBy(),
      originArchive: state.head.id,
      ...stamps,
    })
    return checked.ok ? ok(prepareSave(type, checked.value, undefined, null)) : checked
  }

  private async prepareChange(
    id: string,
    basedOn: string,
    change: Change<AnyRecord>,
  ): Promise<Result<Prepared>> {
    const { state } = this
    const file = await state.records.readFresh(id)
    const current = readable(file)
    if (!file || !current.ok) return current.ok ? fail('not-found') : current
    const { record, hash, outside } = current.value
    if (outside) return fail('changed-outside', { id })
    const phantom = state.phantoms.get(id)
    const before =
      phantom?.after === hash && phantom.before === basedOn ? state.records.version(basedOn) : undefined
    let next: Result<AnyRecord>
    if (hash === basedOn || before) next = change(before ?? record)
    else {
      const base = state.records.version(basedOn) ?? (await journaledVersion(state, id, basedOn))
      if (!base) return fail('conflict', { id })
      next = change(record, base)
    }
    if (!next.ok) return next
    const unchanged: Prepared = {
      id,
      type: typeOf(id),
      op: 'save',
      was: file,
      before: hash,
      after: hash,
      record,
    }
    // A version whose save was reported as failed is written again, even unchanged: now it must last.
    if (!before && isDeepStrictEqual(content(next.value), content(record))) return ok(unchanged)
    const checked = this.check(typeOf(id), {
      ...next.value,
      id,
      revision: record.revision + 1,
      createdAt: record.createdAt,
      updatedAt: state.now(),
      savedBy: state.options.savedBy(),
      originArchive: record.originArchive,
    })
    return checked.ok ? ok(prepareSave(typeOf(id), checked.value, file, hash)) : checked
  }

  private async prepareRemove(
    id: string,
    basedOn: string | undefined,
    all: readonly Operation[],
  ): Promise<Result<Prepared>> {
    const file = await this.state.records.readFresh(id)
    const current = readable(file)
    if (!file || !current.ok) return current.ok ? fail('not-found') : current
    if (basedOn !== undefined && current.value.hash !== basedOn) return fail('conflict', { id })
    const free = mayGo(
      this.state,
      id,
      new Set(all.flatMap((other) => (other.kind === 'remove' ? other.id : []))),
    )
    if (!free.ok) return free
    const { record, hash } = current.value
    return ok({ id, type: typeOf(id), op: 'remove', was: file, before: hash, after: null, record })
  }

  private async prepareRestore(id: string): Promise<Result<Prepared>> {
    const { state } = this
    if (await state.records.readFresh(id)) return fail('already-exists', { id })
    const path = join(state.root, trashFile(id))
    let bytes: Uint8Array
    try {
      bytes = await state.files.readFile(path)
    } catch (error) {
      if (isMissing(error)) return fail('not-found')
      throw error
    }
    const found = readRecordBytes(id, bytes)
    if (found.state === 'too-new') return fail('too-new')
    if (found.state !== 'ok' && found.state !== 'changed-outside') return fail('damaged')
    const { hash, record } = found
    return ok({ id, type: typeOf(id), op: 'restore', was: undefined, before: null, after: hash, record })
  }
}

/** The id an operation is about; a creation without one gets it here. */
export function idOfOperation(operation: Operation): string {
  return operation.kind === 'create' ? (operation.fields.id ?? newId(operation.type)) : operation.id
}
