import type { QueryClient } from '@tanstack/react-query'
import { putDown } from '../field/take.ts'
import { takenIn } from '../field/taken.ts'
import { isFresh } from './expiry.ts'
import { forgetOld } from './kept.ts'
import { isReached } from './reach.ts'

const LOOKED_AT_EVERY_MS = 30_000

/**
 * Wipes what has been kept for its time: at every opening of the page, whoever opens it, and while it stands open. Without a network the
 * page is opened anew, so that nothing of it is left in its memory either.
 */
export const watchExpiry = (client: QueryClient): void => {
  const look = async (): Promise<void> => {
    await forgetOld()
    const taken = takenIn(client)
    if (!taken || isFresh(taken.takenAt, Date.now())) return
    putDown(client)
    if (!isReached()) location.reload()
  }
  void look()
  setInterval(() => void look(), LOOKED_AT_EVERY_MS)
  document.addEventListener('visibilitychange', () => void look())
}
