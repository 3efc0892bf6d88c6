import path from 'node:path'
import { fail, ok, type Result } from '../../shared/result'
import { fileName, type SavedFiles } from '../services/exports-service'
import { directHits } from '../services/search-direct'
import { hitsCsv, hitsMarkdown, mostListed } from '../services/search-export'
import type { Session } from '../services/workspace'
import type { Deps, HandlersFor } from './deps'

type SearchCalls = HandlersFor<`search.${string}` | `searches.${string}`>

/** Handlers of search, its index, and the searches that are kept. In: also the files that were written in this run. */
export function searchHandlers(deps: Deps, files: SavedFiles): SearchCalls {
  const { workspace, settings, dialogs, words } = deps

  const withSession = async <T>(work: (session: Session) => Promise<Result<T>>): Promise<Result<T>> => {
    const session = workspace.session()
    return session.ok ? work(session.value) : session
  }

  return {
    'search.query': ({ typing, purpose, ...query }, { windowId }) =>
      withSession(async ({ search }) => {
        const asker = purpose === undefined ? {} : { asker: `${windowId}:${purpose}` }
        const answer = await search.query({ ...query, ...asker, prefixLast: typing })
        // Not an answer: "nothing found" would be a lie, and be kept.
        return answer.dropped ? fail('cancelled') : ok(answer)
      }),
    'search.reason': ({ id, ...request }) =>
      withSession(async ({ search }) => {
        const { hits } = await search.query({ ...request, prefixLast: true, explain: true, only: id })
        return ok({ reason: hits[0]?.reason })
      }),
    'search.direct': (intent) =>
      withSession(async ({ store, search }) => ok(await directHits(intent, store, search))),
    'search.status': () => withSession(async ({ search, feed }) => ok(feed.standing(await search.status()))),
    'search.rebuild': () =>
      withSession(async ({ feed }) => {
        await feed.rebuild()
        return ok(undefined)
      }),
    'search.pause': ({ paused }) =>
      withSession(async ({ feed }) => {
        if (paused) feed.pause()
        else feed.resume()
        return ok(undefined)
      }),
    'search.export': ({ format, ...request }, { windowId }) =>
      withSession(async ({ search }) => {
        const { dialogs: titles, names } = words()
        const csv = format === 'csv'
        const target = await dialogs.askSavePath(
          windowId,
          csv ? titles.saveCsv : titles.saveMarkdown,
          path.join(deps.documents, fileName(`${names.search} ${request.text}`, format, names.search)),
          { name: csv ? titles.csvFile : titles.markdownFile, ext: format },
        )
        if (!target) return fail('cancelled')
        const answer = await search.query({ ...request, limit: mostListed, prefixLast: true })
        const { language } = settings.settings
        const text = csv ? hitsCsv(answer, language) : hitsMarkdown(answer, language)
        const written = await files.write(target, new TextEncoder().encode(text))
        if (!written.ok) return written
        return ok({ ...written.value, shown: answer.hits.length, total: answer.total })
      }),
    'searches.get': () => withSession(async ({ store }) => ok(settings.searchesOf(store.id))),
    'searches.change': (change) =>
      withSession(async ({ store }) => ok(await settings.changeSearches(store.id, change))),
  }
}
