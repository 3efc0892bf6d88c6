import { homedir, userInfo } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import packageFile from '../package.json' with { type: 'json' }
import { runCli } from './cli/program'
import { nodeArchiveFiles } from './services/store/archive-files'

/** Where this system keeps data of programs for one user; the same folder as the program with windows uses. */
function userDataFolder(): string {
  const given = process.env['TUTANAK_USER_DATA']
  if (given) return path.resolve(given)
  const home = homedir()
  const base =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'))
  return path.join(base, packageFile.productName)
}

/** The user's login name; systems without an entry for the user have none. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

const here = path.dirname(fileURLToPath(import.meta.url))

// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
})

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  // npm runs scripts in the project's folder; paths are meant from where it was called.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  userData: userDataFolder(),
  resources: path.join(here, '..', '..', 'resources'),
  files: nodeArchiveFiles(),
  clock: () => new Date(),
  userName: userName(),
  version: packageFile.version,
})
