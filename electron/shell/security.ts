import { app, BrowserWindow, type Session, type WebContents } from 'electron'
import { appOrigin, appScheme } from './app-protocol'
import type { SoundPermission } from './permissions'

/** Switches that keep Chromium itself from looking for a network. Must run before `ready`. */
export function forbidNetworkSwitches(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('dns-prefetch-disable')
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
  // As root (test machines) the sandbox cannot start; enabling it there would loop for ever.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

const localSchemes = [`${appScheme}:`, 'data:', 'blob:', 'devtools:']

const windowOf = (contents: WebContents | null) =>
  contents ? BrowserWindow.fromWebContents(contents)?.id : undefined

/**
 * Denies every request that leaves our own scheme, every permission and every device. The one exception is sound, in a
 * window for which it was switched on.
 */
export function lockSession(
  session: Session,
  sound: SoundPermission,
  logRefused: (what: string) => void,
): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = localSchemes.includes(new URL(details.url).protocol)
    if (!allowed) logRefused(`request ${details.resourceType}`)
    answer({ cancel: !allowed })
  })
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const granted = sound.grants({
      permission,
      media: 'mediaTypes' in details ? (details.mediaTypes ?? []) : [],
      mainFrame: details.isMainFrame,
      url: details.requestingUrl,
      windowId: windowOf(contents),
    })
    if (!granted) logRefused(`permission ${permission}`)
    answer(granted)
  })
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame }) =>
    sound.grants({
      permission,
      media: mediaType === undefined ? [] : [mediaType],
      mainFrame: isMainFrame,
      url: origin,
      windowId: windowOf(contents),
    }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** Denies navigation, new windows and webviews for one page. */
export function lockContents(
  contents: WebContents,
  sound: SoundPermission,
  logRefused: (what: string) => void,
): void {
  // A page that is loaded anew has not been switched on by anybody.
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    const id = windowOf(contents)
    if (isMainFrame && !isSameDocument && id !== undefined) sound.allow(id, false)
  })
  const stay = (event: { preventDefault(): void; url?: string }, what: string) => {
    if (event.url?.startsWith(`${appOrigin}/`)) return
    event.preventDefault()
    logRefused(what)
  }
  contents.on('will-navigate', (event) => stay(event, 'navigation'))
  contents.on('will-frame-navigate', (event) => stay(event, 'frame navigation'))
  contents.on('will-redirect', (event) => stay(event, 'redirect'))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => {
    logRefused('window')
    return { action: 'deny' }
  })
}
