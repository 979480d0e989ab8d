import { type ReactNode, useState } from 'react'
import { birthdayFrom, birthdayText, nextBirthday } from '#domain/customer/birthday.ts'
import { daysBetween } from '#domain/kernel/day.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { Menu, type MenuChoice } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { CustomerFourFacts } from './customer-four-facts.tsx'
import type { Customer, CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { IdentityForm } from './identity-form.tsx'
import { kindIcon } from './kind-icon.ts'
import { customerMessages } from './messages.ts'
import { RevealDialog } from './reveal-dialog.tsx'
import { TouchForm } from './touch-form.tsx'

type HeadProps = {
  customer: Customer
  customerView: boolean
  onContact: (contactPersonId: string | null) => void
  isStarting: boolean
  /** Why a contact may not start now, and the ways on. */
  gate: ReactNode
  onMerge: () => void
}

/** Name and standing, the acts, and the four questions under them. */
export function CustomerHead({ customer, customerView, onContact, isStarting, gate, onMerge }: HeadProps) {
  const { page: m } = useMessages(customerMessages)
  const params = { id: customer.id }
  const standing = useRead('GET /api/customers/:id/standing', { params }, { enabled: !customerView })
  const open = useRead('GET /api/customers/:id/open', { params })
  const file = useRead('GET /api/customers/:id/file', { params })
  const [form, setForm] = useState<'touch' | 'identity' | 'reveal' | null>(null)
  const people = file.data?.people ?? []
  const first = people.find(({ decisionRole }) => decisionRole === 'decider') ?? null
  const mayContact = customer.can.includes('contact.run')
  const called = first?.addressForm ?? first?.name ?? customer.addressForm ?? customer.name
  return (
    <header className="border-b border-line-2 px-4 py-4 lg:px-6">
      <div className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Icon name={kindIcon[customer.kind]} className="text-ink-3" />
        <h2 className="t20 font-strong">{customer.name}</h2>
        {!customerView && standing.data?.tier && <Tier letter={standing.data.tier} />}
        <About customer={customer} customerView={customerView} />
        <span className="flex-1" />
        {mayContact && !customerView && (
          <>
            <Button onPress={() => setForm('touch')} hotkey="l">
              {m.log}
            </Button>
            <Button
              kind="go"
              icon="phone"
              hotkey="Enter"
              isPending={isStarting}
              onPress={() => onContact(first?.id ?? null)}
            >
              {m.contact(called)}
            </Button>
          </>
        )}
        {!customerView && (
          <MoreMenu
            customer={customer}
            onEdit={() => setForm('identity')}
            onReveal={() => setForm('reveal')}
            onMerge={onMerge}
          />
        )}
      </div>
      {gate}
      <CustomerFourFacts customer={customer} standing={standing.data} open={open.data} customerView={customerView} />
      {!customerView && <Notes customer={customer} file={file.data} />}
      {form === 'touch' && <TouchForm customerId={customer.id} people={people} onClose={() => setForm(null)} />}
      {form === 'identity' && <IdentityForm customer={customer} onClose={() => setForm(null)} />}
      {form === 'reveal' && (
        <RevealDialog customerId={customer.id} what={{ of: 'number' }} onClose={() => setForm(null)} />
      )}
    </header>
  )
}

/** How to say the name, what kind of customer, what the billing system calls them, who keeps them. */
function About({ customer, customerView }: { customer: Customer; customerView: boolean }) {
  const { page: m, labels } = useMessages(customerMessages)
  const format = useFormat()
  const { reading, addressForm, kind, officialLevel, officialPoints, manager, backup } = customer
  const keepers = [manager ? m.keeps(manager.name) : m.noOne, backup && m.backs(backup.name)]
  const parts = [
    reading,
    addressForm && `${m.known} ${addressForm}`,
    labels.kinds[kind],
    officialLevel && !customerView && m.official(officialLevel),
    officialPoints !== null && !customerView && m.points(format.number(officialPoints)),
    keepers.filter(Boolean).join(format.comma),
  ].filter(Boolean)
  return <span className="t13 text-ink-3">{parts.join(' · ')}</span>
}

type MoreProps = { customer: Customer; onEdit: () => void; onReveal: () => void; onMerge: () => void }

function MoreMenu({ customer, onEdit, onReveal, onMerge }: MoreProps) {
  const { page: m } = useMessages(customerMessages)
  const { merge: words } = useMessages(fileMessages)
  const mayMerge = customer.can.includes('customer.merge')
  const merges = useRead('GET /api/customers/:id/merges', { params: { id: customer.id } }, { enabled: mayMerge })
  const undo = useWrite('DELETE /api/customers/:id/merges/:mergeId')
  const [last] = merges.data?.merges ?? []
  const choices: MenuChoice[] = [
    ...(customer.can.includes('customer.write') ? [{ id: 'edit', label: m.edit, icon: 'edit' as const }] : []),
    ...(customer.can.includes('customer.reveal') && customer.phone
      ? [{ id: 'reveal', label: m.reveal, icon: 'eye' as const }]
      : []),
    ...(mayMerge ? [{ id: 'merge', label: m.merge, icon: 'compare' as const }] : []),
    ...(mayMerge && last ? [{ id: 'undo', label: m.undoMerge(last.goneName), icon: 'undo' as const }] : []),
  ]
  const acts: Record<string, () => void> = {
    edit: onEdit,
    reveal: onReveal,
    merge: onMerge,
    undo: () =>
      last &&
      undo.mutate(
        { params: { id: customer.id, mergeId: last.id } },
        {
          onSuccess: ({ left }) => notify({ text: left.length > 0 ? words.undoneBut(left.join(' · ')) : words.undone }),
        },
      ),
  }
  if (choices.length === 0) return null
  return (
    <Menu
      label={m.more}
      trigger={<IconButton label={m.more} icon="more" />}
      choices={choices}
      onChoose={(id) => acts[id]?.()}
    />
  )
}

/** What must be known before anything else: not to be disturbed, a birthday near. */
function Notes({ customer, file }: { customer: Customer; file: CustomerFile | undefined }) {
  const { page: m } = useMessages(customerMessages)
  const language = useLanguage()
  const format = useFormat()
  const { today } = useSession()
  const quiet = file?.consents.find(
    ({ purpose, state, until }) => purpose === 'any' && state === 'refused' && (until === null || until >= today),
  )
  const birthday = birthdayFrom(customer.dossier['birthday'] ?? customer.dossier['keeperBirthday'])
  const next = birthday && nextBirthday(birthday, today)
  const soon = next !== null && daysBetween(today, next) <= 14
  if (!quiet && !soon) return null
  return (
    <p className="t13 mt-3 flex flex-wrap gap-x-4 text-amber">
      {quiet && (
        <span>
          <Icon name="alert" small /> {quiet.until ? m.quietUntil(format.day(quiet.until)) : m.quiet}
        </span>
      )}
      {birthday && soon && next && (
        <span>
          <Icon name="calendar" small />{' '}
          {m.birthdaySoon(format.shortDay(next, today), birthdayText(birthday, language))}
        </span>
      )}
    </p>
  )
}
