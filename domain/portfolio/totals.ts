import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** One paid bill line. A customer may have several in a month (one a bill kind); refunds are negative. */
export type Paid = { customerId: Id; month: Month; paid: Fen }

/** Every customer the branch has known in the last twelve months. `present` is false once the customer has left. */
export type KnownCustomer = { customerId: Id; kind: CustomerKind; present: boolean }

/** What twelve months of bills come to. `months` counts the months that have a bill, 0–12. */
export type Total = KnownCustomer & { paid12: Fen; months: number }

export type TotalFacts = {
  'standing.badMonth': { month: string }
  'standing.gap': { have: Month; want: Month }
  'standing.stale': { month: Month }
  'standing.wrongMonth': { customerId: Id; month: Month; want: Month }
  'standing.unknownCustomer': { customerId: Id }
  'standing.badAmount': { customerId: Id; month: Month; paid: number }
}

/** The first of the twelve months that end with `month`. */
export const windowStart = (month: Month): Month => addMonths(month, -11)

/** The months whose standings a late or corrected bill of `billMonth` makes wrong, up to the newest one there is. */
export const staleMonths = (billMonth: Month, newest: Month): Month[] =>
  Array.from({ length: 12 }, (_, i) => addMonths(billMonth, i)).filter((month) => month <= newest)

/** Twelve-month totals from all bills: slow, simple, and the oracle of `advanceTotals`. Other months' bills are passed over. */
export const totalsFrom = (
  month: Month,
  bills: Iterable<Paid>,
  customers: readonly KnownCustomer[],
): Result<Total[], Said<TotalFacts>> => {
  const from = windowStart(month)
  const sums = new Map<Id, { paid: Fen; months: Set<Month> }>()
  for (const bill of bills) {
    if (bill.month < from || bill.month > month) continue
    const bad = amountProblem(bill)
    if (bad) return refuse(bad)
    const sum = sums.get(bill.customerId) ?? { paid: 0, months: new Set<Month>() }
    sum.paid += bill.paid
    sum.months.add(bill.month)
    sums.set(bill.customerId, sum)
  }
  const totals = customers.map((customer) => {
    const sum = sums.get(customer.customerId)
    sums.delete(customer.customerId)
    return { ...customer, paid12: sum?.paid ?? 0, months: sum?.months.size ?? 0 }
  })
  const stray = sums.keys().next().value
  return stray === undefined ? ok(totals) : refuse({ code: 'standing.unknownCustomer', params: { customerId: stray } })
}

/**
 * The totals of `month` from those of the month before, plus the month's bills, minus those of the thirteenth.
 * Refuses bills of another month, and a customer who has bills but is not among `customers`.
 */
export const advanceTotals = (
  month: Month,
  previous: readonly Total[],
  added: Iterable<Paid>,
  dropped: Iterable<Paid>,
  customers: readonly KnownCustomer[],
): Result<Total[], Said<TotalFacts>> => {
  const plus = monthSums(month, added)
  if (!plus.ok) return plus
  const minus = monthSums(addMonths(month, -12), dropped)
  if (!minus.ok) return minus
  const before = new Map(previous.map((total) => [total.customerId, total]))
  const totals = customers.map((customer) => {
    const { customerId } = customer
    const was = before.get(customerId)
    const come = plus.value.get(customerId)
    const gone = minus.value.get(customerId)
    before.delete(customerId)
    plus.value.delete(customerId)
    minus.value.delete(customerId)
    return {
      ...customer,
      paid12: (was?.paid12 ?? 0) + (come ?? 0) - (gone ?? 0),
      months: (was?.months ?? 0) + (come === undefined ? 0 : 1) - (gone === undefined ? 0 : 1),
    }
  })
  const forgotten = [...before.values()].find((total) => total.months > 0)?.customerId
  const stray = plus.value.keys().next().value ?? minus.value.keys().next().value ?? forgotten
  return stray === undefined ? ok(totals) : refuse({ code: 'standing.unknownCustomer', params: { customerId: stray } })
}

const amountProblem = ({ customerId, month, paid }: Paid): Said<TotalFacts> | null =>
  Number.isSafeInteger(paid) ? null : { code: 'standing.badAmount', params: { customerId, month, paid } }

const monthSums = (want: Month, bills: Iterable<Paid>): Result<Map<Id, Fen>, Said<TotalFacts>> => {
  const sums = new Map<Id, Fen>()
  for (const bill of bills) {
    const { customerId, month } = bill
    if (month !== want) return refuse({ code: 'standing.wrongMonth', params: { customerId, month, want } })
    const bad = amountProblem(bill)
    if (bad) return refuse(bad)
    sums.set(customerId, (sums.get(customerId) ?? 0) + bill.paid)
  }
  return ok(sums)
}
