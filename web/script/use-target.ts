import { versionFor } from '#domain/playbook/script.ts'
import { useRead } from '#web/client/query.ts'
import type { For } from './library.ts'

/** A customer words are filled for outside a contact; null until chosen and read. */
export const useTarget = (customerId: string | null): For | null => {
  const read = useRead(
    'GET /api/customers/:id/script-facts',
    { params: { id: customerId ?? '' } },
    { enabled: customerId !== null },
  ).data
  if (customerId === null || !read) return null
  const { facts, kind, calledBy, contacts } = read
  return { customerId, calledBy, facts, kind, fitting: versionFor(contacts, false), contact: customerId }
}
