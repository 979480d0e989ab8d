import { Refused, send } from '#web/client/send.ts'

/** Somebody left this seat while the server could not be told. */
const KEY = 'weixi.leaving'
const PATIENCE_MS = 5000

export const isLeaving = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return false
  }
}

/** Whoever signs in has a session of their own: there is nobody to sign out any more. */
export const hasArrived = (): void => {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing could be noted either.
  }
}

/** Ends the session; where the server cannot be told, that is noted and done as soon as it can. */
export const leave = async (): Promise<void> => {
  try {
    localStorage.setItem(KEY, 'yes')
  } catch {
    // Without storage a session that could not be ended runs out by itself.
  }
  await finishLeaving()
}

/** Tells the server what could not be told before; call before anything is shown, and when the network is back. */
export const finishLeaving = async (): Promise<void> => {
  if (!isLeaving()) return
  try {
    await send('DELETE /api/session', {}, AbortSignal.timeout(PATIENCE_MS))
    hasArrived()
  } catch (error) {
    // Still out of reach: until then nobody gets further than the sign-in page here. Any answer means that the session is over.
    if (error instanceof Refused && error.status > 0 && error.status < 500) hasArrived()
  }
}
