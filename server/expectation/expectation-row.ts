import type { ExpectationEntry, ExpectationStep } from '#domain/expectation/board.ts'

/** A step of an expectation's story as it is stored, under the id its writer gave the move. */
export type StoredExpectationStep = Omit<ExpectationStep, 'at'> & { id?: string; at: string }

type Row = Pick<ExpectationEntry, 'nature' | 'can' | 'offer' | 'state'> & {
  agreed_wording: string | null
  history: unknown
}

export const storedExpectationSteps = (history: unknown): StoredExpectationStep[] =>
  Array.isArray(history) ? (history as StoredExpectationStep[]) : []

export const expectationEntryOf = (row: Row): ExpectationEntry => ({
  nature: row.nature,
  can: row.can,
  offer: row.offer,
  state: row.state,
  agreedWording: row.agreed_wording,
  history: storedExpectationSteps(row.history).map(({ id: _id, at, ...step }) => ({
    ...step,
    wording: step.wording ?? '',
    reply: step.reply ?? '',
    at: new Date(at),
  })),
})

export const storedExpectationStep = (step: ExpectationStep, id: string): StoredExpectationStep => ({
  id,
  ...step,
  at: step.at.toISOString(),
})
