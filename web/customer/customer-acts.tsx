import { type ReactNode, useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { Customer } from './customer-types.ts'
import { customerMessages } from './messages.ts'
import { useShownName } from './shown-name.ts'
import { TouchForm } from './touch-form.tsx'

export type ActsProps = {
  customer: Customer
  onContact: (contactPersonId: string | null) => void
  /** The customer complains, now: the complaint procedure begins. */
  onComplaint: () => void
  isStarting: boolean
  /** The way to other playbooks than the usual one, with whoever decides. */
  startWith: (contactPersonId: string | null, size: 'm' | 'l') => ReactNode
  /** 52 px high and as wide as the screen: under the thumb. */
  thumb?: boolean
}

/** What is done most on a customer's page: note a contact, or begin one with whoever decides. */
export function CustomerActs({ customer, onContact, onComplaint, isStarting, startWith, thumb = false }: ActsProps) {
  const { page: m } = useMessages(customerMessages)
  const file = useRead('GET /api/customers/:id/file', { params: { id: customer.id } })
  const [logs, setLogs] = useState(false)
  const people = file.data?.people ?? []
  const first = people.find(({ decisionRole }) => decisionRole === 'decider') ?? null
  const shown = useShownName()
  const called = first?.addressForm ?? first?.name ?? customer.addressForm ?? shown(customer)
  const size = thumb ? ('l' as const) : ('m' as const)
  const contact = (
    <Button
      kind="go"
      icon="phone"
      hotkey="Enter"
      size={size}
      className={thumb ? 'min-w-0 flex-1' : undefined}
      isPending={isStarting}
      onPress={() => onContact(first?.id ?? null)}
    >
      <span className="cut">{m.contact(called)}</span>
    </Button>
  )
  const others = startWith(first?.id ?? null, size)
  return (
    <>
      {thumb ? (
        <>
          {contact}
          {others}
          <Menu
            label={m.otherActs}
            trigger={<IconButton label={m.otherActs} icon="more" size="l" />}
            placement="top end"
            choices={[
              { id: 'log', label: m.log },
              { id: 'complaint', label: m.complaint, icon: 'case', isDisabled: isStarting },
            ]}
            onChoose={(id) => (id === 'log' ? setLogs(true) : onComplaint())}
          />
        </>
      ) : (
        <>
          <Button onPress={() => setLogs(true)} hotkey="l">
            {m.log}
          </Button>
          <Button icon="case" isDisabled={isStarting} onPress={onComplaint}>
            {m.complaint}
          </Button>
          {others}
          {contact}
        </>
      )}
      {logs && <TouchForm customer={customer} people={people} onClose={() => setLogs(false)} />}
    </>
  )
}
