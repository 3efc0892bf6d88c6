import type { SameShape } from '../shape'
import type { errors as tr } from '../tr/errors'

export const errors: SameShape<typeof tr> = {
  'invalid-input': 'This entry is not valid ({{field}}). Correct the field and try again.',
  'not-found': 'The record was not found. It may be deleted or moved.',
  'already-exists': 'This record already exists.',
  'in-use':
    'This record is used in {{count}} places and cannot be deleted: {{titles}}. Remove it there first, or leave it as it is.',
  conflict:
    'The record changed elsewhere in the meantime. Your text is kept; compare both versions and choose.',
  'too-new': 'This record was written by a newer Tutanak. Update the program to change it.',
  damaged: 'The record’s file is damaged. It is kept as it is and listed under Settings › Archive.',
  'changed-outside':
    'The file was changed outside Tutanak. The record is protected until you accept the change.',
  'disk-full': 'The disk is full. Free some space and press Try again.',
  'disk-read-only':
    'The disk that holds the archive is read only. Move it to a writable place and try again.',
  'disk-denied':
    'There is no permission to write to the archive folder. Correct its permissions and try again.',
  'disk-busy': 'Another program is using the file. Try again in a few seconds.',
  'disk-gone': 'The archive folder cannot be reached. Check the USB stick or the network folder.',
  'disk-error': 'Writing to the disk failed. Try again; if it goes on, back up to another disk.',
  'archive-locked': '{{holder}} is using the archive. You can write once it is closed there.',
  'archive-read-only': 'The archive is open read only, so changes are not saved.',
  'archive-not-found': 'There is no Tutanak archive in this folder. Choose the folder that holds one.',
  'archive-invalid':
    'The archive’s description (archive.json) cannot be read. Restore the folder from a backup.',
  'no-archive': 'No archive is open. Open one first.',
  'not-empty': 'The chosen folder is not empty. Choose an empty folder for the archive.',
  'file-exists': 'A file of this name exists. Choose another name.',
  'file-too-large': 'The file is too large.',
  'file-unreadable': 'The file could not be read.',
  'template-invalid':
    'The file is no template of Tutanak or is damaged. Nothing was changed. Ask the sender to save it again with “Save to file”.',
  'template-too-new':
    'This template was saved by a newer version of Tutanak. Nothing was changed. Update the program to take it over.',
  'unknown-encoding': 'The character encoding of the file is not known.',
  'missing-glyph':
    'The font has no “{{character}}”. It stands in “{{place}}”. Change the character and export again.',
  'typeset-failed': 'The document could not be laid out. The record is safe; try again.',
  'mirror-invalid':
    'This folder is no archive exported as Markdown (tutanak.json is missing or unreadable). Choose the exported folder itself.',
  'mirror-incomplete':
    'An export into this folder was cut short. Export the archive to the same folder again first.',
  'mirror-edited':
    '{{count}} files in this folder were edited by hand and have not been overwritten. Bring them back from Markdown first, or choose an empty folder.',
  'mirror-faulty': '{{count}} files cannot be read; nothing was changed. Mend the lines shown and try again.',
  'mirror-changed':
    'The folder or the archive changed after the preview ({{file}}); nothing was changed. Renew the preview and try again.',
  cancelled: 'Cancelled.',
  'not-allowed': 'This is not allowed.',
  'secrecy-not-allowed': 'The secrecy level does not allow this.',
  'lists-not-ready':
    'The lists are being prepared; try again when they are there. The line at the foot shows how far it is.',
  'nothing-to-undo': 'There is nothing to undo.',
  'search-unavailable': 'Search is not ready now. No record is affected; try again shortly.',
  'backup-no-room':
    'There is not enough room in the backup folder. The archive is unaffected; free some space or choose another folder and try again.',
  'backup-target-missing':
    'The backup folder cannot be reached. If it is on a USB stick or a network, check the connection; otherwise choose another folder.',
  'backup-target-error':
    'Writing to the backup folder failed. The archive is unaffected; try again, and choose another folder if it goes on.',
  'backup-read-only': 'The backup folder cannot be written to. Choose another folder that you may write to.',
  'backup-inside-archive':
    'Backups cannot lie inside the archive itself. Choose a folder outside it, best on another disk.',
  'backup-damaged': 'The backup is damaged ({{name}}). Nothing was changed; choose another backup.',
  'backup-too-new': 'This backup was made by a newer version of Tutanak. Update the program to restore it.',
  'backup-foreign':
    'This backup belongs to another archive. It cannot replace this one; you can restore it into a new folder.',
  'backup-busy': 'A backup is being made or restored. Try again when it is done.',
  'restore-too-large':
    'Too many records would change for a single step. Restore the backup into a new folder.',
  internal: 'Something unexpected went wrong. Everything saved is safe on the disk.',
}
