import type { Command } from 'commander'
import { voteWords } from '../../shared/domain/vote-wording'
import { minutesMarkdown } from '../../shared/documents/minutes-markdown'
import { cli } from '../../shared/i18n/tr/cli'
import { recordTypeOfId, typeOfId } from '../../shared/ids'
import type { Meeting } from '../../shared/records/meeting'
import type { Note } from '../../shared/records/note'
import type { AnyRecord } from '../../shared/records/registry'
import type { ArchiveReader } from '../services/store/store-types'
import {
  cliError,
  must,
  print,
  reading,
  withCommonOptions,
  type CliPorts,
  type CommonOptions,
} from './context'

interface Shown {
  value: unknown
  text: string
}

/** A record as lines `field: value`; nested parts as JSON. */
function plainLines(record: AnyRecord): string {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('\n')
}

async function showRecord(store: ArchiveReader, id: string): Promise<Shown> {
  const { record, hash, outside } = must(await store.get(id))
  const type = recordTypeOfId(id)
  const title = 'title' in record ? record.title : 'name' in record ? record.name : ''
  const value = { id, type, title, hash, outside, record }
  if (type === 'meeting') {
    const office = must(await store.settings())
    return { value, text: minutesMarkdown(record as Meeting, office.settings, 'tr') }
  }
  if (type === 'note') {
    const note = record as Note
    return { value, text: `${note.title}\n\n${note.markdown}` }
  }
  return { value, text: plainLines(record) }
}

/** A decision or action item with the meeting it stands in. */
async function showPart(store: ArchiveReader, id: string): Promise<Shown> {
  const meetingId = store.ownerOf(id) as `meeting_${string}` | undefined
  if (!meetingId) throw cliError({ code: 'not-found' })
  const { record: meeting } = must(await store.get(meetingId))
  for (const item of meeting.agenda) {
    const block = item.blocks.find((candidate) => candidate.id === id)
    if (!block) continue
    const head = { id, type: block.kind, meetingId, meetingTitle: meeting.title, itemTitle: item.title }
    const value = { ...head, time: meeting.time, record: block }
    const lines = [meeting.title]
    if (block.kind === 'decision') {
      lines.push([block.number, block.text].filter(Boolean).join('  '), voteWords(block, 'tr'))
    } else if (block.kind === 'action') {
      const { agencyName, unit, personName } = block.responsible
      lines.push(block.text, [agencyName, unit, personName].filter(Boolean).join(', '))
    } else lines.push(block.markdown)
    return { value, text: lines.filter((line) => line !== '').join('\n\n') }
  }
  throw cliError({ code: 'not-found' })
}

/** `show`: one record, decision or action item. JSON: `{id, type, record, …}`. */
export function addShow(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('show'))
    .description(cli.verbs.show)
    .argument('<id>', cli.arguments.id)
    .action(async (id: string, { archive, json }: CommonOptions) => {
      const shown = await reading(ports, archive, async (store) => {
        if (recordTypeOfId(id)) return showRecord(store, id)
        if (typeOfId(id)) return showPart(store, id)
        throw cliError({ code: 'not-found' })
      })
      print(ports, json, shown.value, [shown.text.trimEnd()])
    })
}
