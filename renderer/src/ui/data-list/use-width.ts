import { useEffect, useState } from 'react'

/** The inner width of an element, kept fresh; infinite before it is known. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(Infinity)
  useEffect(() => {
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return width
}
