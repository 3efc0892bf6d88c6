import type { CallName, Handlers, Payload } from '../../shared/contract/contract'
import type { MachineSettings } from '../../shared/contract/app-contract'
import type { ProjectorView } from '../../shared/contract/projector-contract'
import type { ProjectorContent } from '../../shared/domain/projector'
import type { shellWords } from '../../shared/i18n/shell-words'
import type { MeetingTemplate } from '../../shared/records/template'
import type { MachineStore } from '../services/machine-settings'
import type { SpellService } from '../services/spell/spelling'
import type { Typesetter } from '../services/typeset/typesetter'
import type { Workspace } from '../services/workspace'
import type { BackupDeps } from './backup-handlers'

/** Ways to ask the user for files; the shell has the native ones. */
export interface FileDialogs {
  askFolder(windowId: number, title: string, start?: string): Promise<string | undefined>
  askSavePath(
    windowId: number,
    title: string,
    suggested: string,
    kind: { name: string; ext: string },
  ): Promise<string | undefined>
  askFiles(windowId: number, title: string): Promise<string[]>
}

/** The window in the meeting room; the shell has it. */
export interface ProjectorDeps {
  isOpen(): boolean
  open(windowId: number): void
  close(): void
  show(content: ProjectorContent | undefined): void
  view(): ProjectorView
  toggleFullScreen(): void
}

/** Which windows may listen; the shell grants the microphone to these and to nobody else. */
export interface SoundPort {
  allow(windowId: number, on: boolean): void
  isOpen(windowId: number): boolean
  closeAll(): void
}

/** Everything that handlers need, given by the composition root. */
export interface Deps {
  version: string
  /** Folder that save dialogs start in. */
  documents: string
  workspace: Workspace
  settings: MachineStore
  typesetter: Typesetter
  spelling: SpellService
  projector: ProjectorDeps
  sound: SoundPort
  /** Templates that come with the program. */
  shippedTemplates: () => Promise<readonly MeetingTemplate[]>
  backup: BackupDeps
  dialogs: FileDialogs
  words: () => ReturnType<typeof shellWords>
  onSettings: (settings: MachineSettings) => void
  onFlushed: (token: string, clean: boolean) => void
  /** Writes what windows keep in their own storage to the disk. */
  keepStorage: () => void
  onProgress: (progress: Payload<'work.progress'>) => void
  /** Opens a file or folder with the program that the system has for it. */
  openPath: (file: string) => Promise<void>
  showInFolder: (file: string) => void
  logFault: (where: string, fault: unknown) => void
}

/** The handlers whose names begin alike. */
export type HandlersFor<Pattern extends string> = Pick<Handlers, Extract<CallName, Pattern>>
