import { type PointerEvent, useState } from 'react'
import type { Meeting } from './calendar-line.ts'

/** How far a meeting has been carried: columns to the side, minutes down. */
export type Carried = { id: string; days: number; minutes: number }

/** Begins are put on multiples of this many minutes. */
const STEP = 15

/** Less than this is a press, not a carry, in pixels. */
const STILL = 5

/** Carries a meeting over the grid with the mouse; on a telephone its time is changed in the form. */
export const useDrag = (
  pixelsPerMinute: number,
  onDrop: (meeting: Meeting, carried: Carried) => void,
): { carried: Carried | null; grab: (meeting: Meeting, event: PointerEvent<HTMLElement>) => void } => {
  const [carried, setCarried] = useState<Carried | null>(null)
  const grab = (meeting: Meeting, event: PointerEvent<HTMLElement>): void => {
    if (event.pointerType !== 'mouse' || event.button !== 0 || !meeting.mayChange) return
    const column = event.currentTarget.parentElement?.getBoundingClientRect().width ?? 1
    const { clientX: x, clientY: y } = event
    let latest: Carried | null = null
    const carry = (to: globalThis.PointerEvent): void => {
      if (latest === null && Math.hypot(to.clientX - x, to.clientY - y) < STILL) return
      const days = Math.round((to.clientX - x) / column)
      const minutes = Math.round((to.clientY - y) / pixelsPerMinute / STEP) * STEP
      latest = { id: meeting.id, days, minutes }
      setCarried(latest)
    }
    const end = (): void => {
      window.removeEventListener('pointermove', carry)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', leave, true)
      setCarried(null)
    }
    const drop = (): void => {
      end()
      if (latest) swallowClick()
      if (latest && (latest.days !== 0 || latest.minutes !== 0)) onDrop(meeting, latest)
    }
    const leave = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      end()
    }
    window.addEventListener('pointermove', carry)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', leave, true)
  }
  return { carried, grab }
}

/** Letting go of what was carried is no press on it: the click that follows would open it and lose the new time. */
const swallowClick = (): void => {
  const stop = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', stop, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', stop, true))
}
