import fc from 'fast-check'
import { z } from 'zod'
import { EventDate, EventTime } from '../../shared/dates'
import { typeOfId, type RecordType } from '../../shared/ids'
import { definitionOf, type AnyRecord } from '../../shared/records/registry'
import { oddWords } from './odd-words'

/** An id as good as a real one. */
function idFrom(type: string, n: number, place: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits)
  return `${type}_0190${hex(place, 4)}-0000-7000-8000-${hex(n, 12)}`
}

/** Ids of records that an archive of tests may hold; some of what points at them leads nowhere. */
export function pooledId(type: RecordType, n: number): string {
  return idFrom(type, n, 1)
}

const hostile = fc.constantFrom(
  '---\ntype: meeting\n---\n# Başlık',
  '# Başlık\n\n## Madde\n\n### Alt',
  '<!-- ekler -->\n## Ekler',
  '<!-- item_01900001-0000-7000-8000-000000000001 -->\n## 3. Madde <!-- metin -->',
  '<!-- text_01900001-0000-7000-8000-000000000001 2 -->\na\n\nb',
  '> **Karar 2022/1** · kabul edildi\n>\n> metin',
  '**Gerekçe:** çünkü\n\n**Karşı oy – Ayşe:** olmaz',
  '```\n## kod\n<!-- ekler -->\n',
  '~~~~\nkapanmayan',
  '| a | b |\n|---|---|\n| x \\| y | z |',
  '  girintili\n\n\n\niki satır sonu  \n',
  'satır\r\nsonu\rbaşka\u2028bir\u0085şey',
  'bağ [[meeting_01900001-0000-7000-8000-000000000001|toplantı]] ve [[note_01900001-0000-7000-8000-000000000002|not]]',
  'bağ [a](<../notlar/x.md>) ve [b](../../kisiler/c.md) ve [[body_01900001-0000-7000-8000-000000000001]]',
  '😀 \u0000 \u0007 \uD83D yarım \uFEFF\u200F',
  '[x](javascript:alert(1)) ![y](file:///etc/passwd) <script>alert(1)</script>',
  'son gün 2022-01-01 · oy birliği; [A](<b>)',
  '12. Madde\n2019 – 2023',
  '"tırnak": {a: 1} # yorum & * ! | > % @ `',
  '- [ekran](<../ekler/x>) (12 bayt)',
  ' <!-- metin -->',
  '****',
  'null',
  '1e3',
  '\t',
  'y',
)
const anyText = fc.oneof(
  oddWords,
  hostile,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.lorem({ maxCount: 6 }),
)
const longer = fc
  .array(anyText, { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.constantFrom('', '\n', '\n\n', ' ').map((between) => parts.join(between)))
const eventDate = fc.constantFrom('2022', '2022-11', '2022-11-21', '--04', '--04-17')
const eventTime = fc.oneof(eventDate, fc.constant('2022-11-21T14:00'))
const stamp = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString())
const hex = fc.constantFrom('a'.repeat(64), 'b1'.repeat(32))

/** Fields whose rule the schema tells by a pattern. */
const byName: Record<string, fc.Arbitrary<unknown>> = {
  sha256: hex,
  ext: fc.constantFrom('pdf', '', 'docx', 'jpg'),
  detsis: fc.constantFrom('123456', '0000000001'),
}

let serial = 0

function ids(type: string): fc.Arbitrary<string> {
  const record = typeOfId(`${type}_`)
  const isPart = !['meeting', 'participant', 'agency', 'body', 'note', 'followup'].includes(record ?? '')
  // Parts need ids of their own; what points at records should mostly find them.
  if (isPart) return fc.constant(0).map(() => idFrom(type, (serial += 1), 2))
  return fc.oneof(
    fc.integer({ min: 1, max: 3 }).map((n) => idFrom(type, n, 1)),
    fc.constant(idFrom(type, 9, 3)),
  )
}

function stringOf(schema: z.ZodType, key: string): fc.Arbitrary<unknown> {
  const named = byName[key]
  if (named) return named
  const { format } = schema as { format?: string | null }
  if (schema === EventDate) return eventDate
  if (schema === EventTime) return eventTime
  if (format === 'datetime') return stamp
  if (format === 'date') return fc.constantFrom('2022-12-09', '2024-02-29')
  const { minLength, maxLength } = schema as { minLength?: number | null; maxLength?: number | null }
  const most = maxLength ?? 2_000
  const words = most > 2_000 ? longer : anyText
  return words.map((text) => text.slice(0, most) || (minLength ? 'x' : ''))
}

/** Values of a schema: every field that records have is tried, with texts that mean something to Markdown and YAML. */
function valuesOf(schema: z.ZodType, key = ''): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNonOptional)
    return valuesOf(schema.def.innerType as z.ZodType, key)
  if (schema instanceof z.ZodOptional)
    return fc.option(valuesOf(schema.def.innerType as z.ZodType, key), { nil: undefined })
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>
    return fc
      .record(Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, valuesOf(inner, name)])))
      .map((value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)))
  }
  if (schema instanceof z.ZodArray)
    return fc.array(valuesOf(schema.def.element as z.ZodType, key), { maxLength: 3 })
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...(schema.options as string[]))
  if (schema instanceof z.ZodLiteral) return fc.constant([...schema.values][0])
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return fc.integer({ min: 1, max: 100 })
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...(schema.options as z.ZodType[]).map((option) => valuesOf(option, key)))
  if (schema instanceof z.ZodTemplateLiteral) {
    const [head] = schema.def.parts as unknown as [z.ZodLiteral]
    return ids(String([...head.values][0]).slice(0, -1))
  }
  if (schema instanceof z.ZodString || schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime)
    return stringOf(schema, key)
  throw new Error(`no values for ${schema.constructor.name} ${key}`)
}

const cache = new Map<string, fc.Arbitrary<AnyRecord>>()

/** Any record of a type that its schema accepts. */
export function arbitraryRecord(type: RecordType): fc.Arbitrary<AnyRecord> {
  const known = cache.get(type)
  if (known) return known
  const { schema } = definitionOf(type)
  const made = valuesOf(schema)
    .map((value) => schema.safeParse(value))
    .filter((parsed) => parsed.success)
    .map((parsed) => parsed.data as AnyRecord)
  cache.set(type, made)
  return made
}

/** Any value of a schema. */
export function arbitraryOf<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  return valuesOf(schema).map((value) => schema.parse(value))
}
