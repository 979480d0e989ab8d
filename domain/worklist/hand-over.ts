import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

export const handOverStates = ['asked', 'accepted', 'answered', 'declined', 'withdrawn'] as const
export type HandOverState = (typeof handOverStates)[number]

export const handOverMoves = ['accept', 'answer', 'decline', 'withdraw'] as const
export type HandOverMove = (typeof handOverMoves)[number]

/** Something asked of a colleague or of a light collaborator, who sees this and no dossier. [P-04][P-07] */
export type HandOver = { fromId: Id; toId: Id; state: HandOverState }

export type HandOverFacts = {
  'handOver.notYours': Record<string, never>
  'handOver.settled': { state: HandOverState }
  'handOver.noAnswer': Record<string, never>
  'handOver.noWhyNot': Record<string, never>
}

const after: Record<HandOverMove, HandOverState> = {
  accept: 'accepted',
  answer: 'answered',
  decline: 'declined',
  withdraw: 'withdrawn',
}

/**
 * The state after a move. Who was asked accepts, answers or declines; who asked may withdraw. An answer needs its words and a
 * refusal its reason: the one who asked has to tell a customer. The same move twice is one.
 */
export const moveHandOver = (
  handOver: HandOver,
  move: HandOverMove,
  text: string,
  by: Id,
): Result<HandOverState, Said<HandOverFacts>> => {
  const to = after[move]
  if (by !== (move === 'withdraw' ? handOver.fromId : handOver.toId))
    return refuse({ code: 'handOver.notYours', params: {} })
  if (handOver.state === to) return ok(to)
  if (handOver.state !== 'asked' && handOver.state !== 'accepted')
    return refuse({ code: 'handOver.settled', params: { state: handOver.state } })
  if (text.trim() === '' && move === 'answer') return refuse({ code: 'handOver.noAnswer', params: {} })
  if (text.trim() === '' && move === 'decline') return refuse({ code: 'handOver.noWhyNot', params: {} })
  return ok(to)
}
