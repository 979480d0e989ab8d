import { useState } from 'react'
import type { CaseLine } from '#web/case/case-types.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'

type Way = { agreedTime?: true; override?: { reason: string } }

/** Calling a customer about their complaint, by its playbook; when the gate says no, its reasons to be shown. */
export const useTalkAbout = () => {
  const contact = useStartContact()
  const [about, setAbout] = useState<CaseLine | null>(null)
  const start = (item: CaseLine, way: Way = {}): void => {
    if (!item.customer) return
    setAbout(item)
    const next = item.complaint?.next
    contact.start({
      customerId: item.customer.id,
      direction: 'outbound',
      purpose: 'complaint',
      playbook: 'complaint',
      occasions: [
        {
          kind: next && next.ask !== 'answer' ? 'complaintNext' : 'complaint',
          recordId: `${item.id}/${next?.due ?? item.dueAt}`,
        },
      ],
      ...way,
    })
  }
  const refusal = contact.refused && about && (
    <div className="px-4 pt-3 lg:px-6">
      <GateRefusal
        refused={contact.refused}
        onAgreed={() => start(about, { agreedTime: true })}
        onOverride={(reason) => start(about, { override: { reason } })}
      />
    </div>
  )
  return { onTalk: (item: CaseLine) => start(item), refusal }
}
