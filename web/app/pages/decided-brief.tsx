import { useCustomerView } from '#web/client/customer-view.ts'
import { Brief } from '#web/worklist/brief.tsx'
import type { Decided } from '#web/worklist/types.ts'
import { BeforeContact } from './before-contact.tsx'

/** Who was dealt with or put off: what is known of them, and nothing to begin. */
export function DecidedBrief({ decided }: { decided: Decided }) {
  const customerView = useCustomerView()
  return (
    <Brief
      row={{ ...decided, whys: [] }}
      customerView={customerView.on}
      four={(known) => <BeforeContact {...known} customerView={customerView.on} />}
      acts={null}
    />
  )
}
