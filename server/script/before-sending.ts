import { mayLeave } from '#domain/coach/outgoing.ts'
import type { Coach } from '#domain/coach/ready.ts'
import type { Params } from '#domain/kernel/said.ts'
import type { TouchChannel, TouchPurpose } from '#domain/touch/touch.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { askGate } from '#server/touch/gate.ts'

type Reason = { code: string; params: Params }

type Leaving = {
  customerId: string
  purpose: TouchPurpose
  channel: TouchChannel
  agreedTime: boolean
  text: string
  /** The writer has seen that the words are blunt and means them. */
  overruled: boolean
  now: Date
}

/** `overrulable`: nothing but bluntness speaks against it. */
export type Objection = { reasons: Reason[]; nextAt: Date | null; overrulable: boolean }

/**
 * Everything that speaks against words that are about to leave to a customer, in one answer: the contact gate, then the wording; what a law
 * forbids to be said joins the list here [P-35]. Null where they may go.
 */
export const againstLeaving = async (
  db: Db,
  caller: Caller,
  coach: Coach,
  { text, overruled, ...asked }: Leaving,
): Promise<Objection | null> => {
  const gate = await askGate(db, caller, asked)
  const wording = mayLeave(coach, text)
  const firm: Reason[] = [...(gate.allowed ? [] : gate.reasons), ...wording.refused]
  const warned = overruled ? [] : wording.warned
  if (firm.length + warned.length === 0) return null
  return {
    reasons: [...firm, ...warned],
    nextAt: gate.allowed ? null : gate.nextAt,
    overrulable: firm.length === 0,
  }
}
