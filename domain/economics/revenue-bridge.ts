import type { Fen } from '#domain/kernel/money.ts'

/**
 * What customers paid in two spans of equal length, in fen; refunds are negative. `knownBefore`: paid at some time before the first span.
 * One customer, or several that are alike in sign of all three (before, after, the difference), added up.
 */
export type TwoSpans = { customers: number; before: Fen; after: Fen; knownBefore: boolean }

/**
 * The parts of a bridge in drawing order: as much as before, more, less, gone, come new, come back after a pause; and what is merely booked
 * back and forth with customers who pay in neither span.
 */
export const bridgeParts = ['kept', 'grown', 'shrunk', 'lost', 'new', 'back', 'adjusted'] as const
export type BridgePart = (typeof bridgeParts)[number]

export type BridgeStep = { part: BridgePart; customers: number; before: Fen; after: Fen; change: Fen }

/** `stock` (存量): those who paid before, then and now; `increment` (增量): what new and returned customers bring. */
export type RevenueBridge = {
  before: Fen
  after: Fen
  steps: BridgeStep[]
  stock: { customers: number; before: Fen; after: Fen; kept: number | null }
  increment: Fen
}

export const bridgePartOf = ({ before, after, knownBefore }: Omit<TwoSpans, 'customers'>): BridgePart => {
  if (before > 0 && after > 0) return after === before ? 'kept' : after > before ? 'grown' : 'shrunk'
  if (before > 0) return 'lost'
  if (after > 0) return knownBefore ? 'back' : 'new'
  return 'adjusted'
}

/** Customers alike in the signs of what they paid before, after, of the difference, and in whether they were known: they share a part. */
export type Likeness = { before: number; after: number; change: number; knownBefore: boolean }

const SIGNS = [-1, 0, 1]

/** Which likenesses make a part, so that a store can count and open them by the same rule. */
export const likenessesOf = (part: BridgePart): Likeness[] =>
  SIGNS.flatMap((before) =>
    SIGNS.flatMap((after) =>
      SIGNS.flatMap((change) => [true, false].map((knownBefore) => ({ before, after, change, knownBefore }))),
    ),
  ).filter(({ before, after, change, knownBefore }) => {
    const both = before > 0 && after > 0
    return bridgePartOf({ before: both ? 2 : before, after: both ? 2 + change : after, knownBefore }) === part
  })

/**
 * How revenue went from one span to the next: each customer lies in exactly one part, and the changes of the parts add up to the
 * difference to the fen. `kept` of the stock is after ÷ before, null for none.
 */
export const bridgeOf = (rows: Iterable<TwoSpans>): RevenueBridge => {
  const steps = new Map(bridgeParts.map((part) => [part, { part, customers: 0, before: 0, after: 0, change: 0 }]))
  let [before, after] = [0, 0]
  for (const row of rows) {
    before += row.before
    after += row.after
    const step = steps.get(bridgePartOf(row))
    if (!step) continue
    step.customers += row.customers
    step.before += row.before
    step.after += row.after
    step.change += row.after - row.before
  }
  const sum = (parts: BridgePart[], of: (step: BridgeStep) => number): number =>
    parts.reduce((total, part) => total + of(steps.get(part) ?? none), 0)
  const old: BridgePart[] = ['kept', 'grown', 'shrunk', 'lost']
  const stockBefore = sum(old, (step) => step.before)
  const stockAfter = sum(old, (step) => step.after)
  return {
    before,
    after,
    steps: [...steps.values()],
    stock: {
      customers: sum(old, (step) => step.customers),
      before: stockBefore,
      after: stockAfter,
      kept: stockBefore > 0 ? stockAfter / stockBefore : null,
    },
    increment: sum(['new', 'back'], (step) => step.after),
  }
}

const none: BridgeStep = { part: 'adjusted', customers: 0, before: 0, after: 0, change: 0 }
