import { appContract } from './app-contract'
import { backupContract } from './backup-contract'
import { careContract } from './care-contract'
import type { CallNames, EventNames, HandlersOf, InputOf, OutputOf, PayloadOf } from './door'
import { historyContract } from './history-contract'
import { mirrorContract } from './mirror-contract'
import { projectorContract } from './projector-contract'
import { newMeetingContract } from './new-meeting-contract'
import { recordsContract } from './records-contract'
import { searchContract } from './search-contract'
import { soundContract } from './sound-contract'
import { spellContract } from './spell-contract'
import { workContract } from './work-contract'

/** Every call and event between window and main process. There is no other door. */
export const contract = {
  ...appContract,
  ...recordsContract,
  ...newMeetingContract,
  ...workContract,
  ...careContract,
  ...backupContract,
  ...historyContract,
  ...mirrorContract,
  ...searchContract,
  ...spellContract,
  ...projectorContract,
  ...soundContract,
} as const

export type Contract = typeof contract
export type CallName = CallNames<Contract>
export type EventName = EventNames<Contract>
export type Input<K extends CallName> = InputOf<Contract, K>
export type Output<K extends CallName> = OutputOf<Contract, K>
export type Payload<K extends EventName> = PayloadOf<Contract, K>
export type Handlers = HandlersOf<Contract>
