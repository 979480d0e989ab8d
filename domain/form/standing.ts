import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { None } from '#domain/playbook/problem.ts'
import { type Answers, missingIn } from './answer.ts'
import { type Layout, type Signer, signFields } from './layout.ts'

/**
 * `draft` may be written in; `waiting` for a lead's word; `approved` or `refused` by it; `filed` is done for good; `dropped` was put
 * away. A correction of one that is fixed is a form of its own that names it.
 */
export const formStates = ['draft', 'waiting', 'approved', 'refused', 'filed', 'dropped'] as const
export type FormState = (typeof formStates)[number]

export const formMoves = ['file', 'ask', 'withdraw', 'approve', 'refuse', 'drop', 'restore'] as const
export type FormMove = (typeof formMoves)[number]

/** A signature: drawn, or the name typed in its place; the moment it was given. */
export type Signature = { name: string; path: string | null; at: string }
export type Signatures = Readonly<Record<string, Signature>>

export type Standing = { state: FormState; answers: Answers; signatures: Signatures }

export type FormRefusals = {
  'form.fixed': None
  'form.missing': { fields: number }
  'form.unsigned': { by: Signer }
  'form.notSigned': None
  'form.noApproval': None
  'form.notWaiting': None
  'form.ownRequest': None
  'form.reason': None
  'form.notFixed': None
  'form.signedAlready': None
  'form.gone': None
  'form.notFor': { kind: string }
  'form.unfit': { field: string }
  'gift.unknown': { gift: string }
  'gift.short': { gift: string; left: number; wanted: number }
  'gift.same': { gift: string }
}
export type FormRefusal = Said<FormRefusals>

/** Nobody writes in what somebody has signed, or what waits for a word or has it [P-21]. */
export const mayWrite = ({ state, signatures }: Pick<Standing, 'state' | 'signatures'>): boolean =>
  state === 'draft' && Object.keys(signatures).length === 0

/** Whether one more signature may be added: nothing that must be said is missing, and this place is empty. */
export const maySign = (layout: Layout, form: Standing, field: string): Result<null, FormRefusal> => {
  if (!signFields(layout).some(({ id }) => id === field)) return refuse({ code: 'form.notSigned', params: {} })
  if (form.signatures[field]) return refuse({ code: 'form.signedAlready', params: {} })
  if (!['draft', 'approved', 'filed'].includes(form.state)) return refuse({ code: 'form.fixed', params: {} })
  const missing = missingIn(layout, form.answers)
  return missing.length > 0 ? refuse({ code: 'form.missing', params: { fields: missing.length } }) : ok(null)
}

/** The required place that is not signed yet. */
const unsigned = (layout: Layout, signatures: Signatures): Signer | null =>
  signFields(layout).find(({ id, required }) => required && !signatures[id])?.by ?? null

/** Everything said and signed that must be: a form that needs no approval is filed with its last signature. */
export const isWhole = (layout: Layout, { answers, signatures }: Pick<Standing, 'answers' | 'signatures'>): boolean =>
  missingIn(layout, answers).length === 0 && unsigned(layout, signatures) === null

type Mover = { isAuthor: boolean; mayApprove: boolean; note: string }

/** Where a move leads, or why it is not made. */
export const afterMove = (
  layout: Layout,
  form: Standing,
  move: FormMove,
  { isAuthor, mayApprove, note }: Mover,
): Result<FormState, FormRefusal> => {
  const { state } = form
  switch (move) {
    case 'file':
      if (layout.approved) return refuse({ code: 'form.notWaiting', params: {} })
      return state === 'draft' ? whole(layout, form, 'filed') : refuse({ code: 'form.fixed', params: {} })
    case 'ask':
      if (!layout.approved) return refuse({ code: 'form.noApproval', params: {} })
      return state === 'draft' ? whole(layout, form, 'waiting') : refuse({ code: 'form.fixed', params: {} })
    case 'withdraw':
      return state === 'waiting' ? ok('draft') : refuse({ code: 'form.notWaiting', params: {} })
    case 'approve':
    case 'refuse': {
      if (state !== 'waiting') return refuse({ code: 'form.notWaiting', params: {} })
      if (isAuthor || !mayApprove) return refuse({ code: 'form.ownRequest', params: {} })
      if (move === 'refuse' && note.trim() === '') return refuse({ code: 'form.reason', params: {} })
      return ok(move === 'approve' ? 'approved' : 'refused')
    }
    case 'drop':
      return state === 'draft' && mayWrite(form) ? ok('dropped') : refuse({ code: 'form.fixed', params: {} })
    case 'restore':
      return state === 'dropped' ? ok('draft') : refuse({ code: 'form.notFixed', params: {} })
  }
}

const whole = (layout: Layout, { answers, signatures }: Standing, state: FormState): Result<FormState, FormRefusal> => {
  const missing = missingIn(layout, answers)
  if (missing.length > 0) return refuse({ code: 'form.missing', params: { fields: missing.length } })
  const by = unsigned(layout, signatures)
  return by === null ? ok(state) : refuse({ code: 'form.unsigned', params: { by } })
}

/** What can no longer be written in is corrected by a new one that names it. */
export const mayCorrect = ({ state, signatures }: Pick<Standing, 'state' | 'signatures'>): boolean =>
  ['approved', 'refused', 'filed'].includes(state) || (state === 'draft' && Object.keys(signatures).length > 0)
