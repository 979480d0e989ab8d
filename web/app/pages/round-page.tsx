import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import clsx from 'clsx'
import { addDays } from '#domain/kernel/day.ts'
import { assumedOf } from '#domain/round/answers.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useRead } from '#web/client/query.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { bearingMessages } from '#web/playbook/bearing/messages.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { Timer } from '#web/playbook/timer.tsx'
import { Counters } from '#web/round/counters.tsx'
import { roundMessages } from '#web/round/messages.ts'
import { ProgressStrip } from '#web/round/progress-strip.tsx'
import { ShopScreen } from '#web/round/shop-screen.tsx'
import { StopsList } from '#web/round/stops-list.tsx'
import { type FieldDay, isDone, type Standing } from '#web/round/types.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { ListFileMenu } from '../list-file-menu.tsx'
import { ShopMore } from '../round/shop-more.tsx'
import { savingOf, useRounds } from '../round/use-rounds.ts'
import { useShopActs } from '../round/use-shop-acts.ts'
import { Page } from '../shell.tsx'

export type RoundAddress = { day?: string | undefined; shop?: string | undefined }

/** The day's shops in the order of the route, and the one somebody stands in. */
export function RoundPage() {
  const m = useMessages(roundMessages)
  const bearing = useMessages(bearingMessages)
  const format = useFormat()
  const { today } = useSession()
  // A lead takes along the rounds of the whole unit.
  const whole = useCan('team.read')
  const address = useSearch({ from: '/signed-in/round' })
  const navigate = useNavigate()
  const date = address.day ?? today
  const { data: day, error } = useRead('GET /api/field-days/:day', { params: { day: date } })
  const shops = useRounds(day)
  const place = shops.findIndex(({ outlet }) => outlet.customer.id === address.shop)
  const shop = shops[place]
  const go = (next: RoundAddress): void =>
    void navigate({ to: '/round', search: { day: date === today ? undefined : date, ...next } })
  const turn = (days: number): void => {
    const next = addDays(date, days)
    void navigate({ to: '/round', search: { day: next === today ? undefined : next } })
  }
  return (
    <Page
      title={shop ? m.at(place + 1, shops.length) : m.title}
      remark={format.day(date)}
      foldedSearch
      acts={
        shop ? (
          <>
            {shop.state?.startedAt && <Timer since={shop.state.startedAt} until={shop.state.finished?.at ?? null} />}
            <IconButton icon="left" kind="bare" label={m.back} className="lg:hidden" onPress={() => go({})} />
          </>
        ) : (
          <>
            <IconButton
              icon="person"
              kind="bare"
              label={bearing.open}
              onPress={() => void navigate({ to: '/bearing' })}
            />
            <IconButton icon="visit" kind="bare" label={m.takeAlong} onPress={() => void navigate({ to: '/field' })} />
            <ListFileMenu
              of="GET /api/field-days/:day/sheet"
              params={{ day: date }}
              search={whole ? { whose: 'all' } : {}}
            />
            <IconButton icon="left" kind="bare" label={m.previousDay} onPress={() => turn(-1)} />
            <IconButton icon="right" kind="bare" label={m.nextDay} onPress={() => turn(1)} />
          </>
        )
      }
    >
      {error && !day && <ErrorState title={m.failed.title} remedy={m.failed.remedy} />}
      {!day && !error && <SkeletonRows rows={8} />}
      {day && <Round day={day} shops={shops} shop={shop} go={go} />}
    </Page>
  )
}

type RoundProps = {
  day: FieldDay
  shops: readonly Standing[]
  shop: Standing | undefined
  go: (address: RoundAddress) => void
}

function Round({ day, shops, shop, go }: RoundProps) {
  const m = useMessages(roundMessages)
  const chosen = shop?.outlet.customer.id ?? null
  const next = nextAfter(shops, chosen)
  if (shops.length === 0)
    return (
      <EmptyState title={m.none} hint={m.noneHint} icon="outlet">
        <Link to="/calendar" search={{ view: 'day', day: day.day }} className="t14 text-jade underline">
          {m.toCalendar}
        </Link>
      </EmptyState>
    )
  if (!day.playbook) return <EmptyState title={m.noPack} icon="outlet" />
  const open = (customerId: string): void => go({ shop: customerId })
  const goOn = next ? (
    <Button
      kind="go"
      size="l"
      endIcon="right"
      className="w-full lg:w-auto"
      onPress={() => open(next.outlet.customer.id)}
    >
      <span className="cut">{m.goOn(next.outlet.customer.name)}</span>
    </Button>
  ) : (
    <p className="t14 text-center text-jade">{m.allDone}</p>
  )
  return (
    <div className="flex h-full flex-col">
      <ProgressStrip shops={shops} here={chosen} />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(320px,380px)_minmax(0,1fr)]">
        <div className={clsx('flex min-h-0 flex-col overflow-y-auto border-line lg:border-r', shop && 'max-lg:hidden')}>
          <Counters day={day} />
          <StopsList shops={shops} chosen={chosen} onChoose={open} />
          <footer className="sticky bottom-0 mt-auto border-t border-line bg-paper px-5 py-3 lg:hidden">{goOn}</footer>
        </div>
        {!shop && <div className="p-6 max-lg:hidden">{goOn}</div>}
        {shop && (
          <div className="min-h-0 overflow-y-auto">
            <Shop
              key={chosen}
              day={day}
              shop={shop}
              next={next}
              saving={savingOf(shops)}
              onNext={() => (next ? open(next.outlet.customer.id) : go({}))}
            />
          </div>
        )}
      </div>
    </div>
  )
}

/** The next one still to be called on after this place in the route, from the beginning again at its end. */
const nextAfter = (shops: readonly Standing[], chosen: string | null): Standing | null => {
  const here = shops.findIndex(({ outlet }) => outlet.customer.id === chosen)
  const order = [...shops.slice(here + 1), ...shops.slice(0, Math.max(0, here))]
  return order.find((one) => !isDone(one)) ?? null
}

type ShopProps = {
  day: FieldDay
  shop: Standing
  next: Standing | null
  saving: ReturnType<typeof savingOf>
  onNext: () => void
}

function Shop({ day, shop, next, saving, onNext }: ShopProps) {
  const customerView = useCustomerView()
  const { acts, refused, again } = useShopActs(day, shop, onNext)
  const { outlet, state } = shop
  if (!day.playbook) return null
  const definition = day.playbook.definition
  return (
    <ShopScreen
      shop={shop}
      assumed={assumedOf(definition, state ?? reduceRun(definition, []))}
      acts={acts}
      saving={saving}
      next={next?.outlet.customer.name ?? null}
      onNext={onNext}
      forCustomer={customerView.on}
      more={<ShopMore customer={outlet.customer} placed={outlet.placed} />}
      refusal={
        refused && (
          <GateRefusal
            refused={refused}
            onAgreed={() => again({ agreedTime: true })}
            onOverride={(reason) => again({ override: { reason } })}
          />
        )
      }
    />
  )
}
