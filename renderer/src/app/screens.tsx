import { lazy, Suspense, type ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { paths } from '../api/paths'
import { Loading } from '../ui/loading'
import { NotFound } from '../ui/not-found'
import { ScreenBoundary } from './screen-boundary'

const HomePage = lazy(() => import('../features/home/home-page').then((m) => ({ default: m.HomePage })))
const MeetingPage = lazy(() =>
  import('../features/meeting/meeting-page').then((m) => ({ default: m.MeetingPage })),
)

const MeetingsPage = lazy(() =>
  import('../features/meetings/meetings-page').then((m) => ({ default: m.MeetingsPage })),
)
const ParticipantsPage = lazy(() =>
  import('../features/participants/participants-page').then((m) => ({ default: m.ParticipantsPage })),
)
const AgenciesPage = lazy(() =>
  import('../features/agencies/agencies-page').then((m) => ({ default: m.AgenciesPage })),
)
const BodiesPage = lazy(() =>
  import('../features/bodies/bodies-page').then((m) => ({ default: m.BodiesPage })),
)
const NotesPage = lazy(() => import('../features/notes/notes-page').then((m) => ({ default: m.NotesPage })))
const NotePage = lazy(() => import('../features/notes/note-page').then((m) => ({ default: m.NotePage })))
const SettingsPage = lazy(() =>
  import('../features/settings/settings-page').then((m) => ({ default: m.SettingsPage })),
)
const ReportsPage = lazy(() =>
  import('../features/reports/reports-page').then((m) => ({ default: m.ReportsPage })),
)
const SearchPage = lazy(() =>
  import('../features/search/search-page').then((m) => ({ default: m.SearchPage })),
)

const HistoryPage = lazy(() =>
  import('../features/history/history-page').then((m) => ({ default: m.HistoryPage })),
)
const BinPage = lazy(() => import('../features/history/bin-page').then((m) => ({ default: m.BinPage })))

function Screen({ children }: { children: ReactNode }) {
  return (
    <ScreenBoundary>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </ScreenBoundary>
  )
}

/** Which screen belongs to which address. */
export function Screens() {
  return (
    <Screen>
      <Switch>
        <Route path={paths.home}>
          <HomePage />
        </Route>
        <Route path={paths.meetings}>
          <MeetingsPage />
        </Route>
        <Route path={`${paths.meetings}/:id`}>{({ id }) => <MeetingPage id={id} key={id} />}</Route>
        <Route path={`${paths.participants}/:id?`}>{({ id }) => <ParticipantsPage id={id} />}</Route>
        <Route path={`${paths.agencies}/:id?`}>{({ id }) => <AgenciesPage id={id} />}</Route>
        <Route path={`${paths.bodies}/:id?`}>{({ id }) => <BodiesPage id={id} />}</Route>
        <Route path={paths.notes}>
          <NotesPage />
        </Route>
        <Route path={`${paths.notes}/:id`}>{({ id }) => <NotePage id={id} key={id} />}</Route>
        <Route path={paths.settings}>
          <SettingsPage />
        </Route>
        <Route path={paths.reports}>
          <ReportsPage />
        </Route>
        <Route path={paths.search}>
          <SearchPage />
        </Route>
        <Route path={`${paths.history}/:id`}>{({ id }) => <HistoryPage id={id} key={id} />}</Route>
        <Route path={paths.bin}>
          <BinPage />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Screen>
  )
}
