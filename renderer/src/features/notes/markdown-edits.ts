/** A text with its selection, as a text field has it. */
export interface Selected {
  text: string
  start: number
  end: number
}

/** Puts marks around the selected words, or takes them away when they are there. */
export function wrap({ text, start, end }: Selected, mark: string): Selected {
  const inside = text.slice(start, end)
  const before = text.slice(start - mark.length, start)
  const after = text.slice(end, end + mark.length)
  if (before === mark && after === mark)
    return {
      text: text.slice(0, start - mark.length) + inside + text.slice(end + mark.length),
      start: start - mark.length,
      end: end - mark.length,
    }
  return {
    text: text.slice(0, start) + mark + inside + mark + text.slice(end),
    start: start + mark.length,
    end: end + mark.length,
  }
}

const anyPrefix = /^(?:#{1,6} |- |\d+\. )/

/**
 * Makes every selected line begin with a prefix (`- `, `## `; `1. ` counts on), or takes it away when all have it.
 * Another list or heading mark in front is replaced.
 */
export function prefixLines({ text, start, end }: Selected, prefix: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next === -1 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const counted = prefix === '1. '
  const has = (line: string) => (counted ? /^\d+\. /.test(line) : line.startsWith(prefix))
  const all = lines.every(has)
  const changed = lines
    .map((line, index) => {
      const bare = line.replace(anyPrefix, '')
      if (all) return bare
      return `${counted ? `${index + 1}. ` : prefix}${bare}`
    })
    .join('\n')
  return { text: text.slice(0, from) + changed + text.slice(to), start: from, end: from + changed.length }
}

/** Puts words in the place of the selection; the cursor stands behind them. */
export function insert({ text, start, end }: Selected, words: string): Selected {
  const at = start + words.length
  return { text: text.slice(0, start) + words + text.slice(end), start: at, end: at }
}

/** A link to a record, as notes carry it. The words may not end the link early. */
export function recordLink(id: string, words: string): string {
  return `[[${id}|${words.replace(/[[\]|\n]+/g, ' ').trim()}]]`
}

/** What Enter does at the end of a list line: the next line goes on with the list; an empty item ends it. */
export function continueList({ text, start, end }: Selected): Selected | undefined {
  if (start !== end) return undefined
  const from = text.lastIndexOf('\n', start - 1) + 1
  const match = /^(\s*)(- |(\d+)\. )(.*)$/.exec(text.slice(from, start))
  if (!match) return undefined
  const [, indent = '', mark = '', number, words = ''] = match
  if (words.trim() === '') return insert({ text, start: from, end: start }, '')
  return insert({ text, start, end }, `\n${indent}${number ? `${Number(number) + 1}. ` : mark}`)
}
