import { differenceInterval, type Interval, shareInterval } from '#domain/statistics/interval.ts'
import type { ScriptRole } from './moment.ts'

/**
 * What a script is for, so what counts as having worked: a meeting agreed on, something accepted, or the talk going on to its end. A message worked
 * when the customer came back to us within a week.
 */
export type ScriptAim = 'meeting' | 'yes' | 'talk' | 'reply'

export const aimOf = (roles: readonly ScriptRole[]): Exclude<ScriptAim, 'reply'> => {
  if (roles.includes('asksTime')) return 'meeting'
  return roles.some((role) => role === 'offer' || role === 'pitch' || role === 'objection') ? 'yes' : 'talk'
}

/** Days within which a customer's own contact counts as an answer to a message. */
export const ANSWERED_WITHIN_DAYS = 7

/** How often one wording was used, summed over everybody: said in talks, or written. */
export type UseCounts = {
  spoken: number
  /** Of the spoken: not refused, a meeting agreed on, something accepted. */
  talked: number
  met: number
  accepted: number
  written: number
  /** Of the written: answered within the week. */
  answered: number
}

/** `share` with its 95 % interval by Wilson; `thin`: too few to be told from chance. */
export type Standing = { aim: ScriptAim; worked: number; of: number; share: Interval; thin: boolean }

/** Below this many uses a share says nothing about a wording. */
export const ENOUGH_USES = 20

/** How a wording did at what it is for; words that are mostly written are judged as messages. */
export const standingOf = (roles: readonly ScriptRole[], counts: UseCounts): Standing => {
  const aim: ScriptAim = counts.written > counts.spoken ? 'reply' : aimOf(roles)
  const of = aim === 'reply' ? counts.written : counts.spoken
  const worked = { meeting: counts.met, yes: counts.accepted, talk: counts.talked, reply: counts.answered }[aim]
  return { aim, worked, of, share: shareInterval(of === 0 ? 0 : worked / of, of), thin: of < ENOUGH_USES }
}

/** Which of two wordings does better: `thin` when either was used too little, `open` when the difference may be chance. */
export const betterOf = (one: Standing, other: Standing): 'one' | 'other' | 'open' | 'thin' => {
  if (one.thin || other.thin) return 'thin'
  const { low, high } = differenceInterval(one.share, other.share)
  if (low > 0) return 'one'
  return high < 0 ? 'other' : 'open'
}
