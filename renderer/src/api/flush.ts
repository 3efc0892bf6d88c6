import { callDoor, onDoorEvent } from './door'

type Flush = () => Promise<boolean>
const registered = new Set<Flush>()

/**
 * Registers a page's way to write out everything that is not on the disk yet.
 * In: a function that resolves to true once all is acknowledged. Out: takes it out again.
 */
export function registerFlush(flush: Flush): () => void {
  registered.add(flush)
  return () => registered.delete(flush)
}

/** Writes out everything, of all pages. Out: true when everything was acknowledged. */
export async function flushAll(): Promise<boolean> {
  const answers = await Promise.all([...registered].map((flush) => flush().catch(() => false)))
  return answers.every(Boolean)
}

/** Answers the main process, which waits before it closes or sleeps. Out: stops answering. */
export function answerFlush(): () => void {
  return onDoorEvent('app.flush', ({ token }) => {
    void flushAll().then((clean) => callDoor('app.flushed', { token, clean }))
  })
}
