import { z } from 'zod'
import type { RecordType } from '../ids'
import { Agency, agencyRecord } from './agency'
import { Body, bodyRecord } from './body'
import type { RecordDefinition, Reference } from './define-record'
import { FollowUp, followUpRecord } from './follow-up'
import { Meeting, meetingRecord } from './meeting'
import { Note, noteRecord } from './note'
import { Participant, participantRecord } from './participant'

/** The TypeScript shape of each record type. */
export interface RecordShapes {
  meeting: Meeting
  participant: Participant
  agency: Agency
  body: Body
  note: Note
  followup: FollowUp
}
export type AnyRecord = RecordShapes[RecordType]
export type RecordOf<T extends RecordType> = RecordShapes[T]

/** All record types by name: the one list that store, catalogue, search and schema files walk. */
export const registry = {
  meeting: meetingRecord,
  participant: participantRecord,
  agency: agencyRecord,
  body: bodyRecord,
  note: noteRecord,
  followup: followUpRecord,
} as const

/** The definition of a type, in the general form that storage code needs. */
export function definitionOf(type: RecordType): RecordDefinition {
  return registry[type]
}

/** What a record points at. */
export function referencesIn(type: RecordType, record: AnyRecord): Reference[] {
  return definitionOf(type).references(record)
}

/** Schema of any record, by the type in its id. */
export const AnyRecordSchema = z.union([Meeting, Participant, Agency, Body, Note, FollowUp])
