import type { SoundPort } from '../ipc/deps'

/** Who asks for a permission, as the shell sees it. */
export interface Asked {
  permission: string
  /** Kinds of media that are asked for; none when Chromium does not say. */
  media: readonly string[]
  mainFrame: boolean
  /** Address of the page, or its origin. */
  url: string
  windowId: number | undefined
}

/** Whether an address belongs to our own pages. In: our origin, e.g. `tutanak://app`. */
function isOwn(url: string, origin: string): boolean {
  return url === origin || url.startsWith(`${origin}/`)
}

/**
 * The one permission there is: the microphone, for windows that the user has switched it on for. Video, or video beside
 * sound, frames inside pages, other origins and every other permission stay denied.
 */
export class SoundPermission implements SoundPort {
  private readonly windows = new Set<number>()

  constructor(
    private readonly origin: string,
    /** Windows that everybody in a room looks at: they never hear. */
    private readonly audience: ReadonlySet<number>,
  ) {}

  allow(windowId: number, on: boolean): void {
    if (on && !this.audience.has(windowId)) this.windows.add(windowId)
    else this.windows.delete(windowId)
  }

  isOpen(windowId: number): boolean {
    return this.windows.has(windowId)
  }

  closeAll(): void {
    this.windows.clear()
  }

  grants({ permission, media, mainFrame, url, windowId }: Asked): boolean {
    const soundAlone = permission === 'media' && media.length === 1 && media[0] === 'audio'
    if (!soundAlone || !mainFrame || !isOwn(url, this.origin)) return false
    return windowId !== undefined && this.windows.has(windowId) && !this.audience.has(windowId)
  }
}
