import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { CustomerActs } from '#web/customer/customer-acts.tsx'
import { CustomerFourFacts } from '#web/customer/customer-four-facts.tsx'
import { CustomerHead } from '#web/customer/customer-head.tsx'
import { CustomerOverview } from '#web/customer/customer-overview.tsx'
import { FileTab } from '#web/customer/file-tab.tsx'
import { HistoryList } from '#web/customer/history-list.tsx'
import { ListPlace } from '#web/customer/list/list-place.tsx'
import { MergedNote } from '#web/customer/merged-note.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { CustomerLossSection } from '#web/economics/customer-loss.tsx'
import { CustomerEvents } from '#web/event/customer-events.tsx'
import { LossPanel } from '#web/loss/loss-panel.tsx'
import { MarkLeftForm } from '#web/loss/mark-form.tsx'
import { CustomerForms } from '#web/form/customer-forms.tsx'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { wayOf } from '#web/playbook/playbook-chooser.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { StartWith } from '#web/playbook/start-with.tsx'
import { CarePanel } from '#web/relationship/care-panel.tsx'
import { useShownName } from '#web/customer/shown-name.ts'
import { CustomerSatisfaction } from '#web/satisfaction/customer-satisfaction.tsx'
import { RepresentedForm } from '#web/satisfaction/represented.tsx'
import { CustomerWords } from '#web/script/customer-words.tsx'
import { CustomerRetention } from '#web/retention/customer-retention.tsx'
import { SightDrawer } from '#web/staff/sight-drawer.tsx'
import { TierWhy } from '#web/portfolio/tier-why.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { useWide } from '#web/ui/data-column.ts'
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
      acts={
        !turned && (
          <CustomerWords
            customerId={id}
            onWords={() => void navigate({ to: '/scripts', search: { customer: id } })}
            onLookBack={(text) => void navigate({ to: '/talks', state: { talk: { text, customerId: id } } })}
          />
        )
      }
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
      <Body
        key={id}
        id={id}
        was={typeof search['was'] === 'string' ? search['was'] : null}
        tab={tab}
        turned={turned}
        onTab={(next) => goTo(id, next)}
        onGo={(to) => goTo(to, tab)}
      />
    </Page>
  )
}

/** The customer's own name in the bar, when only the customer is looking. */
function Name({ id }: { id: string }) {
  const customer = useRead('GET /api/customers/:id', { params: { id } })
  const shown = useShownName()
  return <>{customer.data && (customer.data.addressForm ?? shown(customer.data))}</>
}

type Way = {
  occasions?: { kind: string; recordId: string }[]
  agreedTime?: true
  override?: { reason: string }
} & Partial<ReturnType<typeof wayOf>>

type BodyProps = {
  id: string
  /** The old address of a merged customer that led here. */
  was: string | null
  tab: Tab
  turned: boolean
  onTab: (tab: Tab) => void
  onGo: (id: string) => void
}

function Body({ id, was, tab, turned, onTab, onGo }: BodyProps) {
  const { page: m } = useMessages(customerMessages)
  const errorText = useErrorText()
  const customer = useRead('GET /api/customers/:id', { params: { id } })
  const contact = useStartContact()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<string | null>(null)
  const [whyTier, setWhyTier] = useState(false)
  const [leaves, setLeaves] = useState(false)
  const [sight, setSight] = useState(false)
  const mayErase = useCan('customer.erase')
  const wide = useWide('md')
  const [chosen, setChosen] = useState<Way>({})
  const [represents, setRepresents] = useState(false)
  const start = (personId: string | null, way: Way) => {
    setAsked(personId)
    contact.start({ customerId: id, direction: 'outbound', ...(personId ? { contactPersonId: personId } : {}), ...way })
  }
  // Cut off, what was read before goes on standing; a customer out of reach does not.
  if (customer.error?.status === 410)
    return (
      <div className="text-center">
        <ErrorState title={m.erasedTitle} remedy={errorText(customer.error)} />
        {mayErase && <Link href={`/customers/${id}/personal`}>{m.erasedHow}</Link>}
      </div>
    )
  if (customer.error && (!customer.data || [403, 404].includes(customer.error.status)))
    return (
      <ErrorState
        title={m.failed}
        remedy={customer.error.status === 404 ? m.gone : errorText(customer.error)}
        onRetry={customer.error.status === 404 ? undefined : () => void customer.refetch()}
        code={customer.error.reply.requestId}
      />
    )
  if (!customer.data) return <SkeletonBrief />
  const { data } = customer
  if (data.id !== id) {
    // What an address led to before may have been taken back: only a fresh answer leads on.
    if (customer.isFetching) return <SkeletonBrief />
    return <Navigate to="/customers/$id" params={{ id: data.id }} search={{ was: id }} replace />
  }
  const mayContact = data.can.includes('contact.run') && !turned
  const acts = {
    customer: data,
    onContact: (personId: string | null) => {
      setChosen({})
      start(personId, {})
    },
    onComplaint: () =>
      contact.start({ customerId: id, direction: 'inbound', purpose: 'complaint', playbook: 'complaint' }),
    startWith: (personId: string | null, size: 'm' | 'l') => (
      <StartWith
        customerId={id}
        direction="outbound"
        size={size}
        hotkey="b"
        isDisabled={contact.pending}
        onChoose={(playbook) => {
          setChosen(wayOf(playbook))
          start(personId, wayOf(playbook))
        }}
      />
    ),
    isStarting: contact.pending,
  }
  return (
    <div className="flex min-h-full flex-col">
      {was && !turned && <MergedNote customer={data} was={was} onUndone={onGo} onClose={() => onTab(tab)} />}
      <CustomerHead
        customer={data}
        customerView={turned}
        acts={mayContact && wide && <CustomerActs {...acts} />}
        four={(known) =>
          (wide || tab === 'all') && (
            <CustomerFourFacts {...known} customer={data} customerView={turned} onWhyTier={() => setWhyTier(true)} />
          )
        }
        gate={
          contact.refused && (
            <div className="mb-3">
              <GateRefusal
                refused={contact.refused}
                onAgreed={() => start(asked, { ...chosen, agreedTime: true })}
                onOverride={(reason) => start(asked, { ...chosen, override: { reason } })}
              />
            </div>
          )
        }
        onWhyTier={() => setWhyTier(true)}
        onMerge={() => void navigate({ to: '/customers/duplicates', search: { keep: id } })}
        onLeft={() => setLeaves(true)}
        onSight={() => setSight(true)}
      />
      {tab === 'all' && (
        <CustomerOverview
          customer={data}
          customerView={turned}
          onFile={() => onTab('file')}
          money={data.can.includes('value.read') && !turned && <CustomerLossSection customerId={id} />}
          forms={
            mayContact && (
              <>
                <CustomerRetention
                  customerId={id}
                  onOpened={(caseId) => void navigate({ to: '/retention/$id', params: { id: caseId } })}
                />
                <LossPanel
                  customerId={id}
                  isStarting={contact.pending}
                  onStart={({ taskId, dueOn }) => {
                    const way = { playbook: 'win-back', occasions: [{ kind: 'task', recordId: `${taskId}/${dueOn}` }] }
                    setChosen(way)
                    start(null, way)
                  }}
                />
                <CustomerSatisfaction customerId={id} />
                <CarePanel customerId={id} onRepresent={() => setRepresents(true)} />
                {represents && <RepresentedForm customerId={id} onClose={() => setRepresents(false)} />}
                <CustomerEvents customerId={id} />
                <CustomerForms customerId={id} />
              </>
            )
          }
        />
      )}
      {tab === 'file' && <FileTab customer={data} customerView={turned} />}
      {tab === 'history' && (
        <div className="px-4 py-2 lg:px-6">
          <HistoryList customer={data} />
        </div>
      )}
      {mayContact && !wide && (
        <ActBar className="gap-3">
          <CustomerActs {...acts} thumb />
        </ActBar>
      )}
      {leaves && <MarkLeftForm customerId={id} name={data.addressForm ?? data.name} onClose={() => setLeaves(false)} />}
      {sight && <SightDrawer kind="customer" id={id} onClose={() => setSight(false)} />}
      {whyTier && <TierWhy id={id} name={data.addressForm ?? data.name} onClose={() => setWhyTier(false)} />}
    </div>
  )
}
