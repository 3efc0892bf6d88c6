import { Argument, type Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { fill, print, reading, withCommonOptions, type CliPorts, type CommonOptions } from './context'
import { openIndex, searching } from './search-index'

/**
 * `index status`: what the stored index holds, as it lies on the disk. JSON: `{docs, seq, archiveSeq, ready, upToDate}`.
 * `index rebuild`: builds it from the records. JSON: `{docs, seq, ready, tookMs}`.
 */
export function addIndex(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('index'))
    .description(cli.verbs.index)
    .addArgument(new Argument('<action>', cli.arguments.indexAction).choices(['status', 'rebuild']))
    .action(async (action: string, { archive, json }: CommonOptions) => {
      if (action === 'rebuild') {
        const started = performance.now()
        const status = await searching(ports, archive, (search) => search.status(), true)
        const tookMs = Math.round(performance.now() - started)
        print(ports, json, { ...status, tookMs }, [
          fill(cli.done.indexRebuilt, { docs: status.docs, tookMs }),
        ])
        return
      }
      const search = await openIndex(ports, archive)
      const state = await reading(ports, archive, async (store) => {
        const { docs, seq, ready } = await search.status()
        return { docs, seq, archiveSeq: store.seq, ready, upToDate: ready && seq === store.seq }
      }).finally(() => search.close())
      const sentence = state.upToDate ? cli.done.indexReady : cli.done.indexBehind
      print(ports, json, state, [fill(sentence, { docs: state.docs })])
    })
}
