/**
 * Cuts the renderer's one tall SVG into one picture a page, each standing by itself: glyphs as outlines, no style
 * sheet, no script, no foreign elements, no addresses – so it can be shown as `<img>` under any security policy.
 */

const pageStart = /<g class="typst-page"[^>]*?data-page-width="([\d.]+)" data-page-height="([\d.]+)">/g
/** Words laid invisibly over the glyphs for selecting, and hit areas of links: of no use in a picture. */
const overlays = /<foreignObject[\s\S]*?<\/foreignObject>|<a [^>]*>|<\/a>/g
const scaledOverlay = /<g transform="[^"]*">\s*<\/g>/g
const noise = / (?:data-[\w-]+|class|style)="[^"]*"/g
const glyph = /<(path|image)[^>]*? id="([^"]+)"[^>]*?\/>/g
const used = /href="#([^"]+)"/g

/** Fewer digits than a printer's dot needs are enough: a thousandth of a point. */
function tidy(body: string): string {
  return body
    .replace(overlays, '')
    .replace(noise, '')
    .replace(scaledOverlay, '')
    .replace(/xlink:href/g, 'href')
}

/** The end of the page's own `<g>`: pages follow each other, so it is the last `</g>` before the next. */
function pageBodies(svg: string, bodyEnd: number): { width: string; height: string; body: string }[] {
  const starts = [...svg.matchAll(pageStart)]
  return starts.map((match, index) => {
    const from = match.index + match[0].length
    const until = starts[index + 1]?.index ?? bodyEnd
    const chunk = svg.slice(from, until)
    return { width: match[1] ?? '', height: match[2] ?? '', body: chunk.slice(0, chunk.lastIndexOf('</g>')) }
  })
}

/** In: the renderer's SVG of all pages. Out: one SVG text a page, with the glyphs it uses. */
export function svgPages(svg: string): string[] {
  const defs = svg.indexOf('<defs')
  const glyphs = new Map(
    [...svg.slice(defs).matchAll(glyph)].map((match) => [match[2] ?? '', match[0].replace(noise, '')]),
  )
  return pageBodies(svg, defs < 0 ? svg.lastIndexOf('</svg>') : defs).map(({ width, height, body }) => {
    const clean = tidy(body)
    const ids = new Set([...clean.matchAll(used)].map((match) => match[1] ?? ''))
    const outlines = [...ids].map((id) => glyphs.get(id) ?? '').join('')
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="#fff"/><defs>${outlines}</defs><g fill="none">${clean}</g></svg>`
    )
  })
}
