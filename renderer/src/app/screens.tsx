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
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Screen>
  )
}
