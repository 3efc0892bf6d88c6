import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MirrorPreview } from '../../../../shared/contract/mirror-contract'
import { callDoor } from '../../api/door'
import { flushAll } from '../../api/flush'
import { notifyDone, notifyError } from '../../ui/notify'
import { MirrorDialog } from './mirror-dialog'
import { Section } from './section'

/** The archive as Markdown: writing it, and bringing back what was edited there. */
export function MirrorSection({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState<'export' | 'import'>()
  const [preview, setPreview] = useState<MirrorPreview>()

  const run = async (what: 'export' | 'import', work: () => Promise<void>) => {
    // What was typed a moment ago belongs to it.
    if (!(await flushAll())) return
    setBusy(what)
    try {
      await work()
    } finally {
      setBusy(undefined)
    }
  }
  const show = () => {
    void callDoor('mirror.show').then((shown) => {
      if (!shown.ok) notifyError(shown.error)
    })
  }
  const write = async () => {
    const done = await callDoor('mirror.export')
    if (!done.ok) return notifyError(done.error)
    const { folder, records: count, left } = done.value
    notifyDone(
      left > 0 ? t('mirror.exportedLeft', { count, folder, left }) : t('mirror.exported', { count, folder }),
      [{ label: t('common.actions.showInFolder'), onClick: show }],
    )
  }
  const look = async (token?: string) => {
    const seen = await callDoor('mirror.preview', token === undefined ? {} : { token })
    if (seen.ok) setPreview(seen.value)
    else notifyError(seen.error)
  }
  return (
    <Section title={t('mirror.title')} text={t('mirror.text')}>
      <Group gap={8}>
        <Button
          variant="default"
          loading={busy === 'export'}
          disabled={busy !== undefined}
          onClick={() => void run('export', write)}
        >
          {t('mirror.export')}
        </Button>
        <Button
          variant="default"
          loading={busy === 'import'}
          disabled={busy !== undefined || readOnly}
          onClick={() => void run('import', () => look())}
        >
          {t('mirror.import')}
        </Button>
        {busy && (
          <Button variant="subtle" onClick={() => void callDoor('mirror.cancel')}>
            {t('mirror.stop')}
          </Button>
        )}
      </Group>
      {preview && (
        <MirrorDialog
          key={preview.token}
          preview={preview}
          onRefresh={() => run('import', () => look(preview.token))}
          onClose={() => setPreview(undefined)}
        />
      )}
    </Section>
  )
}
