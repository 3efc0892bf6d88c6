import path from 'node:path'
import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { mirror } from '../../shared/i18n/tr/mirror'
import { ok } from '../../shared/result'
import { applyImport, chosen, type AppliedImport } from '../services/mirror/apply'
import { exportMirror } from '../services/mirror/export-mirror'
import { blocking, planImport, type MirrorPlan, type PlanEntry } from '../services/mirror/plan'
import { backUp } from './backup'
import { CliError, exitCodes, fill, must, pathOf, print, reading, usageError } from './context'
import { withCommonOptions, writing, type CliPorts, type CommonOptions } from './context'

type ImportOptions = CommonOptions & { dryRun?: boolean; delete?: boolean }

function outside(ports: CliPorts, archive: string, given: string): string {
  const folder = pathOf(ports, given)
  const inside = path.relative(pathOf(ports, archive), folder)
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) throw usageError(cli.errors.sameFile)
  return folder
}

function shown({ kind, id, type, title, path: file, changes, collisions, held }: PlanEntry) {
  return { kind, id, type, title, file, changes, collisions, ...(held ? { held } : {}) }
}

function linesOf(plan: MirrorPlan): string[] {
  return [
    ...plan.problems.map(({ path: file, line, problem, words }) =>
      fill(mirror.preview.problem, { path: file, line, problem: fill(mirror.problems[problem], { words }) }),
    ),
    ...plan.entries.flatMap((entry) => [
      [entry.id, mirror.kinds[entry.kind], entry.title, entry.held && mirror.preview.held[entry.held]]
        .filter(Boolean)
        .join('  '),
      ...entry.collisions.map(({ part, before, after }) =>
        fill(cli.mirror.collision, { part: mirror.parts[part], before: before ?? '', after: after ?? '' }),
      ),
    ]),
  ]
}

async function bringBack(
  ports: CliPorts,
  folder: string,
  { archive, dryRun, delete: deletions = false }: ImportOptions,
): Promise<{ plan: MirrorPlan; applied?: AppliedImport }> {
  return writing(ports, archive, async (store) => {
    const plan = must(await planImport(store, ports.files, folder))
    if (dryRun || blocking(plan.problems).length > 0) return { plan }
    return {
      plan,
      applied: must(
        await applyImport(store, ports.files, plan, {
          deletions,
          backupBefore: async (reason) => ok(await backUp(ports, store, undefined, reason)),
        }),
      ),
    }
  })
}

/**
 * `mirror export DIR` writes the archive as Markdown (JSON: `{folder, records, attachments, left}`); `mirror import DIR`
 * brings back what was edited there, with `--dry-run` only tells it (JSON: `{applied, unchanged, entries, problems}`).
 * Ends with code 1 when a file cannot be read; then nothing was changed.
 */
export function addMirror(program: Command, ports: CliPorts): void {
  const verb = program.command('mirror').description(cli.verbs.mirror).helpOption('-h, --help', cli.help)
  verb.helpCommand(false)
  withCommonOptions(verb.command('export'))
    .description(cli.mirror.export)
    .argument('<dir>', cli.mirror.folder)
    .action(async (given: string, { archive, json }: CommonOptions) => {
      const folder = outside(ports, archive, given)
      const done = await reading(ports, archive, async (store) =>
        must(await exportMirror(store, ports.files, folder, ports.clock())),
      )
      print(ports, json, { folder, ...done }, [
        fill(cli.mirror.exported, { ...done, folder: path.basename(folder) }),
      ])
      if (done.left > 0) throw new CliError(fill(cli.mirror.left, { count: done.left }), exitCodes.failed)
    })
  withCommonOptions(verb.command('import'))
    .description(cli.mirror.import)
    .argument('<dir>', cli.mirror.folder)
    .option('--dry-run', cli.mirror.dryRun)
    .option('--delete', cli.mirror.delete)
    .action(async (given: string, options: ImportOptions) => {
      const folder = outside(ports, options.archive, given)
      const { plan, applied } = await bringBack(ports, folder, options)
      const planned = chosen(plan, { deletions: options.delete ?? false }).length
      const value = {
        applied: applied ?? null,
        unchanged: plan.unchanged,
        settings: plan.settings?.changes ?? [],
        entries: plan.entries.map(shown),
        problems: plan.problems,
      }
      const last = applied
        ? fill(mirror.applied.replaceAll(', number', ''), { ...applied, settings: '', mirrorStale: '' })
        : fill(cli.mirror.planned, { count: planned, unchanged: plan.unchanged })
      print(ports, options.json, value, [...linesOf(plan), last])
      const faulty = blocking(plan.problems).length
      if (faulty > 0) throw new CliError(fill(cli.mirror.faulty, { count: faulty }), exitCodes.failed)
    })
}
