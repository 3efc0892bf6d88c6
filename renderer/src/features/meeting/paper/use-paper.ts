import { useEffect, useState } from 'react'
import type { AppError } from '../../../../../shared/result'
import { callDoor } from '../../../api/door'
import { useMeetingSave, usePage } from '../session/use-session'

export interface Paper {
  pages: string[]
  /** The pages show an older version; newer ones are on the way. */
  loading: boolean
  error: AppError | undefined
}

/** Quiet time (ms) after an acknowledged save before pages are asked for. */
const quiet = 250

/** SVG as an address that `<img>` takes under our content security policy. */
function imageOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

/** The pages of this meeting's paper, following each acknowledged save; one question at a time. */
export function usePaper(): Paper {
  const { session } = usePage()
  const [paper, setPaper] = useState<Paper & { hash: string }>({
    pages: [],
    loading: true,
    error: undefined,
    hash: '',
  })
  const acknowledged = useMeetingSave(({ hash }) => hash)
  const settled = useMeetingSave(({ kind }) => kind === 'saved' || kind === 'failed' || kind === 'conflict')
  useEffect(() => {
    if (!settled) return
    let gone = false
    const ask = async () => {
      setPaper((before) => ({ ...before, loading: true }))
      const answer = await callDoor('paper.meeting', { id: session.id })
      if (gone) return
      setPaper((before) =>
        answer.ok
          ? { pages: answer.value.pages.map(imageOf), loading: false, error: undefined, hash: acknowledged }
          : { ...before, loading: false, error: answer.error },
      )
    }
    const timer = setTimeout(() => void ask(), quiet)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [session, acknowledged, settled])
  return { pages: paper.pages, loading: paper.loading || paper.hash !== acknowledged, error: paper.error }
}
