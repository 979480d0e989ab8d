import { useState } from 'react'
import { takesPhotos } from '#domain/customer/photo.ts'
import { useRead } from '#web/client/query.ts'
import { SkeletonRows } from '#web/ui/states.tsx'
import { Consents } from './consents.tsx'
import type { Customer } from './customer-types.ts'
import { DossierBlocks } from './dossier-blocks.tsx'
import { Holdings } from './holdings.tsx'
import { Members } from './members.tsx'
import { People } from './people.tsx'
import { Photos } from './photos.tsx'
import { Points } from './points.tsx'
import { RevealDialog, type RevealWhat } from './reveal-dialog.tsx'
import { Sightings } from './sightings.tsx'
import { Wishes } from './wishes.tsx'

/** The whole file on a customer [P-09]: every block of the dossier, then people, numbers, products, sightings, wishes, consents. */
export function FileTab({ customer, customerView }: { customer: Customer; customerView: boolean }) {
  const params = { id: customer.id }
  const file = useRead('GET /api/customers/:id/file', { params })
  const history = useRead('GET /api/customers/:id/history', { params, query: {} })
  const [what, setWhat] = useState<RevealWhat | null>(null)
  const canEdit = customer.can.includes('customer.write') && !customerView
  const mayReveal = customer.can.includes('customer.reveal') && !customerView
  const id = customer.id
  if (!file.data) return <SkeletonRows rows={12} />
  return (
    <div className="gap-x-10 px-4 py-2 lg:columns-2 lg:px-6 [&>section]:mb-4 [&>section]:break-inside-avoid">
      <DossierBlocks
        customer={customer}
        changes={history.data?.changes ?? []}
        customerView={customerView}
        onReveal={(field) => setWhat({ of: 'field', field })}
      />
      {takesPhotos(customer.kind) && <Photos customer={customer} canEdit={canEdit} />}
      <People
        customerId={id}
        people={file.data.people}
        canEdit={canEdit}
        customerView={customerView}
        onReveal={mayReveal ? (personId) => setWhat({ of: 'person', id: personId }) : undefined}
      />
      <Members
        customerId={id}
        members={file.data.members}
        canEdit={canEdit}
        customerView={customerView}
        onReveal={mayReveal ? (memberId) => setWhat({ of: 'member', id: memberId }) : undefined}
      />
      {customer.kind !== 'outlet' && <Points customerId={id} canEdit={canEdit} customerView={customerView} />}
      <Holdings customerId={id} holdings={file.data.holdings} canEdit={canEdit} customerView={customerView} />
      {!customerView && <Sightings customerId={id} sightings={file.data.sightings} canEdit={canEdit} />}
      <Wishes customerId={id} wishes={file.data.wishes} canEdit={canEdit} />
      <Consents customerId={id} consents={file.data.consents} canEdit={canEdit} />
      {what && <RevealDialog customerId={id} what={what} onClose={() => setWhat(null)} />}
    </div>
  )
}
