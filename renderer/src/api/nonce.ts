/** The nonce of this page load, for styles made at run time; our protocol writes it into index.html. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}
