import { parentChannel } from '../worker-channel'
import { spellAssets } from './assets'
import { collectGarbage } from './collect-garbage'
import type { SpellReply, SpellRequest } from './spell-messages'
import { createSpeller } from './speller'

const channel = parentChannel()
if (!channel) throw new Error('spell-process runs as utility process or worker thread')
const say = (reply: SpellReply) => channel.postMessage(reply)
const speller = createSpeller(spellAssets())

/** Quiet (ms) after which memory is given back. */
const quiet = 1_500
const tidy = setTimeout(collectGarbage, quiet)

channel.onMessage((message) => {
  const request = message as SpellRequest
  tidy.refresh()
  speller.then(
    (ready) => {
      try {
        const words =
          request.kind === 'wrong'
            ? ready.wrong(request.words, request.languages)
            : ready.suggest(request.word, request.languages)
        say({ id: request.id, kind: 'words', words })
      } catch (fault) {
        say({ id: request.id, kind: 'fault', message: String(fault) })
      }
    },
    (fault: unknown) => say({ id: request.id, kind: 'fault', message: String(fault) }),
  )
})
