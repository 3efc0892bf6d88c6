import { z } from 'zod'
import { commandIds } from '../commands'
import { OwnKeys } from '../keys'
import { RecordId } from '../ids'
import { OfficeSettings } from '../records/office-settings'
import { call, event } from './door'
import { spellings } from './spell-contract'

export const themes = ['system', 'light', 'dark'] as const

const language = z.enum(['tr', 'en'])
const theme = z.enum(themes)
const userName = z.string().max(200)
const spelling = z.enum(spellings)
/** Settings of this computer and user; they never travel with an archive. */
export const MachineSettings = z.object({
  language: language.default('tr'),
  theme: theme.default('system'),
  userName: userName.default(''),
  /** Keys of commands that were changed. */
  keys: OwnKeys.default({}).catch({}),
  spelling: spelling.default('interface'),
  /** Whether meetings can be recorded: while it is off, nobody is ever asked for the microphone. */
  soundRecording: z.boolean().default(false),
})
export type MachineSettings = z.infer<typeof MachineSettings>

/** An archive as the window knows it: no full path, only what helps to recognise it. */
export const ArchiveInfo = z.object({
  id: z.string(),
  name: z.string(),
  /** Last two parts of the folder's path, for people. */
  folder: z.string(),
  readOnly: z.boolean(),
  /** Who writes, when this window may only read. */
  heldBy: z.string().optional(),
  /** Whoever wrote has closed it or is gone: it can be opened for writing. */
  free: z.boolean().optional(),
  /** The disk refuses versions for the history; records are saved all the same. */
  historyRefused: z.boolean().optional(),
  /** The folder belongs to a cloud tool that may copy files behind our back. */
  cloudFolder: z.string().optional(),
  counts: z.record(z.string(), z.number()),
})
export type ArchiveInfo = z.infer<typeof ArchiveInfo>

export const RecentArchive = z.object({
  key: z.string(),
  name: z.string(),
  folder: z.string(),
  /** False when its folder cannot be reached now (a USB stick that is not plugged in). */
  reachable: z.boolean(),
})
export type RecentArchive = z.infer<typeof RecentArchive>

export const AppInfo = z.object({
  version: z.string(),
  settings: MachineSettings,
  archive: ArchiveInfo.optional(),
  recent: z.array(RecentArchive),
})
export type AppInfo = z.infer<typeof AppInfo>

/** Something in the archive that could not be read as it should. */
export const ArchiveProblem = z.object({
  file: z.string(),
  kind: z.enum(['damaged', 'foreign', 'changed-outside', 'too-new', 'misplaced', 'conflict-copy']),
  id: z.string().optional(),
})
export type ArchiveProblem = z.infer<typeof ArchiveProblem>

/** Name of the place where an archive is made or looked for. */
const where = z.enum(['default', 'ask'])

export const appContract = {
  'app.info': call(z.void(), AppInfo),
  'app.saveSettings': call(
    z.strictObject({
      language: language.optional(),
      theme: theme.optional(),
      userName: userName.optional(),
      keys: OwnKeys.optional(),
      spelling: spelling.optional(),
      soundRecording: z.boolean().optional(),
    }),
    MachineSettings,
  ),
  /** The window's answer to `app.flush`: all its changes are acknowledged (or it cannot get them through). */
  'app.flushed': call(z.strictObject({ token: z.string(), clean: z.boolean() }), z.void()),
  /** The window has kept in its own storage what could not be saved: it goes to the disk now, not when the browser gets to it. */
  'app.keepStorage': call(z.void(), z.void()),
  /** A fault in the window, for the log. */
  'app.reportFault': call(
    z.strictObject({ message: z.string().max(4_000), stack: z.string().max(20_000).optional() }),
    z.void(),
  ),
  'archive.create': call(
    z.strictObject({ where, name: z.string().min(1).max(200), sample: z.boolean().default(false) }),
    ArchiveInfo,
  ),
  'archive.open': call(z.strictObject({ recentKey: z.string().optional() }), ArchiveInfo),
  'archive.close': call(z.void(), z.void()),
  'archive.forgetRecent': call(z.strictObject({ key: z.string() }), z.void()),
  'archive.problems': call(z.void(), z.array(ArchiveProblem)),
  'archive.acceptOutside': call(z.strictObject({ id: RecordId }), z.void()),
  'archive.showFolder': call(z.void(), z.void()),
  'office.get': call(z.void(), z.object({ settings: OfficeSettings, hash: z.string() })),
  'office.save': call(
    z.strictObject({ settings: OfficeSettings, basedOn: z.string() }),
    z.object({ hash: z.string() }),
  ),
  /** The main process is about to close or sleep: write out everything and answer with `app.flushed`. */
  'app.flush': event(z.object({ token: z.string() })),
  'app.settingsChanged': event(MachineSettings),
  /** A command was chosen in the native menu. */
  'app.command': event(z.object({ id: z.enum(commandIds) })),
  'archive.changed': event(z.object({ archive: ArchiveInfo.optional() })),
  /** Work that takes long: catalogue, index, export. `total` 0 = unknown. */
  'work.progress': event(
    z.object({ work: z.string(), done: z.number(), total: z.number(), finished: z.boolean() }),
  ),
}
