import { calledBy } from '#domain/customer/address-form.ts'
import { useRead } from '#web/client/query.ts'
import type { WorkRow } from '#web/worklist/types.ts'

/** At a group or an outlet the person the row names: the one who is rung and greeted. Null for a person, or when nobody stands there. */
export const usePersonToCall = ({ customerId, kind, calledBy: called }: WorkRow): string | null => {
  const file = useRead('GET /api/customers/:id/file', { params: { id: customerId } }).data
  if (kind === 'person') return null
  return file?.people.find((one) => calledBy(one) === called)?.id ?? null
}
