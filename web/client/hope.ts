import { Refused } from './send.ts'

/**
 * What may still become of something that could not be sent. `soon`: no connection, a server in trouble, a locked seat, too many tries.
 * `later`: it was not the words that were refused but who sends them now: signed out, somebody else in another window, a customer out of
 * reach, who may come back. `none`: the words themselves were refused. Nothing is lost meanwhile.
 */
export type Hope = 'soon' | 'later' | 'none'

export const hopeOf = (error: unknown): Hope => {
  if (!(error instanceof Refused) || error.status === 0 || error.status >= 500) return 'soon'
  if ([423, 429].includes(error.status)) return 'soon'
  return [401, 403, 404].includes(error.status) || isOfSender(error) ? 'later' : 'none'
}

/** Nobody signed in, or somebody else by now: whatever else waits would fare no better. */
export const isOfSender = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 401 || error.reply.code === 'session.another')
