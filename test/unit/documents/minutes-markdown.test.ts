import fc from 'fast-check'
import { Marked, type Token, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { escapeInline, escapeLine } from '../../../shared/documents/markdown-writer'
import { minutesMarkdown } from '../../../shared/documents/minutes-markdown'
import { rollRows } from '../../../shared/documents/minutes-roll'
import { wordsFor } from '../../../shared/documents/words'
import { Meeting } from '../../../shared/records/meeting'
import { portableMarkdown } from '../../../shared/text/markdown-portable'
import { oddMeeting, oddWords } from '../../support/odd-words'
import { sampleMeeting, sampleOffice } from '../../support/sample-meeting'

/** A reader of Markdown that knows nothing of ours: GFM with HTML. */
const stranger = new Marked({ gfm: true })

/** The words a stranger sees in a line. */
function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return seen(token.tokens)
      return token.type === 'br' ? '\n' : String((token as Tokens.Text).text ?? token.raw)
    })
    .join('')
}

const flat = (words: string) => words.replace(/\s+/gu, ' ').trim()

function split(markdown: string): { front: Record<string, unknown>; tokens: Token[]; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(markdown)
  return {
    front: parse(match?.[1] ?? '') as Record<string, unknown>,
    tokens: stranger.lexer(match?.[2] ?? ''),
    body: match?.[2] ?? '',
  }
}

function walk(tokens: readonly Token[], visit: (token: Token) => void): void {
  stranger.walkTokens(tokens as Token[], visit)
}

describe('minutes as Markdown', () => {
  test('read as they always did (golden)', async () => {
    await expect(minutesMarkdown(sampleMeeting, sampleOffice, 'tr')).toMatchFileSnapshot(
      '../../golden/documents/minutes.tr.md',
    )
    await expect(minutesMarkdown(sampleMeeting, sampleOffice, 'en')).toMatchFileSnapshot(
      '../../golden/documents/minutes.en.md',
    )
  })

  test('the front matter holds the ids of roll, agenda, decisions and action items', () => {
    const { front } = split(minutesMarkdown(sampleMeeting, sampleOffice, 'tr'))
    const ids = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id)
    expect(front['id']).toBe(sampleMeeting.id)
    expect(new Set(ids(front['attendance']))).toEqual(new Set(sampleMeeting.attendance.map(({ id }) => id)))
    expect(ids(front['agenda'])).toEqual(sampleMeeting.agenda.map(({ id }) => id))
    expect(ids(front['decisions'])).toHaveLength(2)
    expect(ids(front['actions'])).toHaveLength(2)
    expect(JSON.stringify(front)).not.toContain('savedBy')
  })

  test('dates and numbers in the front matter stay text for readers of older YAML', () => {
    const { front } = split(
      minutesMarkdown(
        { ...sampleMeeting, title: 'no', numbers: { no: '12' }, place: '2022-11-21' },
        sampleOffice,
        'tr',
      ),
    )
    const old = parse(
      minutesMarkdown({ ...sampleMeeting, title: 'no', numbers: { no: '12' } }, sampleOffice, 'tr').split(
        '\n---\n',
      )[0] ?? '',
      {
        version: '1.1',
      },
    ) as Record<string, unknown>
    expect(front['title']).toBe('no')
    expect(old['title']).toBe('no')
    expect(old['start']).toBe('2022-11-21T10:00')
    expect(old['numbers']).toEqual({ no: '12' })
  })

  test('words of records are never marks: a stranger reads them as they were written', () => {
    fc.assert(
      fc.property(oddWords, (words) => {
        const [block] = stranger.lexer(`önce ${escapeInline(words)} sonra`)
        expect(block?.type).toBe('paragraph')
        expect(flat(seen([block as Token]))).toBe(flat(`önce ${words} sonra`))
      }),
      { numRuns: 500 },
    )
  })

  test('at the beginning of a line neither', () => {
    fc.assert(
      fc.property(oddWords, (words) => {
        const blocks = stranger.lexer(escapeLine(words)).filter(({ type }) => type !== 'space')
        expect(blocks.map(({ type }) => type)).toEqual(flat(words) ? ['paragraph'] : [])
        expect(flat(seen(blocks))).toBe(flat(words))
      }),
      { numRuns: 500 },
    )
  })

  test('a `<br>` stays a line break for strangers and never begins a block of HTML', () => {
    const table = '| ad |\n| --- |\n| satır bir<br>satır iki |'
    expect(portableMarkdown(table, 3)).toBe(table)
    expect(portableMarkdown('`<br>` <u>a<br>b</u> \\<br> <b>', 0)).toBe('`<br>` <u>a<br>b</u> \\<br> \\<b>')
    for (const lead of ['', '- ', '> ', '1. ', '> - ']) {
      const within = lead.replace(/[^>]/g, ' ')
      const markdown = portableMarkdown(`${lead}<br>\n${within}<script>x</script> **y**`, 0)
      const types: string[] = []
      walk(stranger.lexer(markdown), (token) => {
        types.push(token.type)
        if (token.type === 'html') expect(token.raw).toBe('<br>')
      })
      expect(types, markdown).toContain('strong')
    }
  })

  test('odd words anywhere in a meeting break neither front matter, nor headings, nor tables', () => {
    fc.assert(
      fc.property(oddMeeting, (meeting) => {
        expect(Meeting.safeParse(meeting).success).toBe(true)
        const texts = meeting.agenda.flatMap(({ blocks }) =>
          blocks.map((block) => (block.kind === 'text' ? block.markdown : block.text)),
        )
        const words = wordsFor('tr')
        const { front, tokens } = split(minutesMarkdown(meeting, sampleOffice, 'tr'))
        expect(front['id']).toBe(meeting.id)
        expect(front['title']).toBe(meeting.title)
        const top = tokens.filter(
          (token): token is Tokens.Heading => token.type === 'heading' && token.depth <= 2,
        )
        expect(
          top.slice(1).map((heading) => flat(seen(heading.tokens))),
          JSON.stringify(texts),
        ).toEqual([
          words.sections.attendance,
          words.sections.agenda,
          words.sections.discussed,
          words.sections.actions,
          words.sections.next,
          words.sections.attachments,
        ])
        const roll = tokens.find((token): token is Tokens.Table => token.type === 'table')
        const rows = rollRows(meeting, words)
        expect(roll?.rows.map((row) => row.map((cell) => flat(seen(cell.tokens))))).toEqual(
          rows.map((row) =>
            [row.order, row.name, row.title.join('; '), row.agency, row.role, row.state.join('; ')].map(flat),
          ),
        )
        walk(tokens, (token) => {
          if (token.type === 'html') expect(token.raw, JSON.stringify(texts)).toMatch(/^<(?:\/?u|br)>$/)
        })
      }),
      { numRuns: 60 },
    )
  })
})
