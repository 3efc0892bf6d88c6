import { appContract } from './app-contract'
import type { CallNames, EventNames, HandlersOf, InputOf, OutputOf, PayloadOf } from './door'
import { recordsContract } from './records-contract'
import { searchContract } from './search-contract'
import { workContract } from './work-contract'

/** Every call and event between window and main process. There is no other door. */
export const contract = { ...appContract, ...recordsContract, ...workContract, ...searchContract } as const

export type Contract = typeof contract
export type CallName = CallNames<Contract>
export type EventName = EventNames<Contract>
export type Input<K extends CallName> = InputOf<Contract, K>
export type Output<K extends CallName> = OutputOf<Contract, K>
export type Payload<K extends EventName> = PayloadOf<Contract, K>
export type Handlers = HandlersOf<Contract>
