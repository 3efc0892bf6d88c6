import i18next from 'i18next'
import type { Language } from '../dates'
import { archive as enArchive } from './en/archive'
import { backup as enBackup } from './en/backup'
import { mirror as enMirror } from './en/mirror'
import { newRecord as enNewRecord } from './en/new-record'
import { reports as enReports } from './en/reports'
import { settings as enSettings } from './en/settings'
import { search as enSearch } from './en/search'
import { care as enCare } from './en/care'
import { searchPage as enSearchPage } from './en/search-page'
import { cards as enCards } from './en/cards'
import { home as enHome } from './en/home'
import { commands as enCommands } from './en/commands'
import { common as enCommon } from './en/common'
import { errors as enErrors } from './en/errors'
import { history as enHistory } from './en/history'
import { lists as enLists } from './en/lists'
import { meeting as enMeeting } from './en/meeting'
import { terms as enTerms } from './en/terms'
import { roll as enRoll } from './en/roll'
import { carry as enCarry } from './en/carry'
import { spell as enSpell } from './en/spell'
import { work as enWork } from './en/work'
import { templates as enTemplates } from './en/templates'
import { comments as enComments } from './en/comments'
import { projector as enProjector } from './en/projector'
import { sound as enSound } from './en/sound'
import type { SameShape } from './shape'
import { archive } from './tr/archive'
import { backup } from './tr/backup'
import { mirror } from './tr/mirror'
import { newRecord } from './tr/new-record'
import { reports } from './tr/reports'
import { settings } from './tr/settings'
import { search } from './tr/search'
import { care } from './tr/care'
import { searchPage } from './tr/search-page'
import { cards } from './tr/cards'
import { home } from './tr/home'
import { commands } from './tr/commands'
import { common } from './tr/common'
import { errors } from './tr/errors'
import { history } from './tr/history'
import { lists } from './tr/lists'
import { meeting } from './tr/meeting'
import { roll } from './tr/roll'
import { carry } from './tr/carry'
import { spell } from './tr/spell'
import { work } from './tr/work'
import { templates } from './tr/templates'
import { comments } from './tr/comments'
import { projector } from './tr/projector'
import { sound } from './tr/sound'
import { terms } from './tr/terms'

const tr = {
  archive,
  backup,
  cards,
  care,
  commands,
  common,
  errors,
  history,
  home,
  lists,
  meeting,
  mirror,
  newRecord,
  reports,
  search,
  searchPage,
  settings,
  roll,
  carry,
  spell,
  work,
  templates,
  comments,
  projector,
  sound,
  terms,
}
const en: SameShape<typeof tr> = {
  common: enCommon,
  commands: enCommands,
  errors: enErrors,
  history: enHistory,
  terms: enTerms,
  meeting: enMeeting,
  home: enHome,
  cards: enCards,
  care: enCare,
  lists: enLists,
  search: enSearch,
  searchPage: enSearchPage,
  settings: enSettings,
  reports: enReports,
  newRecord: enNewRecord,
  archive: enArchive,
  backup: enBackup,
  mirror: enMirror,
  comments: enComments,
  projector: enProjector,
  sound: enSound,
  templates: enTemplates,
  work: enWork,
  spell: enSpell,
  carry: enCarry,
  roll: enRoll,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof tr }
    returnNull: false
  }
}

/** The words of the interface, in both languages. Keys are paths (`common.nav.home`); a missing one does not compile. */
export const i18n = i18next.createInstance()

/** Loads all words and chooses the language. Synchronous: nothing is fetched. */
export function startI18n(language: Language): void {
  void i18n.init({
    lng: language,
    fallbackLng: 'tr',
    resources: { tr: { translation: tr }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
