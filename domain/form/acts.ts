import type { Layout } from './layout.ts'
import { signFields } from './layout.ts'
import { afterMove, type FormMove, formMoves, mayCorrect, maySign, mayWrite, type Standing } from './standing.ts'

export const formActs = ['write', 'sign', 'correct', ...formMoves] as const
export type FormAct = (typeof formActs)[number]

type Reader = {
  /** May write in it: its author, or whoever may talk to the customer. */ writes: boolean
  /** A lead who reaches the customer. */ mayApprove: boolean
  isAuthor: boolean
}

/** What a reader may do now; whether what is still missing is in the way, the page shows at the fields themselves. */
export const actsOn = (
  layout: Layout,
  form: Standing,
  { writes, mayApprove, isAuthor }: Reader,
): { can: FormAct[]; signable: string[] } => {
  const mover = { isAuthor, mayApprove, note: '-' }
  const open = (move: FormMove): boolean => {
    const may = move === 'approve' || move === 'refuse' ? mayApprove && !isAuthor : writes
    const went = afterMove(layout, form, move, mover)
    return may && (went.ok || went.error.code === 'form.missing' || went.error.code === 'form.unsigned')
  }
  const signable = signFields(layout)
    .filter(({ by }) => writes || (by === 'head' && mayApprove))
    .filter(({ id }) => {
      const may = maySign(layout, form, id)
      return may.ok || may.error.code === 'form.missing'
    })
    .map(({ id }) => id)
  const can: FormAct[] = [
    ...(writes && mayWrite(form) ? (['write'] as const) : []),
    ...(signable.length > 0 ? (['sign'] as const) : []),
    ...(writes && mayCorrect(form) ? (['correct'] as const) : []),
    ...formMoves.filter(open),
  ]
  return { can, signable }
}
