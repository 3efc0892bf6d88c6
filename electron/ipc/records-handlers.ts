import type { CallContext } from '../../shared/contract/door'
import { listedTypes } from '../../shared/contract/rows'
import type { AttachmentRef } from '../../shared/records/define-record'
import { fail, ok, type Result } from '../../shared/result'
import { choiceOf, createRecord, saveMeeting, updateRecord } from '../services/records-service'
import type { ArchiveStore } from '../services/store/store-types'
import type { Deps, HandlersFor } from './deps'

type RecordCalls = Omit<
  HandlersFor<
    `records.${string}` | 'meetings.save' | 'meetings.get' | `attachments.${string}` | `undo.${string}`
  >,
  'records.removeMany' | 'records.idsOf'
>

/** Handlers of records: lists, single records, meetings, attachments, undo. */
export function recordsHandlers({ workspace, dialogs, words, openPath }: Deps): RecordCalls {
  const withStore = async <T>(
    work: (store: ArchiveStore) => Promise<Result<T>> | Result<T>,
  ): Promise<Result<T>> => {
    const session = workspace.session()
    return session.ok ? work(session.value.store) : session
  }
  const windowOf = ({ windowId }: CallContext) => String(windowId)

  return {
    'records.list': (query) => withStore((store) => ok(store.list(query))),
    'records.get': ({ id }) => withStore((store) => store.get(id)),
    'records.create': ({ type, fields }, context) =>
      withStore((store) => createRecord(store, type, fields, windowOf(context))),
    'records.update': ({ id, set, basedOn }, context) =>
      withStore((store) => updateRecord(store, id, set, basedOn, windowOf(context))),
    'records.remove': ({ id }, context) =>
      withStore((store) => store.remove(id, { window: windowOf(context) })),
    'records.restore': ({ id }) =>
      withStore(async (store) => {
        const restored = await store.restore(id)
        return restored.ok ? ok(undefined) : restored
      }),
    'records.usages': ({ id }) => withStore((store) => ok(store.usages(id))),
    'records.find': ({ types, text, limit }) =>
      withStore((store) => {
        const listed = listedTypes.filter((type) => types.includes(type))
        return ok(store.find(listed, text, limit).map(choiceOf))
      }),

    'meetings.save': ({ id, changes, basedOn }) =>
      withStore((store) => saveMeeting(store, id, changes, basedOn)),
    'meetings.get': ({ id }) =>
      withStore(async (store) => {
        const found = await store.get(id)
        if (!found.ok) return found
        const { record, hash, outside } = found.value
        return ok({ meeting: record, hash, outside })
      }),

    'attachments.add': (_nothing, { windowId }) =>
      withStore(async (store) => {
        const files = await dialogs.askFiles(windowId, words().dialogs.addFiles)
        if (files.length === 0) return fail('cancelled')
        const added: AttachmentRef[] = []
        for (const file of files) {
          const name = file.split(/[\\/]/).at(-1) ?? file
          const put = await store.putAttachment({ path: file }, name)
          if (!put.ok) return put
          added.push(put.value)
        }
        return ok(added)
      }),
    'attachments.open': ({ sha256, ext }) =>
      withStore(async (store) => {
        // Reading first checks that the file is there and is what its name says.
        const read = await store.readAttachment({ sha256, ext })
        if (!read.ok) return read
        await openPath(store.attachmentPath({ sha256, ext }))
        return ok(undefined)
      }),

    'undo.last': (_nothing, context) => withStore((store) => store.undo(windowOf(context))),
  }
}
