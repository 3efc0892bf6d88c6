import { app, BrowserWindow, nativeTheme, session, shell, type Session } from 'electron'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MachineSettings } from '../shared/contract/app-contract'
import { commandNames, shellWords } from '../shared/i18n/shell-words'
import type { MeetingTemplate } from '../shared/records/template'
import { createDispatch } from './ipc/dispatch'
import { allHandlers } from './ipc/handlers'
import { Backups } from './services/backup/backups'
import { BackupSchedule } from './services/backup/schedule'
import { MachineStore } from './services/machine-settings'
import { sampleRecords } from './services/sample-archive'
import { createSearchClient } from './services/search/search-client'
import { createSpellClient } from './services/spell/spell-client'
import { SpellService } from './services/spell/spelling'
import { nodeArchiveFiles } from './services/store/archive-files'
import { machineIdentity } from './services/store/machine'
import { readShippedTemplates } from './services/template-files'
import { createTypesetClient } from './services/typeset/typeset-client'
import { Workspace } from './services/workspace'
import { appOrigin, declareAppScheme, serveApp, type SoundPieces } from './shell/app-protocol'
import { announce, audience } from './shell/audience'
import { bindIpc } from './shell/bind-ipc'
import { nativeDialogs } from './shell/dialogs'
import { helperProcess } from './shell/helper-process'
import { FlushRounds, guardClosing, reviveCrashedPage } from './shell/lifecycle'
import { openLog } from './shell/log'
import { setMenu } from './shell/menu'
import { SoundPermission } from './shell/permissions'
import { Projector } from './shell/projector'
import { forbidNetworkSwitches, lockContents, lockSession } from './shell/security'
import { createWindow, loadApp, windowBackground } from './shell/window'
import { answerZoomKeys } from './shell/zoom-keys'

const here = path.dirname(fileURLToPath(import.meta.url))
const resources = path.join(here, '..', '..', 'resources')

// First of all, so that the single-instance lock and every file go to the right place.
const userDataOverride = process.env['TUTANAK_USER_DATA']
if (userDataOverride) app.setPath('userData', path.resolve(userDataOverride))
const userData = app.getPath('userData')
const documents = process.env['TUTANAK_DOCUMENTS'] ?? app.getPath('documents')

// Before `ready`: Chromium reads these only once.
forbidNetworkSwitches()
declareAppScheme()

/** How long (ms) after the page has loaded its first lists are drawn, on a slow computer. */
const settling = 1_500

const log = openLog(userData)
process.on('uncaughtException', (fault) => log.fault('main', fault))
process.on('unhandledRejection', (fault) => log.fault('main', fault))

async function readSample(): Promise<unknown[]> {
  const names = ['directory.json', 'meetings.json']
  return Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(path.join(resources, 'sample', name), 'utf8')) as unknown,
    ),
  )
}

/** The composition root: store → services → gate → window, in that order. */
async function start(): Promise<void> {
  const settings = await MachineStore.open(userData)
  const words = () => shellWords(settings.settings.language)
  const files = nodeArchiveFiles()
  const dialogs = nativeDialogs()

  let templates: Promise<MeetingTemplate[]> | undefined
  const shippedTemplates = () =>
    (templates ??= readShippedTemplates(path.join(resources, 'templates', 'meetings'), (file, fault) =>
      log.fault(`template ${path.basename(file)}`, fault),
    ))

  // Paper before the gate: its process starts only when the first page is asked for.
  const typesetter = createTypesetClient(() =>
    helperProcess(path.join(here, 'typeset-process.js'), 'Tutanak paper', log),
  )

  // Two cores cannot draw the window and load the index at once without the first being seen to wait.
  let windowIsUp: () => void = () => undefined
  const calm = new Promise<void>((resolve) => {
    windowIsUp = resolve
  })
  const machine = await machineIdentity(files, userData)
  const workspace: Workspace = new Workspace({
    calm,
    userData,
    documents,
    files,
    clock: () => new Date(),
    machine,
    settings,
    openSearch: (cacheFolder) =>
      createSearchClient(() => helperProcess(path.join(here, 'search-process.js'), 'Tutanak search', log), {
        cacheFolder,
        lexiconFile: path.join(resources, 'lexicon', 'roots.txt.gz'),
      }),
    sample: async () => sampleRecords(await readSample()),
    onArchive: (archive) => {
      if (!archive) projector.show(undefined)
      announce('archive.changed', archive ? { archive } : {})
    },
    onOpened: () => schedule.begin(),
    // A backup that runs must not hold up closing, nor read an archive that is gone.
    beforeClose: () => backups.turns.end(),
    onRecords: ({ changes, window }) =>
      announce('records.changed', { changes, ...(window ? { origin: Number(window) } : {}) }),
    onSearch: (status) => announce('search.changed', status),
    onProgress: (work, done, total, finished) => announce('work.progress', { work, done, total, finished }),
    logFault: (where, fault) => log.fault(where, fault),
  })

  const speller = createSpellClient(() =>
    helperProcess(path.join(here, 'spell-process.js'), 'Tutanak spelling', log),
  )
  const spelling = new SpellService({
    client: speller,
    settings: () => settings.settings,
    store: () => {
      const open = workspace.session()
      return open.ok ? open.value.store : undefined
    },
    onChanged: () => announce('spell.changed', {}),
    logFault: (where, fault) => log.fault(where, fault),
  })

  const maker = {
    files,
    clock: () => new Date(),
    savedBy: () => settings.settings.userName,
    machineName: machine.name,
    appVersion: app.getVersion(),
  }
  const backups: Backups = new Backups({
    store: () => {
      const open = workspace.session()
      return open.ok ? open.value.store : undefined
    },
    documents,
    settings,
    maker,
    onProgress: (work, done, total, finished) => announce('work.progress', { work, done, total, finished }),
    onChanged: () => announce('backup.changed', {}),
  })
  const schedule = new BackupSchedule(backups, {
    maker,
    logFault: (where, fault) => log.fault(where, fault),
  })

  const preload = path.join(here, '..', 'preload', 'preload.cjs')
  const icon = path.join(resources, 'icons', '256x256.png')
  const sound = new SoundPermission(appOrigin, audience)
  const refused = (what: string) => log.warn(`refused ${what}`)
  const servePages = (own: Session, pieces: SoundPieces) => {
    lockSession(own, sound, refused)
    serveApp(own, path.join(here, '..', 'renderer'), pieces)
  }
  const projector: Projector = new Projector({
    preload,
    icon,
    session: () => {
      const room = session.fromPartition('persist:room')
      // It is seen, not heard.
      servePages(room, () => Promise.resolve(undefined))
      return room
    },
    title: () => words().projector,
    language: () => settings.settings.language,
    onOpened: (open) => announce('projector.opened', { open }),
    logFault: (where, fault) => log.fault(where, fault),
  })

  const rounds = new FlushRounds((token) => announce('app.flush', { token }))
  const applySettings = (changed: MachineSettings) => {
    nativeTheme.themeSource = changed.theme
    setMenu(
      shellWords(changed.language).menu,
      commandNames(changed.language),
      (id) => announce('app.command', { id }),
      changed.keys,
    )
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(windowBackground())
  }
  applySettings(settings.settings)

  // The gate before the window, so that its first question finds somebody.
  bindIpc(
    createDispatch({
      handlers: allHandlers({
        version: app.getVersion(),
        documents,
        workspace,
        settings,
        typesetter,
        spelling,
        projector,
        sound,
        shippedTemplates,
        backup: { backups, maker },
        dialogs,
        words,
        onSettings: (changed) => {
          applySettings(changed)
          if (!changed.soundRecording) sound.closeAll()
          announce('app.settingsChanged', changed)
          spelling.settingsChanged()
          projector.refresh()
        },
        onFlushed: (token, clean) => rounds.answer(token, clean),
        keepStorage: () => session.defaultSession.flushStorageData(),
        onProgress: (progress) => announce('work.progress', progress),
        openPath: async (file) => {
          const failed = await shell.openPath(file)
          if (failed) log.warn(`open: ${failed}`)
        },
        showInFolder: (file) => shell.showItemInFolder(file),
        logFault: (where, fault) => log.fault(where, fault),
      }),
      logFault: (name, fault) => log.fault(name, fault),
      logRefused: (name, why) => log.warn(`refused ${name}: ${why}`),
    }),
  )

  servePages(session.defaultSession, (meetingId, sha256) => {
    const open = workspace.session()
    return open.ok ? open.value.sound.of(meetingId, sha256) : Promise.resolve(undefined)
  })
  app.on('web-contents-created', (_event, contents) => lockContents(contents, sound, refused))

  // Opening and loading the page run side by side; the page's first question (`app.info`) waits for the archive.
  void workspace.openLast().catch((fault: unknown) => log.fault('open last', fault))
  const window = createWindow(userData, preload, icon)
  window.on('closed', () => projector.close())
  answerZoomKeys(window)
  guardClosing(window, rounds, {
    announceFlush: (token) => announce('app.flush', { token }),
    dialogs,
    words: () => words().closing,
    log,
    shutDown: async () => {
      await workspace.close()
      await typesetter.close()
      speller.rest()
    },
  })
  reviveCrashedPage(window, log, () => loadApp(window))
  window.on('focus', () => workspace.focused())
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  await loadApp(window)
  setTimeout(windowIsUp, settling)
}

if (!app.requestSingleInstanceLock()) {
  app.quit()
} else {
  // Never awaited at the top level: an ESM main that awaits `ready` there waits for ever.
  void app
    .whenReady()
    .then(start)
    .catch((fault: unknown) => {
      log.fault('start', fault)
      app.exit(1)
    })
  app.on('window-all-closed', () => app.quit())
}
