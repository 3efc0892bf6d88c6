import path from 'node:path'
import { cli } from '../../shared/i18n/tr/cli'
import { exists, writeWhole } from '../services/local-files'
import { cliError, must, pathOf, usageError, type CliPorts } from './context'

/** Where a document is to be written. Never into the archive, and over an existing file only with `--force`. */
export async function outputFile(
  ports: CliPorts,
  archive: string,
  out: string,
  force: boolean | undefined,
): Promise<string> {
  const file = pathOf(ports, out)
  const inside = path.relative(pathOf(ports, archive), file)
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) throw usageError(cli.errors.sameFile)
  if (!force && (await exists(file))) throw cliError({ code: 'file-exists' }, path.basename(file))
  return file
}

/** Writes a document whole or not at all. */
export async function writeOutput(file: string, bytes: Uint8Array): Promise<void> {
  must(await writeWhole(file, bytes), path.basename(file))
}
