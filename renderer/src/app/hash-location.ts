import { useSyncExternalStore } from 'react'

/** `#/toplantilar/meeting_…?at=text_…` → path and query. */
function parts(): { path: string; search: string } {
  const [path = '', search = ''] = location.hash.replace(/^#?\/?/, '').split('?', 2)
  return { path: `/${path}`, search }
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const url = new URL(location.href)
  url.hash = to
  if (url.href === location.href) return
  if (replace) history.replaceState(null, '', url.href)
  else history.pushState(null, '', url.href)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

const readPath = () => parts().path
const readSearch = () => parts().search

/** Location hook for wouter: the address lives in the hash, its query too (wouter's own would leave that behind). */
export function useHashLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, readPath), navigate]
}
useHashLocation.hrefs = (href: string) => `#${href}`

/** Search hook for wouter: the query inside the hash. */
export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, readSearch)
}
