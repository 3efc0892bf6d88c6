/** Everything that can go wrong in an expected way. The interface turns a code into a sentence (i18n `errors`). */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'already-exists',
  'in-use',
  'conflict',
  'too-new',
  'damaged',
  'changed-outside',
  'disk-full',
  'disk-read-only',
  'disk-denied',
  'disk-busy',
  'disk-gone',
  'disk-error',
  'archive-locked',
  'archive-read-only',
  'archive-not-found',
  'archive-invalid',
  'no-archive',
  'not-empty',
  'file-exists',
  'file-too-large',
  'file-unreadable',
  'unknown-encoding',
  'template-invalid',
  'template-too-new',
  'missing-glyph',
  'typeset-failed',
  'mirror-invalid',
  'mirror-incomplete',
  'mirror-edited',
  'mirror-faulty',
  'mirror-changed',
  'cancelled',
  'not-allowed',
  'secrecy-not-allowed',
  'nothing-to-undo',
  'lists-not-ready',
  'search-unavailable',
  'backup-no-room',
  'backup-target-missing',
  'backup-target-error',
  'backup-read-only',
  'backup-inside-archive',
  'backup-damaged',
  'backup-too-new',
  'backup-foreign',
  'backup-busy',
  'restore-too-large',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure: the code picks the sentence, `params` fill its gaps (names, counts – never paths or stacks). */
export interface AppError {
  code: ErrorCode
  params?: Record<string, string | number | string[]>
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

/** Wraps a value as success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** Makes an expected failure. `params` must be safe to show: no path of the machine, no stack. */
export function fail(code: ErrorCode, params?: AppError['params']): { ok: false; error: AppError } {
  return { ok: false, error: params ? { code, params } : { code } }
}
