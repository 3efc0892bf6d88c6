import path from 'node:path'
import { Option, type Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { errors } from '../../shared/i18n/tr/errors'
import type { AppError, Result } from '../../shared/result'
import { pathKey } from '../services/local-files'
import type { ArchiveFiles } from '../services/store/archive-files'
import type { BackupBefore } from '../services/store/care/upgrade'
import { machineIdentity } from '../services/store/machine'
import { openArchive } from '../services/store/record-store'
import type { ArchiveReader, ArchiveStore } from '../services/store/store-types'

/** Everything of the outside that the command line touches, so that tests can run it in their own process. */
export interface CliPorts {
  out: (text: string) => void
  err: (text: string) => void
  /** Folder that relative paths start from: where the user called npm. */
  cwd: string
  /** Per-machine folder of the program, for caches. */
  userData: string
  /** The program's `resources` folder. */
  resources: string
  files: ArchiveFiles
  clock: () => Date
  userName: string
  version: string
  /** Makes the backup that comes before an upgrade, in the place of the usual one. */
  backupBefore?: (store: ArchiveReader) => BackupBefore
}

/** Ends the command: one line on stderr and an exit code. */
export class CliError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message)
  }
}

/** Puts values into the gaps `{{name}}` of a sentence. */
export function fill(sentence: string, values: Record<string, string | number | string[]> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_gap, name: string) => {
    const value = values[name]
    return Array.isArray(value) ? value.join(', ') : String(value ?? '')
  })
}

/** Exit codes: wrong use, an archive that could not be checked, and one that somebody else writes to. */
export const exitCodes = { failed: 1, usage: 2, unchecked: 2, locked: 3 } as const

/** The error of wrong use. In: what is wrong. */
export function usageError(message: string): CliError {
  return new CliError(fill(cli.errors.usage, { message }), exitCodes.usage)
}

/** An expected failure as the sentence that ends the command. `about` names the file or record it is about. */
export function cliError(error: AppError, about?: string): CliError {
  const sentence = fill(errors[error.code], error.params)
  const message = about ? fill(cli.errors.file, { name: about, sentence }) : sentence
  return new CliError(message, error.code === 'archive-locked' ? exitCodes.locked : exitCodes.failed)
}

/** Tells on stderr, in whole percents, how far a work is. In: a sentence with `{{percent}}`. */
export function workOf(ports: CliPorts, sentence: string) {
  let told = -1
  return {
    signal: new AbortController().signal,
    report: (done: number, total: number) => {
      const percent = total === 0 ? 0 : Math.floor((100 * done) / total)
      if (percent === told) return
      told = percent
      ports.err(`${fill(sentence, { percent })}\n`)
    },
  }
}

/** The value of a result; a failure ends the command. */
export function must<T>(result: Result<T>, about?: string): T {
  if (result.ok) return result.value
  throw cliError(result.error, about)
}

export interface CommonOptions {
  archive: string
  json?: boolean
}

/** Gives a verb the options that all have. */
export function withCommonOptions(command: Command): Command {
  return command
    .requiredOption('--archive <dir>', cli.options.archive)
    .option('--json', cli.options.json)
    .helpOption('-h, --help', cli.help)
}

/** A required option `--format pdf|md`. */
export function formatOption(): Option {
  return new Option('--format <pdf|md>', cli.options.format).choices(['pdf', 'md']).makeOptionMandatory()
}

/** A path as the user meant it. */
export function pathOf(ports: CliPorts, given: string): string {
  return path.resolve(ports.cwd, given)
}

/** Prints a result: as JSON when asked, else as lines. */
export function print(
  ports: CliPorts,
  json: boolean | undefined,
  value: unknown,
  lines: readonly string[],
): void {
  if (json) ports.out(`${JSON.stringify(value, null, 2)}\n`)
  else ports.out(lines.map((line) => `${line}\n`).join(''))
}

/** Folder for the caches of one archive; the program itself uses the same. */
export function cacheFolder(ports: CliPorts, archive: string): string {
  return path.join(ports.userData, 'cache', pathKey(archive))
}

async function open(ports: CliPorts, archive: string, readOnly: boolean): Promise<ArchiveStore> {
  const root = pathOf(ports, archive)
  return must(
    await openArchive({
      path: root,
      files: ports.files,
      cacheFolder: cacheFolder(ports, root),
      clock: ports.clock,
      machine: await machineIdentity(ports.files, ports.userData),
      savedBy: () => ports.userName,
      readOnly,
    }),
  )
}

/**
 * Runs work on an archive opened for reading. Works while the program holds it. `begin` comes before files changed by
 * others have been looked for, `work` after it.
 */
export async function reading<T>(
  ports: CliPorts,
  archive: string,
  work: (store: ArchiveReader) => Promise<T>,
  begin: (store: ArchiveReader) => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  const store = await open(ports, archive, true)
  try {
    await begin(store)
    await store.checked
    return await work(store)
  } finally {
    await store.close()
  }
}

/** Runs work on an archive opened for writing. Ends the command with code 3 when somebody else holds it. */
export async function writing<T>(
  ports: CliPorts,
  archive: string,
  work: (store: ArchiveStore) => Promise<T>,
): Promise<T> {
  const store = await open(ports, archive, false)
  try {
    const { holder } = store
    if (holder) {
      const name = [holder.owner, holder.machine && `(${holder.machine})`].filter(Boolean).join(' ')
      throw cliError({ code: 'archive-locked', params: { holder: name || '?' } })
    }
    await store.checked
    return await work(store)
  } finally {
    await store.close()
  }
}
