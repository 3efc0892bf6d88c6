import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { ArchiveInfo, RecentArchive } from '../../shared/contract/app-contract'
import type { IndexStatus } from '../../shared/contract/search-contract'
import { fail, ok, type Result } from '../../shared/result'
import { ensureFolder, exists, pathKey } from './local-files'
import { OutsideWatch } from './outside-watch'
import type { MachineStore } from './machine-settings'
import type { SampleRecord } from './sample-archive'
import { indexFolder } from './search/index-files'
import { SearchFeed } from './search-feed'
import { cloudToolOf } from './cloud-tool'
import { shownFolder } from './shown-folder'
import { SoundPieces } from './sound'
import type { SearchPort } from './search/search-port'
import type { ArchiveFiles } from './store/archive-files'
import { clearCatalogue } from './store/catalogue-keeper'
import { holderName } from './store/lock'
import { initArchive } from './store/archive-init'
import { openArchive } from './store/record-store'
import type { ArchiveStore, Machine, StoreEvent } from './store/store-types'

/** An open archive with everything that follows it. */
export interface Session {
  store: ArchiveStore
  search: SearchPort
  feed: SearchFeed
  watch: OutsideWatch
  sound: SoundPieces
}

export interface WorkspacePorts {
  /** Per-machine folder of the program. */
  userData: string
  /** Where archives go by default. */
  documents: string
  files: ArchiveFiles
  clock: () => Date
  machine: Machine
  settings: MachineStore
  /** Starts search with its cache in this folder. */
  openSearch: (cacheFolder: string) => SearchPort
  sample: () => Promise<SampleRecord[]>
  /** Resolves when the window is up: work in the background waits for it. */
  calm?: Promise<void>
  onArchive: (info: ArchiveInfo | undefined) => void
  /** An archive has been opened and can be worked with. */
  onOpened?: () => void
  /** The archive is about to be closed: what reads it must end. */
  beforeClose?: () => Promise<void>
  onRecords: (event: StoreEvent) => void
  onSearch: (status: IndexStatus) => void
  onProgress: (work: string, done: number, total: number, finished: boolean) => void
  logFault: (where: string, fault: unknown) => void
}

/** A catalogue being built is shown first when it has this many records. */
const firstShown = 400

/** The one open archive of the program, and the ways to open, make and close archives. */
export class Workspace {
  private open: Session | undefined
  /** How much of a catalogue being built the window has seen. */
  private shownAt = 0
  private stopWaiting: () => void = () => undefined
  /** The writer whose archive this window reads has gone; with the token of a lock that was left behind. */
  private freed: { staleLock?: string } | undefined
  private chain: Promise<unknown> = Promise.resolve()

  constructor(private readonly ports: WorkspacePorts) {}

  /** The open archive, or the error `no-archive`. */
  session(): Result<Session> {
    return this.open ? ok(this.open) : fail('no-archive')
  }

  /** Resolves when no archive is being opened, made or closed. */
  async settled(): Promise<void> {
    await this.chain
  }

  /** What the window may know of the open archive. */
  info(): ArchiveInfo | undefined {
    if (!this.open) return undefined
    const { store } = this.open
    const cloudFolder = cloudToolOf(store.path)
    return {
      id: store.id,
      name: store.name,
      folder: shownFolder(store.path),
      readOnly: store.readOnly,
      ...(store.holder ? { heldBy: holderName(store.holder) } : {}),
      ...(this.freed ? { free: true } : {}),
      ...(store.keepsHistory ? {} : { historyRefused: true }),
      ...(cloudFolder ? { cloudFolder } : {}),
      counts: store.counts(),
    }
  }

  /** Recent archives, with whether each can be reached now. */
  async recent(): Promise<RecentArchive[]> {
    return Promise.all(
      this.ports.settings.recent.map(async (archive) => ({
        key: archive.key,
        name: archive.name,
        folder: shownFolder(archive.path),
        reachable: await exists(path.join(archive.path, 'archive.json')),
      })),
    )
  }

  /** Opens the archive of last time, if it is there. A missing one is no error: the home page tells of it. */
  async openLast(): Promise<void> {
    const last = this.ports.settings.lastPath
    if (!last) return
    const opened = await this.openFolder(last)
    if (!opened.ok) this.ports.logFault('open last', new Error(opened.error.code))
  }

  /** Opens a folder; an archive that was open is closed first. Errors: `archive-not-found`, `archive-invalid`, `too-new`, disk codes. */
  openFolder(folder: string): Promise<Result<ArchiveInfo>> {
    return this.inTurn(() => this.openNow(folder))
  }

  /** Opens a recent archive by its key. Errors as {@link openFolder}, `not-found`. */
  async openRecent(key: string): Promise<Result<ArchiveInfo>> {
    const known = this.ports.settings.recent.find((archive) => archive.key === key)
    return known ? this.openFolder(known.path) : fail('not-found')
  }

  /**
   * Makes an archive in `parent` (default: the documents folder) under a free name, opens it, and fills it with the
   * sample if asked. Errors: disk codes, those of opening.
   */
  create(name: string, parent: string | undefined, sample: boolean): Promise<Result<ArchiveInfo>> {
    return this.inTurn(async () => {
      const folder = await this.freeFolder(parent ?? this.ports.documents, name)
      const { files, clock, settings } = this.ports
      const made = await initArchive({
        path: folder,
        files,
        name,
        clock,
        savedBy: settings.settings.userName,
      })
      if (!made.ok) return made
      const opened = await this.openNow(folder)
      if (!opened.ok || !sample || !this.open) return opened
      const records = await this.ports.sample()
      const filled = await this.open.store.commitMany(
        records.map(({ type, id, fields }) => ({ kind: 'create', type, fields: { ...fields, id } })),
      )
      if (!filled.ok) return filled
      return ok(this.info() ?? opened.value)
    })
  }

  /**
   * Opens the open archive anew: for writing when whoever wrote has gone; `lists`: with lists made from the files.
   * Errors: `no-archive`, those of opening (the archive is closed then).
   */
  reopen({ lists = false } = {}): Promise<Result<ArchiveInfo>> {
    return this.inTurn(async () => {
      if (!this.open) return fail('no-archive')
      const { path: folder } = this.open.store
      const { freed } = this
      await this.closeNow({ quiet: true })
      if (lists) await clearCatalogue(this.ports.files, this.cacheOf(folder))
      const opened = await this.openNow(folder, freed?.staleLock)
      if (!opened.ok) this.ports.onArchive(undefined)
      return opened
    })
  }

  /** The window has come to the front. */
  focused(): void {
    this.open?.watch.focused()
  }

  /** Closes the open archive after every save has ended. */
  close(): Promise<void> {
    return this.inTurn(() => this.closeNow())
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.chain.then(work, work)
    this.chain = next.catch(() => undefined)
    return next
  }

  private async freeFolder(parent: string, name: string): Promise<string> {
    const base = name.replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ').trim() || 'Tutanak'
    await ensureFolder(parent)
    for (let n = 1; ; n += 1) {
      const folder = path.join(parent, n === 1 ? base : `${base} ${n}`)
      if (!(await exists(folder))) return folder
    }
  }

  private cacheOf(folder: string): string {
    return path.join(this.ports.userData, 'cache', pathKey(folder))
  }

  private async openNow(folder: string, staleLock?: string): Promise<Result<ArchiveInfo>> {
    const { files, clock, machine, settings, onProgress, onRecords, logFault } = this.ports
    const cacheFolder = this.cacheOf(folder)
    await ensureFolder(cacheFolder)
    if (this.open?.store.path === path.resolve(folder)) return ok(this.info() as ArchiveInfo)
    this.shownAt = 0
    const opened = await openArchive({
      path: path.resolve(folder),
      files,
      cacheFolder,
      clock,
      machine,
      savedBy: () => settings.settings.userName,
      ...(staleLock === undefined ? {} : { staleLock }),
      background: true,
      onProgress: (done, total) => this.filling(done, total),
    })
    if (!opened.ok) return opened
    await this.closeNow()
    const store = opened.value
    let counts = store.counts()
    store.onChange((event) => {
      onRecords(event)
      const now = store.counts()
      // Counts stand in the status line; most saves do not change them.
      if (!isDeepStrictEqual(now, counts)) this.ports.onArchive(this.info())
      counts = now
    })
    this.followWriter(store)
    const search = this.ports.openSearch(indexFolder(cacheFolder, store.id))
    const feed = new SearchFeed(store, search, {
      ...(this.ports.calm ? { begin: this.ports.calm } : {}),
      onProgress: (done, total) => onProgress('index', done, total, done >= total),
      onApplied: (status) => this.ports.onSearch(status),
      logFault,
    })
    const sound = new SoundPieces(store, path.join(cacheFolder, 'sound.json'))
    this.open = { store, search, feed, watch: new OutsideWatch(store), sound }
    await sound.adopt().catch((fault: unknown) => logFault('sound', fault))
    void store.past.stale.then((stale) => (stale ? feed.rebuild() : undefined))
    await settings.remember({
      key: pathKey(folder),
      id: store.id,
      name: store.name,
      path: path.resolve(folder),
    })
    const info = this.info() as ArchiveInfo
    this.ports.onArchive(info)
    this.ports.onOpened?.()
    return ok(info)
  }

  /** A catalogue is built from the files: the window sees it grow, the less often the longer its lists are. */
  private filling(done: number, total: number): void {
    this.ports.onProgress('catalogue', done, total, done >= total)
    if (done < this.shownAt * 2 && done < total) return
    this.shownAt = Math.max(done, firstShown / 2)
    if (this.open) this.ports.onArchive(this.info())
  }

  /** Tells the window when another program takes the archive over, when it is free again, and how its history stands. */
  private followWriter(store: ArchiveStore): void {
    const tell = () => {
      if (this.open?.store === store) this.ports.onArchive(this.info())
    }
    const wait = () =>
      store.whenFree((staleLock) => {
        if (this.open?.store !== store) return
        this.freed = staleLock === undefined ? {} : { staleLock }
        tell()
      })
    this.freed = undefined
    this.stopWaiting = wait()
    store.onAccess(() => {
      this.stopWaiting()
      this.stopWaiting = wait()
      tell()
    })
  }

  private async closeNow({ quiet = false } = {}): Promise<void> {
    const session = this.open
    if (!session) return
    await this.ports.beforeClose?.()
    this.open = undefined
    this.stopWaiting()
    session.watch.stop()
    await session.store.flush()
    await session.feed.stop()
    await session.search.close()
    await session.store.close()
    if (!quiet) this.ports.onArchive(undefined)
  }
}
