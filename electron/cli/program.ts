import { Command, CommanderError } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { DiskError } from '../services/store/archive-files'
import { CliError, cliError, exitCodes, fill, usageError, type CliPorts } from './context'
import { addAnalyze } from './analyze'
import { addBackup, addRestoreBackup } from './backup'
import { addExport } from './export'
import { addHistory, addRestore } from './history'
import { addImport } from './import'
import { addIndex } from './index-verbs'
import { addInit } from './init'
import { addList } from './list'
import { addMirror } from './mirror'
import { addSearch } from './search'
import { addShow } from './show'
import { addSummary } from './summary'
import { addUpgrade } from './upgrade'
import { addVerify } from './verify'

/** The headings that the library writes in English, in ours. */
function inTurkish(command: Command): void {
  const { headings } = cli
  const names: Record<string, string> = {
    'Usage:': headings.usage,
    'Arguments:': headings.arguments,
    'Options:': headings.options,
    'Commands:': headings.commands,
  }
  command.configureHelp({
    styleTitle: (title) => names[title] ?? title,
    styleUsage: (usage) => usage.replace('[options]', cli.headings.optionsPlace),
    optionDescription: (option) => option.description,
    argumentDescription: (argument) => argument.description,
    subcommandTerm: (sub) =>
      [sub.name(), ...sub.registeredArguments.map((one) => `<${one.name()}>`)].join(' '),
  })
  for (const sub of command.commands) inTurkish(sub)
}

function named(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? ''
}

/** What the library says about wrong use, as our sentence. */
function usageOf(error: CommanderError): CliError {
  const { errors } = cli
  const name = named(error.message)
  switch (error.code) {
    case 'commander.missingArgument':
      return usageError(fill(errors.missingArgument, { name }))
    case 'commander.missingMandatoryOptionValue':
      return usageError(fill(errors.missingOption, { name: name.split(' ')[0] ?? name }))
    case 'commander.optionMissingArgument':
      return usageError(fill(errors.missingValue, { name: name.split(' ')[0] ?? name }))
    case 'commander.unknownOption':
      return usageError(fill(errors.unknownOption, { name }))
    case 'commander.unknownCommand':
      return usageError(fill(errors.unknownVerb, { name }))
    case 'commander.excessArguments':
      return usageError(errors.tooMany)
    case 'commander.invalidArgument': {
      const [option = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map(
        (match) => match[1] ?? '',
      )
      const isOption = error.message.includes('option')
      return usageError(
        fill(
          errors.wrongValue,
          isOption ? { name: option.split(' ')[0] ?? '', value } : { name: value, value: option },
        ),
      )
    }
    default:
      return usageError(error.message)
  }
}

function programOf(ports: CliPorts): Command {
  const program = new Command('tutanak')
    .usage('<komut> [seçenekler]')
    .description(cli.about)
    .version(ports.version, '-V, --version', cli.version)
    .helpOption('-h, --help', cli.help)
    .helpCommand('help [komut]', cli.helpOf)
    .addHelpText('after', cli.after)
  for (const add of [
    ...[addInit, addImport, addList, addShow, addSearch, addExport, addSummary],
    ...[addHistory, addRestore, addVerify, addUpgrade],
    ...[addBackup, addRestoreBackup, addMirror, addIndex, addAnalyze],
  ]) {
    add(program, ports)
  }
  const quiet = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeOut: ports.out,
      // One line of ours says what is wrong.
      writeErr: () => undefined,
    })
    for (const sub of command.commands) quiet(sub)
  }
  quiet(program)
  inTurkish(program)
  return program
}

/**
 * Runs one command. In: the words after the program's name. Out: the exit code (0 done, 1 failed, 2 wrong use or not checked,
 * 3 the archive is held by another program); results go to `ports.out`, one line about a failure to `ports.err`.
 */
export async function runCli(args: readonly string[], ports: CliPorts): Promise<number> {
  const program = programOf(ports)
  try {
    if (args.length === 0) {
      ports.err(program.helpInformation())
      return exitCodes.usage
    }
    await program.parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const known =
      error instanceof CliError
        ? error
        : error instanceof CommanderError
          ? usageOf(error)
          : error instanceof DiskError
            ? cliError({ code: error.code })
            : undefined
    if (!known) throw error
    ports.err(`${known.message}\n`)
    return known.exitCode
  }
}
