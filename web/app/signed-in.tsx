import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState, useSyncExternalStore } from 'react'
import { setCustomerView, useCustomerView } from '#web/client/customer-view.ts'
import { useRead } from '#web/client/query.ts'
import { SessionProvider, useCan, useSession } from '#web/client/session.tsx'
import { RestBar } from '#web/playbook/rest-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState, ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { ContactKey } from './contact-key.tsx'
import { isForCustomerEyes } from './customer-eyes.ts'
import { TellMeanwhile } from './field/meanwhile.tsx'
import { IdleLock } from './idle-lock.tsx'
import { LockScreen } from './lock-screen.tsx'
import { appMessages } from './messages.ts'
import { besideFor, homeOf, isOfOthers, navFor } from './navigation.ts'
import { isLeaving } from './offline/leaving.ts'
import { WithoutNetwork } from './offline/not-here.tsx'
import { OfflineBar } from './offline/offline-bar.tsx'
import { isReached, onReach } from './offline/reach.ts'
import { RoadLock } from './offline/road-lock.tsx'
import { Unreachable } from './offline/unreachable.tsx'
import { useRecall } from './offline/use-recall.ts'
import { PageToolsContext } from './page-tools.ts'
import { Palette } from './palette.tsx'
import { SeatMenu } from './seat-menu.tsx'
import { Page, Shell } from './shell.tsx'

/** The signed-in part: finds out who sits here, then shows the shell with what they may do. */
export function SignedIn() {
  const m = useMessages(appMessages)
  const { href, pathname } = useLocation()
  const session = useRead('GET /api/session', {})
  const unreachable = !session.data && session.failureReason?.status === 0
  const { recall, again } = useRecall(unreachable)
  // While the sign-in page is being fetched this one still stands: going there again each time it is drawn never ended on a slow machine.
  if (session.error?.status === 401 && pathname === '/sign-in') return null
  if (session.error?.status === 401) return <Navigate to="/sign-in" search={{ from: href }} replace />
  if (isLeaving() && pathname !== '/sign-in') return <Navigate to="/sign-in" replace />
  if (unreachable && recall === 'looking') return null
  if (unreachable && recall === 'shut') return <RoadLock onOpen={again} />
  if (unreachable) return <Unreachable recall={recall} />
  if (session.error && !session.data)
    return (
      <ErrorState
        title={m.unreachable}
        remedy={m.tryAgain}
        onRetry={() => void session.refetch()}
        code={session.error.reply.requestId}
      />
    )
  if (!session.data) return null
  return (
    <SessionProvider session={session.data}>
      <Seat key={session.data.staff.id}>
        <Workbench />
      </Seat>
    </SessionProvider>
  )
}

/**
 * What is inside stays as it was while the seat is locked, half-written words and all, but nobody can see or reach it. A
 * page opened on a locked seat starts once it is unlocked. Somebody else who signed in, here or in another window, has a seat of
 * their own: nothing of the last one's is left in it.
 */
function Seat({ children }: { children: ReactNode }) {
  const { locked, staff } = useSession()
  const [opened, setOpened] = useState(!locked)
  if (!locked && !opened) setOpened(true)
  return (
    <>
      {opened && (
        <div inert={locked} className={locked ? 'invisible' : ''}>
          {children}
        </div>
      )}
      {locked ? <LockScreen staff={staff} /> : <IdleLock />}
    </>
  )
}

function Workbench() {
  const m = useMessages(appMessages)
  const { pathname } = useLocation()
  const { staff, can } = useSession()
  const [searching, setSearching] = useState(false)
  const customerView = useCustomerView()
  const reached = useSyncExternalStore(onReach, isReached)
  const folded = /^\/contact\/./.test(pathname)
  const counts = useRead('GET /api/counts', {}, { every: 60_000 })
  const tools = {
    onSearch: () => setSearching(true),
    beside: customerView.on ? [] : besideFor(can, m.nav, pathname),
    ...(useCan('customer.read') ? { customerView } : {}),
  }
  return (
    <PageToolsContext value={tools}>
      <Shell
        folded={folded}
        nav={navFor(can, m.nav, pathname, customerView.on ? {} : counts.data)}
        seat={{
          name: staff.name,
          place: [staff.unitName, staff.seat].filter((each) => each !== null),
          menu: <SeatMenu folded={folded} />,
        }}
      >
        <ContactKey />
        <TellMeanwhile />
        <div className="flex h-full flex-col">
          <OfflineBar />
          {!customerView.on && <RestBar />}
          <div className="min-h-0 flex-1">
            <Suspense fallback={<PageOnItsWay />}>
              {customerView.on && !isForCustomerEyes(pathname) ? (
                <TurnedAway />
              ) : isOfOthers(can, pathname) ? (
                <NotYours />
              ) : (
                <WithoutNetwork reached={reached}>
                  <Outlet />
                </WithoutNetwork>
              )}
            </Suspense>
          </div>
        </div>
        <Palette isOpen={searching} onClose={() => setSearching(false)} />
      </Shell>
    </PageToolsContext>
  )
}

/** A page of other customers or of figures is not for the one looking on. */
function TurnedAway() {
  const { turned } = useMessages(appMessages)
  return (
    <Page title={turned.title}>
      <EmptyState title={turned.headline} hint={turned.hint} icon="eye">
        <Button onPress={() => setCustomerView(false)}>{turned.back}</Button>
      </EmptyState>
    </Page>
  )
}

/** A page of another role, reached by an address somebody passed on. */
function NotYours() {
  const { notYours } = useMessages(appMessages)
  const { can } = useSession()
  const home = homeOf(can)
  return (
    <Page title={notYours.title}>
      <EmptyState title={notYours.headline} hint={notYours.hint} icon="shield">
        {home !== null && <Link href={home}>{notYours.back}</Link>}
      </EmptyState>
    </Page>
  )
}

/** Where a page will stand whose code is still coming. */
function PageOnItsWay() {
  return (
    <div className="grid h-full grid-rows-[var(--bar)_minmax(0,1fr)] overflow-hidden">
      <div className="border-b border-line" />
      <SkeletonList rows={10} />
    </div>
  )
}
