import type { shell as tr } from '../tr/shell'
import type { SameShape } from '../shape'

/** Words of the main process: native menu and dialogs. */
export const shell: SameShape<typeof tr> = {
  menu: {
    file: 'File',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste without formatting',
    selectAll: 'Select all',
    view: 'View',
    go: 'Go',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomReset: 'Actual size',
    fullScreen: 'Full screen',
  },
  closing: {
    unsaved: 'What you typed last is not saved yet.',
    unsavedDetail:
      'If you close now, the unsaved part is lost. You can stay, remove the cause, and close again afterwards.',
    stay: 'Stay',
    leave: 'Close without saving',
  },
  dialogs: {
    chooseArchive: 'Choose the folder of a Tutanak archive',
    chooseNewArchive: 'Choose the folder for the new archive',
    savePdf: 'Save as PDF',
    saveMarkdown: 'Save as Markdown',
    exportMirror: 'Choose the folder for the Markdown files',
    importMirror: 'Choose the folder of an archive exported as Markdown',
    saveCsv: 'Save as a table (CSV)',
    addFiles: 'Choose files to attach',
    chooseBackups: 'Choose the folder for backups',
    chooseBackupFile: 'Choose the backup to restore',
    saveTemplate: 'Save the template',
    readTemplate: 'Choose the template’s file',
    templateFile: 'Meeting template',
    pdfFile: 'PDF document',
    markdownFile: 'Markdown text',
    csvFile: 'CSV table',
  },
  projector: 'Room screen',
  names: {
    archive: 'Tutanak',
    minutes: 'Minutes',
    summary: 'Meeting summary',
    restored: 'backup',
    search: 'Search',
    untitled: 'Untitled meeting',
  },
}
