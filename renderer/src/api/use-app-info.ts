import type { AppInfo, ArchiveInfo } from '../../../shared/contract/app-contract'
import type { Language } from '../../../shared/dates'
import { useCall } from './door'

const noInfo: AppInfo = {
  version: '',
  settings: {
    language: 'tr',
    theme: 'system',
    userName: '',
    spelling: 'interface',
    keys: {},
    soundRecording: false,
  },
  recent: [],
}

/** Version, settings, the open archive and recent ones; filled before the first paint (see main.tsx). */
export function useAppInfo(): AppInfo {
  return useCall('app.info', undefined).data ?? noInfo
}

/** The open archive, if one is. */
export function useArchive(): ArchiveInfo | undefined {
  return useAppInfo().archive
}

/** True while nothing may be changed: no archive, or one that another program writes. */
export function useReadOnly(): boolean {
  return useArchive()?.readOnly ?? true
}

/** The language of the interface. */
export function useLanguage(): Language {
  return useAppInfo().settings.language
}
