import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { KindRule, TierRules } from './rules.ts'
import type { KnownCustomer, Paid } from './totals.ts'

/** Bills of one customer, oldest first, the last in `until`; `null` is a month without a bill. */
const billsUntil = (customerId: string, until: Month, paid: readonly (Fen | null)[]): Paid[] =>
  paid.flatMap((fen, i) =>
    fen === null ? [] : [{ customerId, month: addMonths(until, i + 1 - paid.length), paid: fen }],
  )

/** A customer whose twelve months are told one by one, in fen. */
export const aCustomerWhoPaid = (
  customerId: string,
  until: Month,
  paid: readonly (Fen | null)[],
  kind: CustomerKind = 'person',
): { customer: KnownCustomer; bills: Paid[] } => ({
  customer: { customerId, kind, present: true },
  bills: billsUntil(customerId, until, paid),
})

/** A shop owner with five numbers: ¥970 a month, well above the A line of ¥760. */
export const aSteadyShopOwner = (until: Month): { customer: KnownCustomer; bills: Paid[] } =>
  aCustomerWhoPaid(
    'shop-owner',
    until,
    Array.from({ length: 12 }, () => 97_000),
  )

/** Came two months ago: too new for a tier. */
export const aNewcomer = (until: Month): { customer: KnownCustomer; bills: Paid[] } =>
  aCustomerWhoPaid('newcomer', until, [50_000, 50_000])

/** Paid nothing in a year: a customer, but without a tier. */
export const aSilentCustomer = (until: Month): { customer: KnownCustomer; bills: Paid[] } =>
  aCustomerWhoPaid('silent', until, [])

export const personRules = (rule: KindRule): TierRules => ({
  version: 'test-1',
  validFrom: '2026-01-01',
  kinds: { person: rule },
})
