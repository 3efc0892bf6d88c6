import type { AppInfo } from '../../../../shared/contract/app-contract'
import { i18n } from '../../../../shared/i18n/i18n'
import { callDoor, callKey, onDoorEvent } from '../../api/door'
import { queryClient } from '../../api/query-client'
import { notifyDone, notifyError } from '../notify'

/** Where words are judged; texts reach it through the door. */
export interface SpellPorts {
  /** Whether texts are spelt at all now. */
  isOn: () => boolean
  /** Those of the words that are wrong. */
  check: (words: string[]) => Promise<string[]>
  /** What may be meant by a word. */
  suggest: (word: string) => Promise<string[]>
  add: (word: string) => void
  ignore: (word: string) => void
  /** Nothing is misspelt. */
  onNone: () => void
  /** Words are judged differently from now on. Out: stops listening. */
  onChanged: (listener: () => void) => () => void
}

/** Words of one question. */
export const wordsAtOnce = 200

async function add(word: string): Promise<void> {
  const added = await callDoor('spell.add', { word })
  if (!added.ok) return notifyError(added.error)
  const undo = {
    label: i18n.t('common.actions.undo'),
    onClick: () => void callDoor('spell.forget', { word }),
  }
  notifyDone(i18n.t('spell.added', { word }), [undo])
}

/** Spelling through the door. Names that are entered or changed in the directory are judged anew. */
export const spellPorts: SpellPorts = {
  isOn: () => queryClient.getQueryData<AppInfo>(callKey('app.info'))?.settings.spelling !== 'off',
  check: async (words) => {
    const answer = await callDoor('spell.check', { words })
    return answer.ok ? answer.value.wrong : []
  },
  suggest: async (word) => {
    const answer = await callDoor('spell.suggest', { word })
    return answer.ok ? answer.value.words : []
  },
  add: (word) => void add(word),
  ignore: (word) => void callDoor('spell.ignore', { word }),
  onNone: () => notifyDone(i18n.t('spell.none'), undefined, 'spell-none'),
  onChanged: (listener) => {
    const ends = [
      onDoorEvent('spell.changed', listener),
      onDoorEvent('records.changed', ({ changes }) => {
        if (changes.some(({ type }) => type === 'participant' || type === 'agency' || type === 'body'))
          listener()
      }),
    ]
    return () => ends.forEach((end) => end())
  },
}
