import { useEffect, useEffectEvent } from 'react'
import { useWrite } from '#web/client/query.ts'
import { idleFor, isWorthNoting, noteSign } from './idle-time.ts'
import { shutAnswers } from './offline/kept.ts'
import { hasRoadCode } from './offline/vault.ts'
import { usePreferences } from './preferences.ts'

const LOOKED_AT_EVERY_MS = 10_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Nobody can be told to lock: what is on this device shuts under the code it was taken along with, and the page forgets it. */
const lockHere = async (): Promise<void> => {
  if (!(await hasRoadCode().catch(() => false))) return
  await shutAnswers()
  location.reload()
}

/** Locks a seat nobody sits at: an office computer is shared, and a dossier stays on the screen. */
export function IdleLock() {
  const { lockAfter } = usePreferences()
  const lock = useWrite('PUT /api/session/lock')
  const look = useEffectEvent(() => {
    if (lockAfter === 0 || idleFor(Date.now()) < lockAfter * 60_000 || lock.isPending) return
    lock.mutate({}, { onError: ({ status }) => void (status === 0 && lockHere()) })
  })
  useEffect(() => {
    noteSign(Date.now())
    const note = (): void => {
      const now = Date.now()
      if (!isWorthNoting(now)) return
      // A computer that slept wakes with its timers late: the touch that woke it must not count as somebody having been there.
      look()
      noteSign(now)
    }
    const wake = (): void => look()
    for (const sign of signs) window.addEventListener(sign, note, { passive: true })
    document.addEventListener('visibilitychange', wake)
    const timer = setInterval(() => look(), LOOKED_AT_EVERY_MS)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note)
      document.removeEventListener('visibilitychange', wake)
      clearInterval(timer)
    }
  }, [])
  return null
}
