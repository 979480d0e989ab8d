import { useCallback, useEffect, useState } from 'react'
import { restUntil } from '#domain/case/complaint.ts'
import { now } from './clock.ts'
import { useSession } from './session.tsx'

/** Kept in this window and nowhere else: nobody is measured by it and nobody else sees it [S-47]. */
const keyOf = (staffId: string): string => `weixi.rest.${staffId}`

/** Until when somebody rests; null when they do not. */
export const restingUntil = (staffId: string): Date | null => {
  const kept = sessionStorage.getItem(keyOf(staffId))
  const until = kept === null ? null : new Date(kept)
  return until !== null && until > now() ? until : null
}

const CHANGED = 'weixi-rest'

/** Five minutes for oneself after hard words: begun, seen by every part of the screen, ended early if one likes. */
export const useRest = (): { until: Date | null; begin: () => void; end: () => void } => {
  const { staff } = useSession()
  const [until, setUntil] = useState(() => restingUntil(staff.id))
  useEffect(() => {
    const look = (): void => setUntil(restingUntil(staff.id))
    const timer = setInterval(look, 1000)
    window.addEventListener(CHANGED, look)
    return () => {
      clearInterval(timer)
      window.removeEventListener(CHANGED, look)
    }
  }, [staff.id])
  const begin = useCallback(() => {
    sessionStorage.setItem(keyOf(staff.id), restUntil(now()).toISOString())
    window.dispatchEvent(new Event(CHANGED))
  }, [staff.id])
  const end = useCallback(() => {
    sessionStorage.removeItem(keyOf(staff.id))
    window.dispatchEvent(new Event(CHANGED))
  }, [staff.id])
  return { until, begin, end }
}
