import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CliPorts } from '../../electron/cli/context'
import { runCli } from '../../electron/cli/program'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { tempFolder } from './archive'

export interface CliRun {
  code: number
  out: string
  err: string
}

export interface TestCli {
  /** Folder that relative paths start from. */
  folder: string
  run(...args: string[]): Promise<CliRun>
  /** Runs with `--json` and parses what it printed. */
  json<T>(...args: string[]): Promise<T>
}

/** The command line in this process, with its own folders. */
export async function testCli(ports: Partial<CliPorts> = {}): Promise<TestCli> {
  const folder = await tempFolder()
  const run = async (...args: string[]) => {
    let out = ''
    let err = ''
    const code = await runCli(args, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
      cwd: folder,
      userData: join(folder, 'kullanıcı verisi'),
      resources: fileURLToPath(new URL('../../resources', import.meta.url)),
      files: nodeArchiveFiles(),
      clock: () => new Date(),
      userName: 'deneme',
      version: '0.0.0',
      ...ports,
    })
    return { code, out, err }
  }
  return {
    folder,
    run,
    async json<T>(...args: string[]) {
      const { code, out, err } = await run(...args, '--json')
      if (code !== 0) throw new Error(`exit ${code}: ${err}`)
      return JSON.parse(out) as T
    },
  }
}
