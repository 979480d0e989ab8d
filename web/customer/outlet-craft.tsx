import { useRead } from '#web/client/query.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import type { Customer } from './customer-types.ts'
import { Evaluations } from './evaluations.tsx'
import { MarketNotes } from './market-notes.tsx'

/** What an office keeps about a shop beside its dossier: the quarter's evaluation [K-31] and what visits found out [K-33]. */
export function OutletCraft({ customer, canEdit }: { customer: Customer; canEdit: boolean }) {
  const read = useRead('GET /api/customers/:id/outlet', { params: { id: customer.id } })
  if (read.isPending) return <SkeletonRows rows={4} />
  if (!read.data) return null
  return (
    <>
      <Evaluations customer={customer} evaluations={read.data.evaluations} canEdit={canEdit} />
      <MarketNotes customerId={customer.id} notes={read.data.notes} canEdit={canEdit} />
    </>
  )
}
