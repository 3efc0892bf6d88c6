import { Badge, Checkbox, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MirrorChangeShown, MirrorPreviewEntry } from '../../../../shared/contract/mirror-contract'
import { i18n } from '../../../../shared/i18n/i18n'
import { mirror } from '../../../../shared/i18n/tr/mirror'
import classes from './mirror.module.css'

function isNamed(field: string): field is keyof typeof mirror.fields {
  return field in mirror.fields
}

function whereOf({ part, field }: MirrorChangeShown): string {
  if (part !== 'field') return i18n.t(`mirror.parts.${part}`)
  return field !== undefined && isNamed(field)
    ? i18n.t(`mirror.fields.${field}`)
    : (field ?? i18n.t('mirror.parts.field'))
}

/** Changes with what stood before and what will stand, side by side. */
export function MirrorChanges({
  changes,
  collide = false,
}: {
  changes: readonly MirrorChangeShown[]
  collide?: boolean
}) {
  const { t } = useTranslation()
  const side = (name: string, words: string | undefined) => (
    <div className={classes.side}>
      <span className={classes.name}>{name}</span>
      <p className={classes.words} data-none={words === undefined || undefined}>
        {words ?? t('mirror.preview.nothingThere')}
      </p>
    </div>
  )
  return (
    <ul className={classes.changes}>
      {changes.map((change, index) => (
        <li key={`${change.part} ${change.field ?? ''} ${String(index)}`}>
          <span className={classes.where}>{whereOf(change)}</span>
          {collide && <span className={classes.collides}>{t('mirror.preview.collides')}</span>}
          {change.part !== 'order' && (
            <div className={classes.sides}>
              {side(t('mirror.preview.before'), change.before)}
              {side(t('mirror.preview.after'), change.after)}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

const colours = { new: 'petrol', changed: 'gray', merged: 'yellow', back: 'petrol', gone: 'red' } as const

/** A record of the preview: whether it is brought back, and what changes in it. */
export function MirrorEntryRow({
  entry,
  chosen,
  fixed,
  onChoose,
}: {
  entry: MirrorPreviewEntry
  chosen: boolean
  fixed: boolean
  onChoose: (chosen: boolean) => void
}) {
  const { t } = useTranslation()
  const { kind, type, title, path, changes, collisions, held } = entry
  const name = title || t('common.untitled')
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <Checkbox
          checked={chosen && held === undefined}
          disabled={fixed}
          aria-label={t('mirror.preview.include', { title: name })}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <div className={classes.what}>
          <span className={classes.title}>{name}</span>
          <Text size="xs" c="dimmed" className={classes.path}>
            {t(`terms.recordType.${type}`)} · {path}
          </Text>
        </div>
        <Badge variant="light" color={colours[kind]} tt="none" className={classes.badge}>
          {t(`mirror.kinds.${kind}`)}
        </Badge>
      </div>
      {held && (
        <Text size="xs" c="dimmed" className={classes.below}>
          {t(`mirror.preview.held.${held}`)}
        </Text>
      )}
      {collisions.length > 0 && (
        <div className={classes.below}>
          <MirrorChanges changes={collisions} collide />
        </div>
      )}
      {changes.length > 0 && (
        <div className={classes.below}>
          <MirrorChanges
            changes={
              collisions.length > 0 ? changes.filter((change) => !isTold(change, collisions)) : changes
            }
          />
        </div>
      )}
    </li>
  )
}

function isTold(change: MirrorChangeShown, collisions: readonly MirrorChangeShown[]): boolean {
  return collisions.some(
    ({ part, field, before, after }) =>
      part === change.part && field === change.field && before === change.before && after === change.after,
  )
}
