import { useArchive } from '../../api/use-app-info'
import { ArchiveHome } from './archive-home'
import { FirstRun } from './first-run'

/** What awaits the user; without an archive the ways to get one. */
export function HomePage() {
  return useArchive() ? <ArchiveHome /> : <FirstRun />
}
