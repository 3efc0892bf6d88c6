import { Tooltip } from '@mantine/core'
import {
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconGavel,
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconNotes,
  IconSearch,
  IconSettings,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import type { CommandId } from '../../../../shared/commands'
import type { RecordType } from '../../../../shared/ids'
import { useKeysLabel } from '../../api/keys'
import { paths } from '../../api/paths'
import { useArchive, useLanguage } from '../../api/use-app-info'
import { formatNumber } from '../../ui/numbers'
import { BrandMark } from './brand-mark'
import classes from './rail.module.css'
import { toggleRail, useNarrowRail } from './rail-width'

interface Section {
  key:
    'home' | 'search' | 'meetings' | 'participants' | 'agencies' | 'bodies' | 'notes' | 'reports' | 'settings'
  Icon: TablerIcon
  counts?: RecordType
}

const sections: Section[] = [
  { key: 'home', Icon: IconHome },
  { key: 'search', Icon: IconSearch },
  { key: 'meetings', Icon: IconCalendarEvent, counts: 'meeting' },
  { key: 'participants', Icon: IconUsers, counts: 'participant' },
  { key: 'agencies', Icon: IconBuilding, counts: 'agency' },
  { key: 'bodies', Icon: IconGavel, counts: 'body' },
  { key: 'notes', Icon: IconNotes, counts: 'note' },
  { key: 'reports', Icon: IconChartBar },
]

function RailLink({ section: { key, Icon, counts }, narrow }: { section: Section; narrow: boolean }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const archive = useArchive()
  const language = useLanguage()
  const path = paths[key]
  const here = path === '/' ? location === '/' : location === path || location.startsWith(`${path}/`)
  const count = counts ? archive?.counts[counts] : undefined
  const keys = useKeysLabel()(`go.${key}` satisfies CommandId)
  return (
    <Tooltip
      label={[t(`common.nav.${key}`), keys].filter(Boolean).join('  ')}
      position="right"
      disabled={!narrow}
      openDelay={200}
    >
      <Link href={path} className={classes.link} aria-current={here ? 'page' : undefined}>
        <Icon size={18} stroke={1.5} aria-hidden />
        <span className={classes.word}>{t(`common.nav.${key}`)}</span>
        {count ? (
          <span className={classes.count} aria-hidden>
            {formatNumber(count, language)}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  )
}

/** The sections of the program; without an archive only those that work. */
export function Rail() {
  const { t } = useTranslation()
  const archive = useArchive()
  const narrow = useNarrowRail()
  const Toggle = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = t(narrow ? 'common.nav.expand' : 'common.nav.collapse')
  return (
    <nav className={classes.rail} aria-label={t('common.nav.label')} data-narrow={narrow || undefined}>
      <div className={classes.brand} aria-hidden>
        <BrandMark />
        <span className={classes.word}>{t('common.appName')}</span>
      </div>
      {sections
        .filter(({ key }) => archive !== undefined || key === 'home')
        .map((section) => (
          <RailLink key={section.key} section={section} narrow={narrow} />
        ))}
      <div className={classes.space} />
      <RailLink section={{ key: 'settings', Icon: IconSettings }} narrow={narrow} />
      <button
        type="button"
        className={classes.link}
        onClick={toggleRail}
        aria-label={toggleLabel}
        title={toggleLabel}
      >
        <Toggle size={18} stroke={1.5} aria-hidden />
        <span className={classes.word}>{t('common.nav.narrow')}</span>
      </button>
    </nav>
  )
}
