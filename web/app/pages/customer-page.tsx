import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { CustomerHead } from '#web/customer/customer-head.tsx'
import { CustomerOverview } from '#web/customer/customer-overview.tsx'
import { FileTab } from '#web/customer/file-tab.tsx'
import { HistoryList } from '#web/customer/history-list.tsx'
import { ListPlace } from '#web/customer/list/list-place.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Page } from '../shell.tsx'

const tabs = ['all', 'file', 'history'] as const
type Tab = (typeof tabs)[number]

/** One customer: who, how valuable, how at risk, what is open; then ledgers and contacts; facts at the side. */
export function CustomerPage() {
  const { page: m, title } = useMessages(customerMessages)
  const { id } = useParams({ from: '/signed-in/customers/$id' })
  const search = useSearch({ from: '/signed-in/customers/$id' })
  const navigate = useNavigate()
  const list = typeof search['list'] === 'string' ? search['list'] : ''
  const { on: turned } = useCustomerView()
  const wanted = tabs.find((one) => one === search['tab']) ?? 'all'
  const tab: Tab = turned && wanted === 'history' ? 'all' : wanted
  const goTo = (to: string, on: Tab) =>
    void navigate({
      to: '/customers/$id',
      params: { id: to },
      search: { ...(on === 'all' ? {} : { tab: on }), ...(list ? { list } : {}) },
      replace: to === id,
    })
  return (
    <Page
      title={turned ? <Name id={id} /> : <Link href={list ? `/customers?${list}` : '/customers'}>{title}</Link>}
      remark={turned ? undefined : <ListPlace key={list} list={list} id={id} onGo={(next) => goTo(next, tab)} />}
      tabs={
        <SegmentedTabs
          label={m.tabsLabel}
          height={52}
          items={tabs.filter((one) => !(turned && one === 'history')).map((one) => ({ id: one, label: m.tabs[one] }))}
          selected={tab}
          onSelect={(next) => goTo(id, tabs.find((one) => one === next) ?? 'all')}
        />
      }
    >
      <Body key={id} id={id} tab={tab} turned={turned} onTab={(next) => goTo(id, next)} />
    </Page>
  )
}

/** The customer's own name in the bar, when only the customer is looking. */
function Name({ id }: { id: string }) {
  const customer = useRead('GET /api/customers/:id', { params: { id } })
  return <>{customer.data?.addressForm ?? customer.data?.name}</>
}

type BodyProps = { id: string; tab: Tab; turned: boolean; onTab: (tab: Tab) => void }

function Body({ id, tab, turned, onTab }: BodyProps) {
  const { page: m } = useMessages(customerMessages)
  const errorText = useErrorText()
  const customer = useRead('GET /api/customers/:id', { params: { id } })
  const contact = useStartContact()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<string | null>(null)
  const start = (personId: string | null, way: { agreedTime?: true; override?: { reason: string } }) => {
    setAsked(personId)
    contact.start({ customerId: id, direction: 'outbound', ...(personId ? { contactPersonId: personId } : {}), ...way })
  }
  if (customer.error)
    return (
      <ErrorState
        title={m.failed}
        remedy={customer.error.status === 404 ? m.gone : errorText(customer.error)}
        onRetry={customer.error.status === 404 ? undefined : () => void customer.refetch()}
        code={customer.error.reply.requestId}
      />
    )
  if (!customer.data) return <SkeletonBrief />
  return (
    <>
      <CustomerHead
        customer={customer.data}
        customerView={turned}
        onContact={(personId) => start(personId, {})}
        isStarting={contact.pending}
        gate={
          contact.refused && (
            <div className="mb-3">
              <GateRefusal
                refused={contact.refused}
                onAgreed={() => start(asked, { agreedTime: true })}
                onOverride={(reason) => start(asked, { override: { reason } })}
              />
            </div>
          )
        }
        onMerge={() => void navigate({ to: '/customers/duplicates', search: { keep: id } })}
      />
      {tab === 'all' && (
        <CustomerOverview customer={customer.data} customerView={turned} onFile={() => onTab('file')} />
      )}
      {tab === 'file' && <FileTab customer={customer.data} customerView={turned} />}
      {tab === 'history' && (
        <div className="px-4 py-2 lg:px-6">
          <HistoryList customer={customer.data} />
        </div>
      )}
    </>
  )
}
