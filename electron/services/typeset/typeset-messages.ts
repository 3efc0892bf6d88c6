import type { DocumentTree } from '../../../shared/documents/document'
import type { Result } from '../../../shared/result'
import type { Attachment, PdfStep, Preview } from './typesetter'

/** What is asked of the typesetting process. */
export type TypesetRequest =
  | { id: number; kind: 'pdf'; tree: DocumentTree; attach?: Attachment }
  | { id: number; kind: 'preview'; tree: DocumentTree }
  /** Load Typst now, so that the first page is quick. */
  | { id: number; kind: 'warm' }

/** What it says back; `fault` is a bug, told with its message. */
export type TypesetReply =
  | { id: number; kind: 'step'; step: PdfStep }
  | { id: number; kind: 'done'; result: Result<Uint8Array> | Result<Preview> | Result<null> }
  | { id: number; kind: 'fault'; message: string }
