const declarations = new Map<string, RegExp>()

function declarationOf(property: string): RegExp {
  const known = declarations.get(property)
  if (known) return known
  const made = new RegExp(`(?<![^;\\s])${property}\\s*:\\s*([^;]*)`, 'gi')
  declarations.set(property, made)
  return made
}

/**
 * What a style attribute declares for a property; read as text, because styles of pasted pages are not applied
 * here. `mso-bidi-font-weight` says nothing about `font-weight`.
 */
export function declared(element: Element, property: string): string | undefined {
  const style = element.getAttribute('style')
  if (!style) return undefined
  const found = [...style.matchAll(declarationOf(property))]
  return found.at(-1)?.[1]?.trim()
}

/** Whether a style attribute says this. */
export function styled(element: Element, declaration: RegExp): boolean {
  return declaration.test(element.getAttribute('style') ?? '')
}
