import { ok } from '../../../shared/result'
import { parentChannel, type WorkerChannel } from '../worker-channel'
import type { TypesetReply, TypesetRequest } from './typeset-messages'
import { createTypesetter, type Typesetter } from './typesetter'
import { warmUpDocument } from './warm-up'

async function answer(typesetter: Typesetter, request: TypesetRequest, say: (reply: TypesetReply) => void) {
  if (request.kind === 'preview') return typesetter.preview(request.tree)
  if (request.kind === 'warm') {
    await typesetter.preview(warmUpDocument)
    await typesetter.pdf(warmUpDocument)
    return ok(null)
  }
  return typesetter.pdf(request.tree, {
    ...(request.attach ? { attach: request.attach } : {}),
    onProgress: (step) => say({ id: request.id, kind: 'step', step }),
  })
}

/** Serves requests one after the other, in the order of arrival. */
function serve(channel: WorkerChannel, typesetter: Typesetter): void {
  const say = (reply: TypesetReply) => channel.postMessage(reply)
  let queue: Promise<void> = Promise.resolve()
  channel.onMessage((message) => {
    const request = message as TypesetRequest
    queue = queue.then(async () => {
      try {
        say({ id: request.id, kind: 'done', result: await answer(typesetter, request, say) })
      } catch (fault) {
        say({
          id: request.id,
          kind: 'fault',
          message: fault instanceof Error ? fault.message : String(fault),
        })
      }
    })
  })
}

const channel = parentChannel()
if (!channel) throw new Error('typeset-process runs as utility process or worker thread')
serve(channel, createTypesetter())
