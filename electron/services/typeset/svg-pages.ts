/**
 * Cuts the renderer's one tall SVG into one picture a page, each standing by itself: glyphs as outlines, no style
 * sheet, no script, no foreign elements, no addresses – so it can be shown as `<img>` under any security policy.
 *
 * The renderer writes `<svg><defs>glyphs</defs><defs>clip paths</defs><style/><g class="typst-page">…</g>…</svg>`.
 */

const pageStart = /<g class="typst-page"[^>]*?data-page-width="([\d.]+)" data-page-height="([\d.]+)">/g
/** Words laid invisibly over the glyphs for selecting, and hit areas of links: of no use in a picture. */
const overlays =
  /<foreignObject[\s\S]*?<\/foreignObject>|<a [^>]*>|<\/a>|<rect class="pseudo-link"[^>]*><\/rect>/g
const emptyGroup = /<g(?: transform="[^"]*")?>\s*<\/g>/g
const noise = / (?:data-[\w-]+|class|style)="[^"]*"/g
const glyph = /<path id="([^"]+)"[^>]*?\/>/g
const clipPath = /<clipPath[\s\S]*?<\/clipPath>/g
const use = /<use x="[^"]*" y="[^"]*" href="#([^"]+)"\/>/g

function withoutEmptyGroups(body: string): string {
  const cut = body.replace(emptyGroup, '')
  return cut.length === body.length ? cut : withoutEmptyGroups(cut)
}

function tidy(body: string): string {
  return withoutEmptyGroups(body.replace(overlays, '').replace(noise, '').replaceAll('xlink:href', 'href'))
}

/** In: the renderer's SVG of all pages. Out: one SVG text a page, with the glyphs it uses. */
export function svgPages(svg: string): string[] {
  const starts = [...svg.matchAll(pageStart)]
  const head = svg.slice(0, starts[0]?.index ?? 0)
  const glyphs = new Map([...head.matchAll(glyph)].map((match) => [match[1], match[0].replace(noise, '')]))
  const clips = [...head.matchAll(clipPath)].map(([clip]) => clip).join('')
  const end = svg.lastIndexOf('</svg>')
  return starts.map((match, index) => {
    const [whole, width = '', height = ''] = match
    const chunk = svg.slice(match.index + whole.length, starts[index + 1]?.index ?? end)
    // Pages follow each other, so the last `</g>` of a chunk closes the page itself.
    const body = tidy(chunk.slice(0, chunk.lastIndexOf('</g>')))
    const outlines = new Map<string, string>()
    // Blanks have no outline: what would draw them goes.
    const drawn = body.replace(use, (whole, id: string) => {
      const outline = glyphs.get(id)
      if (outline) outlines.set(id, outline)
      return outline ? whole : ''
    })
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="#fff"/><defs>${[...outlines.values()].join('')}${clips}</defs><g fill="none">${drawn}</g></svg>`
    )
  })
}
