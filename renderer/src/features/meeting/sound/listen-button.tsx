import { IconHeadphones } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './listen-button.module.css'

/** Beside a line of the outline: plays what was said while that was written. */
export function ListenButton({ words, onListen }: { words: string; onListen: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={t('sound.player.listenTo', { words })}
      title={t('sound.player.listenTo', { words })}
      onClick={onListen}
    >
      <IconHeadphones size={14} stroke={1.5} aria-hidden />
    </button>
  )
}
