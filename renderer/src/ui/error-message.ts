import { i18n } from '../../../shared/i18n/i18n'
import type { AppError } from '../../../shared/result'

/** The sentence for an expected failure, in the language of the interface. */
export function errorMessage({ code, params }: AppError): string {
  const filled = Object.fromEntries(
    Object.entries(params ?? {}).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
  return i18n.t(`errors.${code}`, {
    field: '',
    count: 0,
    titles: '',
    holder: '',
    character: '',
    name: '',
    ...filled,
  })
}
