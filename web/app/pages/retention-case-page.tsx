import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ReasonList } from '#web/churn/reason-list.tsx'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useRead } from '#web/client/query.ts'
import { ExpectationDetail } from '#web/expectation/expectation-detail.tsx'
import { expectationMessages } from '#web/expectation/messages.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { RetentionCaseScreen } from '#web/retention/case-screen.tsx'
import { retentionMessages } from '#web/retention/messages.ts'
import type { RetentionShown } from '#web/retention/retention-types.ts'
import { SightMenu } from '#web/staff/sight-menu.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief, SkeletonRows } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One retention case, from the signal to what was learnt [R-14, P-13]. */
export function RetentionCasePage() {
  const m = useMessages(retentionMessages)
  const { id } = useParams({ from: '/signed-in/retention/$id' })
  const { data, error, refetch } = useRead('GET /api/retention/:id', { params: { id } })
  const { on: turned } = useCustomerView()
  const gone = error?.status === 404
  return (
    <Page
      title={<Link href="/retention">{m.title}</Link>}
      acts={data && !turned && <SightMenu kind="retention" id={id} />}
    >
      {error && !data && (
        <ErrorState {...(gone ? m.gone : m.failed)} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && <Case key={data.id} shown={data} />}
    </Page>
  )
}

type Way = { agreedTime?: true; override?: { reason: string } }

function Case({ shown }: { shown: RetentionShown }) {
  const m = useMessages(retentionMessages)
  const contact = useStartContact()
  const [about, setAbout] = useState<string | null>(null)
  const start = (way: Way = {}): void =>
    contact.start({
      customerId: shown.customer.id,
      direction: 'outbound',
      ...ledBy(shown),
      occasions: waitingFor(shown),
      ...way,
    })
  return (
    <>
      <RetentionCaseScreen
        shown={shown}
        signs={<ReasonList reasons={shown.signs} />}
        call={
          <Button size="s" icon="phone" isDisabled={contact.pending} onPress={() => start()}>
            {m.talks.call}
          </Button>
        }
        refusal={
          contact.refused && (
            <GateRefusal
              refused={contact.refused}
              onAgreed={() => start({ agreedTime: true })}
              onOverride={(reason) => start({ override: { reason } })}
            />
          )
        }
        onTalkOver={setAbout}
      />
      {about && <TalkOver customerId={shown.customer.id} id={about} onClose={() => setAbout(null)} />}
    </>
  )
}

/** A talk about staying only while the guard lets one begin; else their matter is helped along, and once a word is settled it is asked how it went. */
const ledBy = ({ settled, guard }: RetentionShown) => {
  if (!settled && guard.against.length === 0) return { playbook: 'retention-talk', purpose: 'retention' } as const
  return { playbook: settled ? 'follow-up' : 'service-cycle', purpose: 'service' } as const
}

/** What the case waits for from its owner, as Today names it: the contact answers it. */
const waitingFor = ({ id, clocks }: RetentionShown) =>
  clocks
    .filter(({ who }) => who === 'owner')
    .slice(0, 1)
    .map(({ kind, due }) => ({ kind: 'retention' as const, recordId: `${id}/${kind}/${due}` }))

/** One expectation talked over: can, partly, cannot; lowered, put anew, agreed. */
function TalkOver({ customerId, id, onClose }: { customerId: string; id: string; onClose: () => void }) {
  const m = useMessages(expectationMessages)
  const { data } = useRead('GET /api/customers/:id/expectations', { params: { id: customerId } })
  const row = data?.rows.find((one) => one.id === id)
  return (
    <Drawer title={m.title} isOpen onClose={onClose}>
      {row ? (
        <div className="-mx-5">
          <ExpectationDetail expectation={row}>{null}</ExpectationDetail>
        </div>
      ) : (
        <SkeletonRows rows={4} />
      )}
    </Drawer>
  )
}
