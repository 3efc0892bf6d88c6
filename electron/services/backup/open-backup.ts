import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { fail, ok, type Result } from '../../../shared/result'
import { digestOf } from '../store/envelope'
import { readRecordBytes } from '../store/record-files'
import {
  BackupManifest,
  BackupSummary,
  backupVersion,
  manifestName,
  summaryName,
  type BackupFile,
} from './manifest'
import { attemptBackup, type BackupWork } from './faults'
import { isBackedPath, recordAt } from './names'
import { ZipFault, ZipReader } from './zip-reader'

/** Most bytes that the summary, the list of files and any one file may have. */
const summaryBytes = 1024 * 1024
const manifestBytes = 400 * 1024 * 1024
const fileBytes = 256 * 1024 * 1024

/** A backup open for reading: what it says of itself, its list of files, and the zip. */
export interface OpenBackup {
  zip: ZipReader
  summary: BackupSummary
  manifest: BackupManifest
}

function allowed(name: string): boolean {
  return name === summaryName || name === manifestName || isBackedPath(name)
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (fault) {
    throw new ZipFault('not JSON', { cause: fault })
  }
}

async function summaryOf(zip: ZipReader): Promise<Result<BackupSummary>> {
  const raw = json(await zip.bytes(summaryName, summaryBytes))
  if (zip.comment !== '' && !isDeepStrictEqual(json(Buffer.from(zip.comment)), raw))
    throw new ZipFault('comment')
  return summaryIn(raw)
}

function summaryIn(raw: unknown): Result<BackupSummary> {
  const version = raw !== null && typeof raw === 'object' && 'version' in raw ? raw.version : undefined
  if (typeof version === 'number' && version > backupVersion) return fail('backup-too-new')
  const summary = BackupSummary.safeParse(raw)
  if (!summary.success) throw new ZipFault('summary')
  return ok(summary.data)
}

/**
 * Reads what a backup says of itself, for lists: from the zip's comment, so that a zip of any size is read at once;
 * from its files only when it has none. Out: that.
 * Errors: `backup-too-new`; throws {@link ZipFault} when it is damaged or no backup, `DiskError` for the disk.
 */
export async function readSummary(file: string): Promise<Result<BackupSummary>> {
  const comment = await ZipReader.commentOf(file)
  if (comment !== '') return summaryIn(json(Buffer.from(comment)))
  const zip = await ZipReader.open(file, allowed)
  try {
    return await summaryOf(zip)
  } finally {
    await zip.close()
  }
}

/** What a file of this computer says of itself as a backup. Errors: `backup-damaged`, `backup-too-new`, disk codes. */
export function summaryOfFile(file: string): Promise<Result<BackupSummary>> {
  return attemptBackup(new AbortController().signal, path.basename(file), () => readSummary(file))
}

/** Reads the list of files and compares it with the zip's own directory. Throws {@link ZipFault}. */
async function manifestOf(zip: ZipReader, summary: BackupSummary): Promise<BackupManifest> {
  const bytes = await zip.bytes(manifestName, manifestBytes)
  if (digestOf(bytes) !== summary.manifestSha256) throw new ZipFault('list of files')
  const manifest = BackupManifest.safeParse(json(bytes))
  if (!manifest.success) throw new ZipFault('list of files')
  const { files } = manifest.data
  if (new Set(files.map(({ path: name }) => name)).size !== files.length) throw new ZipFault('listed twice')
  if (zip.members.size !== files.length + 2) throw new ZipFault('not all files are listed')
  for (const { path: name, size } of files) {
    if (!isBackedPath(name) || zip.members.get(name)?.size !== size) throw new ZipFault(`listed: ${name}`)
  }
  return manifest.data
}

/**
 * Opens a backup with its list of files; the files themselves are not read yet. Close its zip when done.
 * Errors: `backup-too-new`; throws {@link ZipFault}, `DiskError`.
 */
export async function openBackup(file: string): Promise<Result<OpenBackup>> {
  const zip = await ZipReader.open(file, allowed)
  try {
    const summary = await summaryOf(zip)
    if (summary.ok) return ok({ zip, summary: summary.value, manifest: await manifestOf(zip, summary.value) })
    await zip.close()
    return summary
  } catch (fault) {
    await zip.close()
    throw fault
  }
}

/** One file of a backup, checked: CRC, size, hash, and for records the hash in their envelope. Throws {@link ZipFault}. */
export async function fileOf(zip: ZipReader, { path: name, sha256, hash }: BackupFile): Promise<Uint8Array> {
  const bytes = await zip.bytes(name, fileBytes)
  if (digestOf(bytes) !== sha256) throw new ZipFault(`changed: ${name}`)
  const id = hash === undefined ? undefined : recordAt(name)
  if (id !== undefined) {
    const state = readRecordBytes(id, bytes, false)
    const readable = state.state === 'ok' || state.state === 'changed-outside'
    if (!readable || state.hash !== hash) throw new ZipFault(`record: ${name}`)
  }
  return bytes
}

/** Reads and checks every file of an open backup. `visit` sees each. Throws {@link ZipFault}; when told to stop. */
export async function checkFilesOf(
  { zip, manifest }: OpenBackup,
  { signal, report }: BackupWork,
  visit: (file: BackupFile, bytes: Uint8Array) => Promise<void> | void = () => undefined,
): Promise<void> {
  const total = manifest.files.length
  let done = 0
  for (const file of manifest.files) {
    signal.throwIfAborted()
    const bytes = await fileOf(zip, file)
    await visit(file, bytes)
    done += 1
    if (done % 50 === 0 || done === total) report(done, total)
  }
}

/** The folder that holds the attachments of a backup. In: the zip's path. */
export function attachmentsBeside(file: string): string {
  return path.dirname(file)
}
