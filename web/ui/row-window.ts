import { type RefObject, useEffect, useState } from 'react'

export type RowWindow = { first: number; last: number; row: number }

const SPARE = 12

/** Which of many equally high rows must exist for the scrolled part to be filled; `row` is a row's height in px. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [view, setView] = useState<RowWindow>({ first: 0, last: 40, row: 36 })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = (): void => {
      const row = element.querySelector<HTMLElement>('[data-index]')?.offsetHeight ?? 36
      // Steps of half the spare rows, so that most scroll events change nothing.
      const step = SPARE / 2
      const top = Math.floor(element.scrollTop / row / step) * step
      const first = Math.max(0, top - SPARE)
      const last = top + Math.ceil(element.clientHeight / row) + SPARE + step
      setView((old) => (old.first === first && old.last === last && old.row === row ? old : { first, last, row }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    element.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])
  return { ...view, last: Math.min(view.last, count - 1) }
}
