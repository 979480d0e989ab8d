import type { AcceptedRow } from '#domain/import/validate.ts'
import type { Problem } from '#domain/import/facts.ts'
import type { Values } from '#domain/import/plan.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Known } from './known.ts'

/** What importing one row would do, worked out before anything is written. */
export type Step = {
  record: AcceptedRow
  customer: CustomerStep
  contact: ContactStep | null
  /** A product that the customer was not known to hold. */
  product: string | null
  bills: BillStep[]
  snapshot: SnapshotStep | null
  order: OrderStep | null
  touch: TouchStep | null
}

export type CustomerStep =
  | { act: 'create'; id: string; code: string; kind: CustomerKind; after: Values }
  /** `after` holds the fields that change, `before` what they were. */
  | { act: 'update'; id: string; known: Known; before: Values; after: Values }
  | { act: 'unchanged'; id: string; known: Known | null }

export type ContactStep = { id: string; known: boolean; name: string; phone: string | null; phoneBefore: string | null }

/** A bill that is not there yet or says another amount. */
export type BillStep = { month: number; kind: string; amountFen: number; before: BillBefore | null }
export type BillBefore = { amountFen: number; importId: string | null }

export type SnapshotStep = {
  attributes: Record<string, unknown>
  left: boolean | null
  before: SnapshotBefore | null
}
export type SnapshotBefore = { attributes: Record<string, unknown>; left: boolean | null; importId: string | null }

export type OrderStep = {
  id: string
  day: string
  product: string
  quantity: number
  amountFen: number
  number: string | null
  /** Null where the file does not say how it was paid. */
  paidElectronically: boolean | null
  before: { quantity: number; amountFen: number | null; importId: string | null } | null
}

export type TouchStep = {
  id: string
  staffId: string
  channel: 'call' | 'visit' | 'message' | 'mail' | 'hall'
  direction: 'active' | 'passive'
  reached: boolean
  day: string
  note: string | null
}

/** A row that is not imported, with all that is wrong with it. */
export type Reject = { record: AcceptedRow; problems: Problem[] }

/** What an import wrote to something that people may change too, so that undo restores only what still holds it. */
export type Effect = { entity: EffectEntity; key: string; row: number; before: object | null; written: object }

export type EffectEntity = 'customer' | 'contact_person' | 'holding' | 'bill' | 'snapshot' | 'order'

export const outcomeOf = (step: Step): 'created' | 'updated' | 'unchanged' => {
  const { customer, contact, product, bills, snapshot, order, touch, record } = step
  const facts = [...bills, ...[snapshot, order].filter((one) => one !== null)]
  const news = facts.some(({ before }) => before === null) || touch !== null
  if (record.target === 'customer' ? customer.act === 'create' : news) return 'created'
  const changed = customer.act !== 'unchanged' || contact !== null || product !== null || facts.length > 0 || news
  return changed ? 'updated' : 'unchanged'
}
