import { InvalidArgumentError, type Command } from 'commander'
import { EventDate, eventBounds } from '../../shared/dates'
import {
  searchSorts,
  searchTypes,
  type SearchFilters,
  type SearchSort,
} from '../../shared/domain/search-types'
import { cli } from '../../shared/i18n/tr/cli'
import { recordTypeOfId } from '../../shared/ids'
import { meetingKinds } from '../../shared/records/meeting'
import type { ArchiveReader } from '../services/store/store-types'
import { CliError, exitCodes, fill, usageError } from './context'

/** What narrows and orders a search, as it was typed. */
export interface FilterOptions {
  type: (typeof searchTypes)[number][]
  from?: string
  to?: string
  agency: string[]
  body: string[]
  kind: string[]
  status: string[]
  sort: SearchSort
}

/** A list given with commas or by repeating the option; only known values. */
const oneOf =
  <V extends string>(known: readonly V[]) =>
  (text: string, before: V[]): V[] => [
    ...before,
    ...text.split(',').map((part) => {
      const value = known.find((one) => one === part.trim())
      if (value === undefined) throw new InvalidArgumentError('')
      return value
    }),
  ]

const more = (text: string, before: string[]): string[] => [...before, text]

function edge(which: 'from' | 'to') {
  return (text: string): string => {
    const bounds = EventDate.safeParse(text).success ? eventBounds(text) : undefined
    if (!bounds) throw new InvalidArgumentError('')
    return bounds[which]
  }
}

const statuses = [
  'planned',
  'draft',
  'review',
  'final',
  'in-force',
  'amended',
  'annulled',
  'superseded',
  'carried-out',
] as const

/** Gives a verb the options that narrow and order a search. */
export function withFilters(command: Command): Command {
  const { options } = cli
  return command
    .option('--type <types>', options.type, oneOf(searchTypes), [])
    .option('--from <date>', options.fromDate, edge('from'))
    .option('--to <date>', options.toDate, edge('to'))
    .option('--agency <agency>', options.agency, more, [])
    .option('--body <body>', options.searchBody, more, [])
    .option('--kind <kinds>', options.kind, oneOf(meetingKinds), [])
    .option('--status <statuses>', options.status, oneOf(statuses), [])
    .option(
      '--sort <order>',
      options.sort,
      (text) => {
        const sort = searchSorts.find((one) => one === text)
        if (!sort) throw new InvalidArgumentError('')
        return sort
      },
      'relevance',
    )
}

function idsOf(store: ArchiveReader, type: 'agency' | 'body', wanted: readonly string[]): string[] {
  return wanted.map((value) => {
    if (recordTypeOfId(value) === type) return value
    const found = store.find([type], value, 1)[0]
    if (found) return found.id
    const message = fill(cli.errors.noSuchName, { name: `--${type}`, value })
    throw new CliError(message, exitCodes.failed)
  })
}

/** The filters that were asked for; agencies and bodies may be named. Ends the command when a name is unknown. */
export function filtersOf(store: ArchiveReader, options: FilterOptions): SearchFilters | undefined {
  const { type, from, to, kind, status } = options
  if (from && to && from > to) throw usageError(cli.errors.periodBackwards)
  const agencies = idsOf(store, 'agency', options.agency)
  const bodies = idsOf(store, 'body', options.body)
  const filters: SearchFilters = {
    ...(type.length > 0 ? { types: type } : {}),
    ...(from || to ? { dates: { ...(from ? { from } : {}), ...(to ? { to } : {}) } } : {}),
    ...(agencies.length > 0 ? { agencies } : {}),
    ...(bodies.length > 0 ? { bodies } : {}),
    ...(kind.length > 0 ? { kinds: kind } : {}),
    ...(status.length > 0 ? { statuses: status } : {}),
  }
  return Object.keys(filters).length > 0 ? filters : undefined
}
