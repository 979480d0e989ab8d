import type { CustomerKind } from '#domain/customer/kind.ts'
import type { SearchKeys } from '#domain/customer/name-keys.ts'
import { surnameReading } from '#domain/customer/surnames.ts'
import { reversedDigits } from './numbers.ts'

/** The columns that hold a name, with what it is ordered and searched by. */
export const nameColumns = (name: string, kind: CustomerKind, keys: SearchKeys) => ({
  name,
  name_sort: keys.sortKey,
  name_folded: keys.plain,
  name_reading: kind === 'person' ? (surnameReading(name)?.reading ?? null) : null,
})

/** The look-up rows of a customer: every reading of the name, every number. */
export const keyRows = (branchId: number, customerId: string, keys: SearchKeys | null, numbers: readonly string[]) =>
  [
    ...(keys?.initials ?? []).map((key) => ({ kind: 'initials' as const, key })),
    ...(keys?.spellings ?? []).map((key) => ({ kind: 'spelling' as const, key })),
    ...numbers.map((number) => ({ kind: 'phone_tail' as const, key: reversedDigits(number) })),
  ].map((row) => ({ branch_id: branchId, customer_id: customerId, ...row }))
