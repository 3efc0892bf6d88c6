import path from 'node:path'

/** Folders that a cloud tool keeps in step behind our back: told to the user, never refused. */
const cloudTools: [RegExp, string][] = [
  [/onedrive/iu, 'OneDrive'],
  [/dropbox/iu, 'Dropbox'],
  [/google ?drive|googledrive/iu, 'Google Drive'],
  [/icloud|mobile documents/iu, 'iCloud'],
  [/yandex\.?disk/iu, 'Yandex.Disk'],
  [/nextcloud|owncloud/iu, 'Nextcloud'],
]

/** The name of the cloud tool that seems to own a folder, by its path. */
export function cloudToolOf(folder: string): string | undefined {
  return cloudTools.find(([pattern]) => folder.split(path.sep).some((part) => pattern.test(part)))?.[1]
}
