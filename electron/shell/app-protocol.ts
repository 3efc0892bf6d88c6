import { protocol, type Session } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Meeting } from '../../shared/records/meeting'
import { soundResponse } from './sound-response'

/** Scheme and origin of our own pages; `file:` would share one origin with the whole disk. */
export const appScheme = 'tutanak'
export const appOrigin = `${appScheme}://app`

/** Placeholder in our pages that each load replaces by a fresh nonce. */
const noncePlaceholder = '__CSP_NONCE__'

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** The content security policy of one page load; everything remote is left out. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Must run before `ready`: makes our scheme a standard, secure one. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

const soundPath = /^\/sound\/(meeting_[0-9a-f-]{36})\/([0-9a-f]{64})\.webm$/

/** The bytes of a piece of sound that a meeting names; undefined when there is none. */
export type SoundPieces = (meetingId: Meeting['id'], sha256: string) => Promise<Uint8Array | undefined>

/**
 * Serves the built window from `folder` under `tutanak://app/`, with a policy and a nonce per load, and pieces of sound of
 * the open archive under `/sound/<meeting>/<sha256>.webm`. Anything else answers 404.
 */
export function serveApp(session: Session, folder: string, sound: SoundPieces): void {
  const base = path.resolve(folder)
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    const [, meetingId, sha256] = soundPath.exec(url.pathname) ?? []
    if (meetingId !== undefined && sha256 !== undefined && url.host === 'app' && request.method === 'GET') {
      const bytes = await sound(meetingId as Meeting['id'], sha256)
      return bytes ? soundResponse(bytes, request.headers.get('range')) : new Response('', { status: 404 })
    }
    const name = url.pathname === '/' ? '/index.html' : decodeURIComponent(url.pathname)
    const file = path.resolve(base, `.${name}`)
    if (url.host !== 'app' || request.method !== 'GET' || !file.startsWith(base + path.sep))
      return new Response('', { status: 404 })
    let bytes: Buffer
    try {
      bytes = await readFile(file)
    } catch {
      return new Response('', { status: 404 })
    }
    const headers: Record<string, string> = {
      'content-type': mimeTypes[path.extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }
    if (path.extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers })
    const nonce = randomBytes(18).toString('base64')
    const page = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce)
    return new Response(page, {
      headers: { ...headers, 'content-security-policy': policy(nonce), 'cache-control': 'no-store' },
    })
  })
}
