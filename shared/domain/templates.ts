import { newId } from '../ids'
import type { Meeting } from '../records/meeting'
import { TemplateFile, type MeetingTemplate } from '../records/template'
import { fail, ok, type Result } from '../result'
import { safeTokens } from '../text/markdown-tokens'
import { foldTr } from '../text/turkish'

/** A template and where it is from: shipped with the program, shipped but changed here, or of this office. */
export interface KnownTemplate {
  template: MeetingTemplate
  origin: 'shipped' | 'changed' | 'own'
}

/**
 * All templates that can be chosen. In: those shipped with the program and those of the office; an office's template
 * of the same id stands in for the shipped one. Out: shipped ones first, each list in its own order.
 */
export function knownTemplates(
  shipped: readonly MeetingTemplate[],
  own: readonly MeetingTemplate[],
): KnownTemplate[] {
  const mine = new Map(own.map((template) => [template.id, template]))
  const ids = new Set(shipped.map(({ id }) => id))
  return [
    ...shipped.map((template): KnownTemplate => {
      const changed = mine.get(template.id)
      return changed ? { template: changed, origin: 'changed' } : { template, origin: 'shipped' }
    }),
    ...own.flatMap((template): KnownTemplate[] =>
      ids.has(template.id) ? [] : [{ template, origin: 'own' }],
    ),
  ]
}

/** What is known of a meeting when its title is made. */
export interface TitleWords {
  body?: string | undefined
  /** as people write it */
  date?: string | undefined
  year?: string | undefined
  no?: string | undefined
}

/**
 * The title that a template gives a meeting. In: the pattern with `{kurul}`, `{tarih}`, `{yıl}`, `{no}`, and what is
 * known. Out: the title; a gap that stays unknown goes together with the mark that would have followed it (`{no}.`), and
 * an ordinal takes no point (`4’üncü`).
 * Other words in braces stay as they are.
 */
export function fillTitle(pattern: string, words: TitleWords): string {
  const known: Record<string, string | undefined> = {
    kurul: words.body,
    tarih: words.date,
    yil: words.year,
    no: words.no,
  }
  return pattern
    .replace(/\{([^{}]*)\}([.,/:-]?)/gu, (all, name: string, mark: string) => {
      const key = foldTr(name).trim()
      if (!(key in known)) return all
      const value = known[key]?.trim()
      if (key === 'no' && mark === '.' && /\p{L}$/u.test(value ?? '')) return value ?? ''
      return value ? value + mark : ''
    })
    .replace(/\s+/g, ' ')
    .trim()
}

/** A template's starting text as blocks of the minutes: one a top-level element. */
export function startingTexts(markdown: string): string[] {
  return safeTokens(markdown)
    .filter(({ type }) => type !== 'space')
    .map(({ raw }) => raw.trim())
    .filter((text) => text !== '')
}

/** All texts that templates begin with, so that nobody takes them for something said. */
export function allStartingTexts(templates: readonly MeetingTemplate[]): Set<string> {
  return new Set(templates.flatMap(({ agenda }) => agenda.flatMap(({ markdown }) => startingTexts(markdown))))
}

/**
 * A template after the model of a meeting: its kind and agenda with planned times, without what was said and without
 * what came from earlier meetings. In: the meeting and the template's name.
 */
export function templateOfMeeting(meeting: Meeting, name: string): MeetingTemplate {
  return {
    id: newId('template'),
    name,
    kind: meeting.kind,
    title: meeting.bodyName ? '{kurul} {no}. Toplantısı' : '',
    agenda: meeting.agenda
      .filter(({ title, carriedFrom }) => title.trim() !== '' && !carriedFrom)
      .slice(0, 200)
      .map(({ title, kind, plannedMinutes }) => ({
        title,
        kind,
        markdown: '',
        ...(plannedMinutes ? { plannedMinutes } : {}),
      })),
  }
}

/**
 * A template as it comes beside others: nothing takes another's place, and no two look the same in a list.
 * In: the template, those that are there, and how its nth copy is named. Out: itself; under the name of a copy where its
 * name is taken, with an id of its own where its id is.
 */
export function templateBeside(
  template: MeetingTemplate,
  others: readonly MeetingTemplate[],
  copyName: (n: number) => string,
): MeetingTemplate {
  const isKnown = others.some(({ id }) => id === template.id)
  const names = new Set(others.map(({ name }) => foldTr(name).trim()))
  let { name } = template
  for (let n = 1; names.has(foldTr(name).trim()); n += 1) name = copyName(n)
  return { ...structuredClone(template), ...(isKnown ? { id: newId('template') } : {}), name }
}

/** The text of a template's file. */
export function writeTemplate(template: MeetingTemplate): string {
  const file: TemplateFile = { format: 'tutanak-template', version: 1, template }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads a template's file. Errors: `template-invalid` for what is no template (`params.field`: where it goes wrong,
 * empty when it is no JSON at all), `template-too-new` for one of a later version.
 */
export function readTemplate(text: string): Result<MeetingTemplate> {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return fail('template-invalid', { field: '' })
  }
  const parsed = TemplateFile.safeParse(content)
  if (isLater(content)) return fail('template-too-new')
  // In a list nobody could see or choose it.
  if (parsed.data?.template.name.trim() === '') return fail('template-invalid', { field: 'template.name' })
  if (parsed.success) return ok(parsed.data.template)
  return fail('template-invalid', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

function isLater(content: unknown): boolean {
  if (typeof content !== 'object' || content === null) return false
  const { format, version } = content as Record<string, unknown>
  return format === 'tutanak-template' && typeof version === 'number' && version > 1
}
