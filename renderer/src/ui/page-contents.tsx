import { TableOfContents } from '@mantine/core'
import { useEffect, useRef, type RefObject } from 'react'
import classes from './page.module.css'

const selector = 'section > h2'

/** The parts of a long page, to jump to; where there is room beside it. In: the element that scrolls. */
export function PageContents({ label, host }: { label: string; host: RefObject<HTMLDivElement | null> }) {
  const lookAgain = useRef<() => void>(() => undefined)
  useEffect(() => {
    const page = host.current
    if (!page) return undefined
    // Parts whose data come later join the list when they are there.
    let known = ''
    const look = () => {
      const parts = [...page.querySelectorAll(selector)].map(({ textContent }) => textContent).join('\n')
      if (parts === known) return
      known = parts
      lookAgain.current()
    }
    look()
    const observer = new MutationObserver(look)
    observer.observe(page, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [host])
  return (
    <nav aria-label={label} className={classes.contents}>
      <TableOfContents
        size="sm"
        variant="light"
        reinitializeRef={lookAgain}
        scrollSpyOptions={{ selector, scrollHost: host, offset: 40 }}
        getControlProps={({ data }) => ({
          onClick: () => data.getNode().scrollIntoView({ block: 'start' }),
          children: data.value,
        })}
      />
    </nav>
  )
}
