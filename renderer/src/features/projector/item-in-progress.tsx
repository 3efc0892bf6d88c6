import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectorBlock, ProjectorContent } from '../../../../shared/domain/projector'
import { ReadView } from '../../ui/read-view'

function Block({ block }: { block: ProjectorBlock }) {
  const { t } = useTranslation()
  if (block.kind === 'text') return <ReadView markdown={block.markdown} />
  if (block.kind === 'decision') {
    const { number } = block
    return (
      <section className="room-part" data-kind="decision">
        <h3>
          <span aria-hidden>◆</span>
          {number ? t('projector.decisionNumbered', { number }) : t('projector.decision')}
        </h3>
        <ReadView markdown={block.markdown} />
      </section>
    )
  }
  const facts = [block.who, block.due && `${t('projector.due')}: ${block.due}`].filter(Boolean)
  return (
    <section className="room-part" data-kind="action">
      <h3>
        <span aria-hidden>◇</span>
        {t('projector.action')}
      </h3>
      <ReadView markdown={block.markdown} />
      {facts.length > 0 && <p className="room-facts">{facts.join(' · ')}</p>}
    </section>
  )
}

/** The agenda item that is being written; what is typed now stays in view. */
export function ItemInProgress({ content }: { content: ProjectorContent }) {
  const { t } = useTranslation()
  const { agenda, itemId, itemTitle, blocks, blockId } = content
  const box = useRef<HTMLElement>(null)
  const number = agenda.find(({ id }) => id === itemId)?.number
  useEffect(() => {
    const now = blockId
      ? box.current?.querySelector(`[data-block="${blockId}"]`)
      : box.current?.lastElementChild
    now?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [content, blockId])
  return (
    <main className="room-item" ref={box} aria-label={t('projector.now')}>
      {itemTitle !== '' && (
        <h2>
          {number} {itemTitle}
        </h2>
      )}
      {blocks.map((block) => (
        <div key={block.id} data-block={block.id}>
          <Block block={block} />
        </div>
      ))}
      {blocks.length === 0 && <p className="room-empty">{t('projector.emptyItem')}</p>}
    </main>
  )
}
