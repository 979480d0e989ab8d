import { useEffect, useRef } from 'react'

type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const isArrow = (key: string): key is Arrow =>
  key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown'

/** Arrow keys while nothing else on the page wants them: on the grid itself, or with the focus nowhere. */
export const useArrows = (run: (arrow: Arrow) => void): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event
      if (!isArrow(key) || altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return
      const free = target === document.body || (target instanceof Element && target.matches('main'))
      const inGrid = target instanceof Element && target.closest('[data-calendar-grid]') !== null
      if (!free && !inGrid) return
      event.preventDefault()
      latest.current(key)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
