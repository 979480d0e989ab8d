import { useRead } from '#web/client/query.ts'
import { Sightings } from '#web/customer/sightings.tsx'
import type { LiveRun } from '#web/playbook/use-run.ts'

/** A competitor's person in the room is a fact about the firm, noted where its others stand [S-36]. */
export function RivalSeen({ live }: { live: LiveRun }) {
  const { id, kind } = live.run.customer
  const group = useRead('GET /api/customers/:id/group', { params: { id } }, { enabled: kind === 'person' })
  const where = group.data?.group?.id ?? id
  const file = useRead('GET /api/customers/:id/file', { params: { id: where } }).data
  const customer = useRead('GET /api/customers/:id', { params: { id: where } }).data
  if (!file || !customer) return null
  return (
    <Sightings
      customerId={where}
      sightings={file.sightings.filter(({ seenOn }) => seenOn === live.today)}
      canEdit={customer.can.includes('customer.write')}
    />
  )
}
