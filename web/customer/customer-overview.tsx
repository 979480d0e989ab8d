import { type ReactNode, useState } from 'react'
import type { DecisionRole } from '#domain/customer/deciders.ts'
import { keptOfDue } from '#domain/touch/promise-ledger.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { AroundPerson } from './around-person.tsx'
import { BillsChart } from './bills-chart.tsx'
import type { Customer } from './customer-types.ts'
import { DecidersRow } from './deciders-row.tsx'
import { ExpectationsTable } from './expectations-table.tsx'
import { fileMessages } from './file-messages.ts'
import { Holdings } from './holdings.tsx'
import { customerMessages } from './messages.ts'
import { PartForm } from './part-form.tsx'
import { Meetings } from './meetings.tsx'
import { OutletFacts } from './outlet-facts.tsx'
import { OutletCraft } from './outlet-craft.tsx'
import { People, type Person, personDraft, usePersonFields } from './people.tsx'
import { PromisesTable } from './promises-table.tsx'
import { ReasonsList } from './reasons-list.tsx'
import { Sightings } from './sightings.tsx'
import { Tasks } from './tasks.tsx'
import { Timeline } from './timeline.tsx'
import { usePart } from './use-part.ts'
import { Wishes } from './wishes.tsx'

type OverviewProps = {
  customer: Customer
  customerView: boolean
  onFile: () => void
  forms?: ReactNode
  /** After the bills at the side: what the customer's leaving would cost. */
  money?: ReactNode
}

/** Expectations and promises, then every contact; at the side bills, who decides, what is in use, competitors, small wishes. */
export function CustomerOverview({ customer, customerView, onFile, forms, money }: OverviewProps) {
  const wide = useWide('lg')
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_416px]">
      <div className="flex min-w-0 flex-col gap-3 px-4 py-1 lg:border-r lg:border-line lg:px-6">
        {!wide && <Shop customer={customer} onFile={onFile} />}
        <Meetings customer={customer} customerView={customerView} />
        <Ledgers customerId={customer.id} customerView={customerView} />
        {forms}
        <Contacts customer={customer} customerView={customerView} />
      </div>
      <aside className="flex min-w-0 flex-col gap-3 px-4 py-1 lg:px-6">
        <Aside customer={customer} customerView={customerView} onFile={onFile} money={money} />
      </aside>
    </div>
  )
}

/** On a phone a shop's own facts come before the ledgers: one stands at its door. */
function Shop({ customer, onFile }: Omit<OverviewProps, 'customerView'>) {
  return customer.kind === 'outlet' ? <OutletFacts customer={customer} onFile={onFile} /> : null
}

function Ledgers({ customerId, customerView }: { customerId: string; customerView: boolean }) {
  const { ledgers: m } = useMessages(customerMessages)
  const params = { id: customerId }
  const expectations = useRead('GET /api/customers/:id/expectations', { params })
  const promises = useRead('GET /api/customers/:id/promises', { params })
  const { kept, of } = keptOfDue(promises.data?.rows ?? [])
  return (
    <>
      <Section title={m.expectations} remark={m.ownOrder}>
        {expectations.data ? <ExpectationsTable rows={expectations.data.rows} /> : <SkeletonRows rows={3} />}
      </Section>
      <Section title={m.promises} remark={of > 0 ? m.promisesRemark(kept, of) : undefined}>
        {promises.data ? <PromisesTable rows={promises.data.rows} /> : <SkeletonRows rows={3} />}
      </Section>
      {!customerView && <Tasks customerId={customerId} />}
      <Cases customerId={customerId} />
    </>
  )
}

function Cases({ customerId }: { customerId: string }) {
  const { ledgers: m } = useMessages(customerMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const cases = useRead('GET /api/customers/:id/cases', { params: { id: customerId } })
  const rows = cases.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={m.cases}>
      <Rows>
        {rows.map((one) => (
          <Row
            key={one.id}
            note={[one.code, one.owner.name, one.answer].filter(Boolean).join(' · ')}
            end={
              <span className={one.standing === 'overdue' ? 'text-red' : 'text-ink-3'}>
                {m.caseStandings[one.standing]} · {format.shortDay(format.dayOf(one.closedAt ?? one.dueAt), today)}
              </span>
            }
          >
            <span className="text-ink-3">{m.caseKinds[one.kind]}</span>{' '}
            <Link href={`/cases/${one.id}`} quiet>
              {one.what}
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Contacts({ customer, customerView }: { customer: Customer; customerView: boolean }) {
  const open = useRead('GET /api/customers/:id/open', { params: { id: customer.id } })
  const canSay = customer.can.includes('customer.write') && !customerView
  return <Timeline customerId={customer.id} open={open.data} customerView={customerView} canSay={canSay} />
}

function Aside({ customer, customerView, onFile, money }: OverviewProps) {
  const wide = useWide('lg')
  const words = useMessages(customerMessages)
  const params = { id: customer.id }
  const file = useRead('GET /api/customers/:id/file', { params })
  const bills = useRead('GET /api/customers/:id/bills', { params }, { enabled: !customerView })
  const standing = useRead('GET /api/customers/:id/standing', { params }, { enabled: !customerView })
  const canEdit = customer.can.includes('customer.write') && !customerView
  if (!file.data) return <SkeletonRows rows={8} />
  const { people, holdings, sightings, wishes } = file.data
  const reasons = standing.data?.reasons ?? []
  return (
    <>
      {wide && <Shop customer={customer} onFile={onFile} />}
      {!customerView && bills.data && (
        <Section title={words.bills.title} remark={words.bills.remark}>
          <BillsChart months={bills.data.months} />
        </Section>
      )}
      {money}
      {!customerView && reasons.length > 0 && (
        <Section title={words.reasons.title} remark={words.reasons.remark}>
          <ReasonsList reasons={reasons} />
        </Section>
      )}
      {customer.kind === 'person' && !customerView && <AroundPerson customer={customer} />}
      {customer.kind === 'group' && !customerView && (
        <Deciders
          customerId={customer.id}
          people={people}
          tier={standing.data?.tier ?? null}
          canEdit={canEdit}
          onFile={onFile}
        />
      )}
      {customer.kind === 'outlet' && !customerView && (
        <People customerId={customer.id} people={people} canEdit={canEdit} customerView={customerView} />
      )}
      {customer.kind === 'outlet' && !customerView && <OutletCraft customer={customer} canEdit={canEdit} />}
      <Holdings customerId={customer.id} holdings={holdings} canEdit={canEdit} customerView={customerView} />
      {!customerView && <Sightings customerId={customer.id} sightings={sightings} canEdit={canEdit} />}
      <Wishes customerId={customer.id} wishes={wishes} canEdit={canEdit} />
    </>
  )
}

type DecidersProps = {
  customerId: string
  people: readonly Person[]
  tier: string | null
  canEdit: boolean
  onFile: () => void
}

function Deciders({ customerId, people, tier, canEdit, onFile }: DecidersProps) {
  const { deciders: m } = useMessages(customerMessages)
  const { people: words } = useMessages(fileMessages)
  const fields = usePersonFields()
  const part = usePart<Person>('PUT /api/customers/:id/people/:partId', customerId, words.one)
  const [role, setRole] = useState<DecisionRole | null>(null)
  const writing = canEdit
    ? {
        onFind: (wanted: DecisionRole) => {
          setRole(wanted)
          part.add()
        },
        onOpen: part.edit,
      }
    : {}
  return (
    <Section title={m.title} remark={m.remark} end={<Link onPress={onFile}>{m.edit}</Link>}>
      <DecidersRow people={people} tier={tier} {...writing} />
      {part.open && (
        <PartForm
          key={part.open.id}
          title={part.open.row?.name ?? words.add}
          fields={fields}
          initial={part.open.row ? personDraft(part.open.row) : { decisionRole: role }}
          {...part.form}
        />
      )}
    </Section>
  )
}
