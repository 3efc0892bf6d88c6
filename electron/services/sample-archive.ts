import { z } from 'zod'
import { newId, partTypes, recordTypes, type IdType, type RecordType } from '../../shared/ids'

/** The sample archive as it is written by hand: records by type and nickname; ids read `type:nickname`. */
const SampleFile = z.partialRecord(
  z.enum(recordTypes),
  z.record(z.string(), z.record(z.string(), z.unknown())),
)

/** A record of the sample with real ids, still without the stamps that the store sets. */
export interface SampleRecord {
  type: RecordType
  id: string
  fields: Record<string, unknown>
}

const nicknameTypes = [...recordTypes, ...partTypes].join('|')
const nickname = new RegExp(`^(${nicknameTypes}):([a-z0-9-]+)$`)
const linkedNickname = new RegExp(`\\[\\[(${nicknameTypes}):([a-z0-9-]+)`, 'g')

/**
 * Turns the hand-written sample files into records with fresh ids.
 * In: the parsed files of `resources/sample`. Out: records in an order in which everything exists before it is used.
 * Throws when a file is not of the sample's shape.
 */
export function sampleRecords(files: unknown[]): SampleRecord[] {
  const given = new Map<string, string>()
  const idFor = (type: string, nick: string): string => {
    const key = `${type}:${nick}`
    const known = given.get(key) ?? newId(type as IdType)
    given.set(key, known)
    return known
  }
  const withIds = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const match = nickname.exec(value)
      if (match) return idFor(match[1] ?? '', match[2] ?? '')
      return value.replaceAll(linkedNickname, (_all, type: string, nick: string) => `[[${idFor(type, nick)}`)
    }
    if (Array.isArray(value)) return value.map(withIds)
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withIds(inner)]))
    return value
  }
  const order: RecordType[] = ['agency', 'participant', 'body', 'meeting', 'note', 'followup']
  const parsed = files.map((file) => SampleFile.parse(file))
  return order.flatMap((type) =>
    parsed.flatMap((file) =>
      Object.entries(file[type] ?? {}).map(([nick, fields]) => ({
        type,
        id: idFor(type, nick),
        fields: withIds(fields) as Record<string, unknown>,
      })),
    ),
  )
}
