import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { lunarDateOf, lunarName } from '#domain/kernel/lunar.ts'
import { purposeOfOccasion } from '#domain/touch/touch.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { PulseStrip } from '#web/economics/pulse-strip.tsx'
import { ApprovalLink, formToApprove } from '#web/form/approval.tsx'
import { formMessages } from '#web/form/messages.ts'
import { GateHint } from '#web/playbook/gate-hint.tsx'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { LedBy } from '#web/playbook/led-by.tsx'
import { contactMessages } from '#web/playbook/messages.ts'
import { useOffered, wayOf } from '#web/playbook/playbook-chooser.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SplitView } from '#web/ui/split-view.tsx'
import { EmptyState, ErrorState, SkeletonBrief, SkeletonList } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Returned, Suggestions, Unattended } from '#web/worklist/beside-list.tsx'
import { Brief } from '#web/worklist/brief.tsx'
import { DecidedList } from '#web/worklist/decided-list.tsx'
import { FullDay } from '#web/worklist/full-day.tsx'
import { workMessages } from '#web/worklist/messages.ts'
import { RankWhy } from '#web/worklist/rank-why.tsx'
import { RowActs } from '#web/worklist/row-acts.tsx'
import type { TodayReply, WorkRow } from '#web/worklist/types.ts'
import { Unlisted } from '#web/worklist/unlisted.tsx'
import { useDecide } from '#web/worklist/use-decide.ts'
import { fits, type WorkFilter, workFilters, WorkList } from '#web/worklist/work-list.tsx'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'
import { RetentionLink } from '#web/retention/retention-link.tsx'
import { BeforeContact } from './before-contact.tsx'
import { DecidedBrief } from './decided-brief.tsx'
import { NothingHere } from './nothing-here.tsx'
import { usePersonToCall } from './person-to-call.ts'
import { RowTexts } from './row-texts.tsx'
import { useAddress, useChosen } from './today-address.ts'

/** Today: a ranked list of customers to reach, and beside it the brief of the chosen one. One key starts the contact. */
export function TodayPage() {
  const m = useMessages(workMessages)
  const format = useFormat()
  const language = useLanguage()
  const { today } = useSession()
  const errorText = useErrorText()
  const customerView = useCustomerView()
  const [asked, ask] = useState({})
  const day = useRead('GET /api/today', asked, { keep: true, every: 60_000 })
  const lunar = lunarName(lunarDateOf(today))[language]
  return (
    <Page
      title={m.title}
      remark={`${format.day(today)} · ${m.lunar(lunar)}`}
      acts={!customerView.on && <ListFileMenu of="GET /api/today/file" search={{}} />}
    >
      {day.data ? (
        <Workday day={day.data} onMore={(most) => ask({ query: { most } })} />
      ) : day.error ? (
        <ErrorState
          title={m.list.load}
          remedy={errorText(day.error)}
          onRetry={() => void day.refetch()}
          code={day.error.reply.requestId}
        />
      ) : (
        <SplitView
          opened={false}
          onBack={() => undefined}
          list={<SkeletonList rows={12} />}
          detail={<SkeletonBrief />}
        />
      )}
    </Page>
  )
}

function Workday({ day, onMore }: { day: TodayReply; onMore: (most: number) => void }) {
  const m = useMessages(workMessages)
  const address = useAddress()
  const [chosen, choose] = useChosen()
  const customerView = useCustomerView()
  const rows = day.rows.filter((row) => fits(row, address.filter))
  const row = rows.find(({ customerId }) => customerId === chosen) ?? rows[0] ?? null
  const shut = address.tab === 'done' ? day.done : address.tab === 'later' ? day.snoozed : []
  const decided = shut.find(({ customerId }) => customerId === chosen) ?? shut[0] ?? null
  const brief =
    address.tab === 'todo'
      ? row && <ChosenRow key={row.customerId} row={row} day={day} />
      : decided && <DecidedBrief key={decided.decisionId} decided={decided} />
  const detail = brief ?? <EmptyState title={m.brief.choose} hint={m.brief.chooseHint} icon="people" />
  // The list holds other customers: whoever looks on sees only the one it is about.
  if (customerView.on) return <div className="flex h-full flex-col overflow-y-auto">{detail}</div>
  return (
    <SplitView
      opened={address.opened && brief !== null}
      onBack={() => address.set({ open: undefined })}
      list={
        <ListPane
          day={day}
          rows={rows}
          row={row}
          decided={decided?.customerId ?? null}
          onChoose={choose}
          onMore={onMore}
        />
      }
      detail={detail}
    />
  )
}

type ListPaneProps = {
  day: TodayReply
  rows: readonly WorkRow[]
  row: WorkRow | null
  decided: string | null
  onChoose: (customerId: string) => void
  onMore: (most: number) => void
}

function ListPane({ day, rows, row, decided, onChoose, onMore }: ListPaneProps) {
  const { list } = useMessages(workMessages)
  const { tab, filter, set } = useAddress()
  const format = useFormat()
  const { plan } = day
  const tooFull = plan.minutes > plan.free && day.rows.length > 0
  return (
    <>
      <div className="flex items-center justify-between border-b border-line pr-5 pl-4 md:pl-[70px]">
        <SegmentedTabs
          label={list.label}
          selected={tab}
          onSelect={(next) => set({ tab: next === 'todo' ? undefined : next, who: undefined })}
          items={[
            { id: 'todo', label: list.tabs.todo, count: day.rows.length + day.more },
            { id: 'done', label: list.tabs.done, count: day.done.length },
            { id: 'later', label: list.tabs.later, count: day.snoozed.length },
          ]}
        />
        {tab === 'todo' && (
          <Menu
            label={list.filter}
            selected={filter}
            onChoose={(kind) => set({ kind: kind === 'all' ? undefined : kind, who: undefined })}
            choices={workFilters.map((id: WorkFilter) => ({ id, label: list.kinds[id] }))}
            trigger={
              <Button size="s" kind="bare" endIcon="down">
                {list.kinds[filter]}
              </Button>
            }
          />
        )}
      </div>
      {tab !== 'todo' && (
        <DecidedList rows={tab === 'done' ? day.done : day.snoozed} of={tab} selected={decided} onSelect={onChoose} />
      )}
      {tab === 'todo' && (
        <>
          {tooFull && filter === 'all' && <FullDay plan={plan} />}
          <Returned returned={day.returned} />
          <Unattended unattended={day.unattended} />
          <WorkList
            rows={rows}
            now={day.now}
            selected={row?.customerId ?? null}
            onSelect={onChoose}
            empty={<NothingHere day={day} filter={filter} onAll={() => set({ kind: undefined })} />}
          />
          <Unlisted day={day} picked={filter !== 'all'} onMore={onMore} />
          <Suggestions suggestions={filter === 'all' ? day.suggestions : []} />
          <PulseStrip />
          {row && (
            <footer className="t12 flex min-h-9 flex-none items-center justify-between gap-4 border-t border-line px-4 text-ink-3 lg:px-5">
              <span>
                {list.left(filter === 'all' ? rows.length + day.more : rows.length)} ·{' '}
                {list.about(format.duration(plan.minutes))}
              </span>
              <RankWhy row={row} />
            </footer>
          )}
        </>
      )}
    </>
  )
}

/** A playbook other than the usual one, and where it is held. */
type Way = Partial<ReturnType<typeof wayOf>>

/** The brief with its acts, stuck to the foot where the eye is; a refusal of the gate stands right above them, with the one next act. */
function ChosenRow({ row, day }: { row: WorkRow; day: TodayReply }) {
  const customerView = useCustomerView()
  const contact = useMessages(contactMessages)
  const { approval } = useMessages(formMessages)
  const navigate = useNavigate()
  const { start, pending, refused } = useStartContact()
  const { decide } = useDecide()
  const [way, setWay] = useState<Way>({})
  const person = usePersonToCall(row)
  const usual =
    useOffered({ customerId: row.customerId, direction: 'outbound', reasons: row.reasons })?.find((one) => one.usual) ??
    null
  const wanted = {
    customerId: row.customerId,
    direction: 'outbound' as const,
    occasions: row.reasons,
    ...(person ? { contactPersonId: person } : {}),
    // The customer has named this very time.
    ...(row.way ? { channel: row.way, agreedTime: true } : {}),
  }
  const begin = (next: Way): void => {
    setWay(next)
    start({ ...wanted, ...next })
  }
  const putOff = (at: Date): void =>
    decide(
      {
        decision: 'snoozed',
        customerId: row.customerId,
        until: at.toISOString(),
        reason: 'doNotDisturb',
        note: '',
        told: null,
      },
      contact.start.laterDone(row.calledBy),
    )
  const form = formToApprove(row.reasons.slice(0, 1))
  const first =
    form === null
      ? null
      : {
          label: approval.open,
          icon: 'file' as const,
          onPress: () => void navigate({ to: '/forms/$id', params: { id: form } }),
        }
  const acts = (
    <div className="sticky bottom-0 z-10 mt-auto bg-paper">
      {refused ? (
        <div className="max-h-[60dvh] overflow-y-auto px-4 py-3 lg:px-6">
          <GateRefusal
            refused={refused}
            onAgreed={() => start({ ...wanted, ...way, agreedTime: true })}
            onOverride={(reason) => start({ ...wanted, ...way, override: { reason } })}
            onLater={row.owed ? undefined : putOff}
          />
        </div>
      ) : (
        <GateHint
          customerId={row.customerId}
          purpose={usual?.purpose ?? purposeOfOccasion(row.reasons[0]?.kind ?? 'cadence')}
        />
      )}
      <div className="flex">
        <LedBy
          customerId={row.customerId}
          reasons={row.reasons}
          usual={usual}
          onChoose={(chosen) => begin(wayOf(chosen))}
        />
        <RowTexts row={row} />
        <RetentionLink reasons={row.reasons} />
        {!first && <ApprovalLink reasons={row.reasons} />}
      </div>
      <RowActs
        row={row}
        now={day.now}
        starting={pending}
        refused={refused !== null}
        onStart={() => begin({})}
        first={first}
      />
    </div>
  )
  return (
    <Brief
      row={row}
      customerView={customerView.on}
      four={(known) => <BeforeContact {...known} customerView={customerView.on} />}
      acts={customerView.on ? null : acts}
    />
  )
}
