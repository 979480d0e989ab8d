import { type ReactNode, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { isUnnamed } from '#domain/customer/address-form.ts'
import { birthdayFrom, birthdayText, nextBirthday } from '#domain/customer/birthday.ts'
import { daysBetween } from '#domain/kernel/day.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { craftMessages } from './craft-messages.ts'
import { CustomerMore } from './customer-more.tsx'
import type { Customer, CustomerFile, Open, Standing } from './customer-types.ts'
import { IdentityForm } from './identity-form.tsx'
import { kindIcon } from './kind-icon.ts'
import { customerMessages } from './messages.ts'
import { RevealDialog } from './reveal-dialog.tsx'
import { useShownName } from './shown-name.ts'

type HeadProps = {
  customer: Customer
  customerView: boolean
  /** The four questions, answered. */
  four: (known: { standing: Standing | undefined; open: Open | undefined }) => ReactNode
  /** On a desk the acts stand here; on a phone under the thumb. */
  acts: ReactNode
  /** Why a contact may not start now, and the ways on. */
  gate: ReactNode
  onWhyTier: () => void
  onMerge: () => void
  /** Notes that they left. */
  onLeft?: () => void
  /** Asks who can see this customer. */
  onSight: () => void
}

/** Name and standing, the acts, and the four questions under them. */
export function CustomerHead({ customer, customerView, four, acts, gate, ...on }: HeadProps) {
  const { onWhyTier, onMerge, onLeft, onSight } = on
  const { facts: m } = useMessages(customerMessages)
  const shown = useShownName()
  const params = { id: customer.id }
  const standing = useRead('GET /api/customers/:id/standing', { params }, { enabled: !customerView })
  const open = useRead('GET /api/customers/:id/open', { params })
  const file = useRead('GET /api/customers/:id/file', { params })
  const [form, setForm] = useState<'identity' | 'reveal' | null>(null)
  const tier = standing.data?.tier ?? null
  return (
    <header className="border-b border-line-2 px-4 py-4 lg:px-6">
      <div className="mb-3.5 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 lg:flex lg:items-center">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 lg:flex-1">
          <Icon name={kindIcon[customer.kind]} className="text-ink-3" />
          <h2 className="t20 min-w-0 font-strong">{shown(customer)}</h2>
          {!customerView && tier && (
            <AriaButton aria-label={m.whyThis(tier)} onPress={onWhyTier} className={asked}>
              <Tier letter={tier} />
            </AriaButton>
          )}
          <About customer={customer} customerView={customerView} />
        </div>
        {!customerView && (
          <div className="flex flex-none items-center gap-3">
            {acts}
            <CustomerMore
              customer={customer}
              onEdit={() => setForm('identity')}
              onReveal={() => setForm('reveal')}
              onMerge={onMerge}
              onLeft={onLeft}
              onSight={onSight}
            />
          </div>
        )}
      </div>
      {gate}
      {four({ standing: standing.data, open: open.data })}
      {!customerView && <Notes customer={customer} file={file.data} onName={() => setForm('identity')} />}
      {form === 'identity' && <IdentityForm customer={customer} onClose={() => setForm(null)} />}
      {form === 'reveal' && (
        <RevealDialog customerId={customer.id} what={{ of: 'number' }} onClose={() => setForm(null)} />
      )}
    </header>
  )
}

/** A mark that can be asked why: dotted line under it, as under figures. */
const asked =
  'touch cursor-help rounded-s border-b border-dotted border-edge pb-[3px] leading-none data-hovered:border-ink'

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
  return <span className="t13 w-full text-ink-3 lg:w-auto">{parts.join(' · ')}</span>
}

/** What must be known before anything else: not to be disturbed, a birthday near. */
type NotesProps = { customer: Customer; file: CustomerFile | undefined; onName: () => void }

function Notes({ customer, file, onName }: NotesProps) {
  const { unnamed } = useMessages(craftMessages)
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
  const asksName = isUnnamed(customer)
  if (!quiet && !soon && !asksName && customer.leftOn === null) return null
  return (
    <p className="t13 mt-3 flex flex-wrap gap-x-4 text-amber">
      {customer.leftOn !== null && (
        <span>
          <Icon name="exit" small /> {m.leftOn(format.day(customer.leftOn))}
        </span>
      )}
      {asksName && (
        <span>
          <Icon name="alert" small /> {unnamed.ask}
          {customer.can.includes('customer.write') && (
            <Link onPress={onName} className="ml-2">
              {unnamed.write}
            </Link>
          )}
        </span>
      )}
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
