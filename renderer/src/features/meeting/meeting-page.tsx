import { Loading } from '../../ui/loading'

/** The page of one meeting. */
export function MeetingPage({ id }: { id: string }) {
  return (
    <div data-meeting={id}>
      <Loading />
    </div>
  )
}
