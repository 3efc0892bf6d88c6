/** What can be wrong with a file of the mirror; the interface has a sentence for each (i18n `mirror.problems`). */
export const mirrorProblems = [
  'encoding',
  'front-matter',
  'other-form',
  'too-new',
  'wrong-type',
  'no-title',
  'unreadable-line',
  'unknown-word',
  'unknown-link',
  'invalid-field',
  'same-id',
  'missing-attachment',
  'unwritable',
] as const
export type MirrorProblem = (typeof mirrorProblems)[number]

/** A file that cannot be read as a record: what is wrong, in which line (1 = first), and the words it is about. */
export class MirrorFault extends Error {
  constructor(
    readonly problem: MirrorProblem,
    readonly line: number,
    readonly words = '',
  ) {
    super(`${problem} in line ${line}: ${words}`)
    this.name = 'MirrorFault'
  }
}
