import { useNavigate, useParams } from '@tanstack/react-router'
import { summaryOf } from '#domain/playbook/summary.ts'
import { RunForms } from '#web/form/run-forms.tsx'
import { ForCustomer } from '#web/playbook/for-customer.tsx'
import { contactMessages } from '#web/playbook/messages.ts'
import { RunScreen } from '#web/playbook/run-screen.tsx'
import { Timer } from '#web/playbook/timer.tsx'
import { useDuePromises } from '#web/playbook/use-due.ts'
import { useFinishing } from '#web/playbook/use-finishing.ts'
import { useGuesses } from '#web/playbook/use-guesses.ts'
import { type LiveRun, useRun } from '#web/playbook/use-run.ts'
import { useNote } from '#web/playbook/use-note.ts'
import { useRead } from '#web/client/query.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useCan } from '#web/client/session.tsx'
import { AfterStrain } from '#web/relationship/strain-tap.tsx'
import { SightMenu } from '#web/staff/sight-menu.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Drawer, DrawerTrigger } from '#web/ui/drawer.tsx'
import { phoneText } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { StatusDot } from '#web/ui/marks.tsx'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { useKeepConfirmed } from '../offline/use-keep-confirmed.ts'
import { Page } from '../shell.tsx'
import { BesideStep } from '../visit/beside-step.tsx'
import { useAgreedPurposes, useMeeting } from '../visit/use-meeting.ts'
import { WordsOfRun } from './run-words.tsx'
import { WhoPane } from './who-pane.tsx'

/** One contact, from the first words to the filing. */
export function RunPage() {
  const m = useMessages(contactMessages)
  const { runId } = useParams({ from: '/signed-in/contact/$runId' })
  const { live, error } = useRun(runId)
  useKeepConfirmed(runId, live?.known.confirmed)
  if (live) return <RunView key={runId} live={live} />
  return (
    <Page title={m.title}>
      {error ? <ErrorState title={m.gone.title} remedy={m.gone.remedy} /> : <SkeletonBrief />}
    </Page>
  )
}

function RunView({ live }: { live: LiveRun }) {
  const navigate = useNavigate()
  const note = useNote(live)
  const next = useNext(live)
  const ending = useFinishing(live, note, {
    guesses: useGuesses(live, note),
    due: useDuePromises(live),
    next: next?.calledBy ?? null,
    onNext: () => void navigate({ to: '/', search: next ? { who: next.customerId, open: true } : {} }),
  })
  const customerView = useCustomerView()
  const mayNote = useCan('team.own')
  const meeting = useMeeting(live)
  useAgreedPurposes(live, meeting)
  const { forms: called } = summaryOf(live.run.playbook, live.state)
  const forms = live.state.finished && called.length > 0 && (
    <RunForms
      run={{ id: live.run.id, customerId: live.run.customer.id, personId: live.run.person?.id ?? null }}
      wanted={called.map(({ form }) => form)}
      ready={live.known.saving === 'saved'}
      onBegin={(search) => void navigate({ to: '/forms/new', search })}
    />
  )
  const after = (
    <>
      {forms}
      {mayNote && live.state.finished && live.state.connectedAt && live.known.saving === 'saved' && (
        <AfterStrain runId={live.run.id} />
      )}
    </>
  )
  const who = <WhoPane live={live} customerView={customerView.on} />
  return (
    <Page
      title={<CallTitle live={live} />}
      remark={<CallRemark live={live} />}
      acts={customerView.on ? undefined : <Acts live={live} who={who} onFinish={ending.ask} />}
      foldedSearch
    >
      {customerView.on ? (
        <ForCustomer live={live} />
      ) : (
        <RunScreen
          live={live}
          note={note}
          who={who}
          ending={ending}
          after={after}
          beside={(step) => <BesideStep live={live} step={step} meeting={meeting} />}
        />
      )}
    </Page>
  )
}

/** Whom Today names next, once this contact is filed. */
const useNext = ({ run, state }: LiveRun) => {
  const day = useRead('GET /api/today', {}, { enabled: state.finished !== null, keep: true }).data
  return day?.rows.find(({ customerId }) => customerId !== run.customer.id) ?? null
}

function CallTitle({ live }: { live: LiveRun }) {
  const { run, state } = live
  const on = state.connectedAt !== null && state.finished === null
  return (
    <span className="flex min-w-0 items-center gap-2">
      <StatusDot state={on ? 'live' : 'idle'}>
        <span className="cut">{run.customer.calledBy}</span>
      </StatusDot>
      {run.phone && run.revealed && (
        <a
          href={`tel:${run.phone}`}
          aria-label={phoneText(run.phone)}
          className="touch flex flex-none items-center gap-1 rounded-s t14 font-normal tabular-nums max-md:text-jade md:text-ink-2"
        >
          <Icon name="phone" className="md:hidden" />
          <span className="max-md:hidden">{phoneText(run.phone)}</span>
        </a>
      )}
      {run.phone && !run.revealed && (
        <span className="t14 font-normal text-ink-3 tabular-nums max-md:hidden">{run.phone}</span>
      )}
    </span>
  )
}

function CallRemark({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const { run, state } = live
  return (
    <span className="flex items-center gap-4">
      {run.revealed && <span title={m.onlyThisCallWhy}>{m.onlyThisCall}</span>}
      {state.connectedAt && <Timer since={state.connectedAt} until={state.finished?.at ?? null} />}
    </span>
  )
}

function Acts({ live, who, onFinish }: { live: LiveRun; who: React.ReactNode; onFinish: () => void }) {
  const m = useMessages(contactMessages)
  const { state, act } = live
  if (state.finished) return <SightMenu kind="run" id={live.run.id} />
  return (
    <>
      <DrawerTrigger>
        <IconButton label={m.panes.who} icon="person" className="lg:hidden" />
        <Drawer title={m.panes.who} side="bottom">
          {who}
        </Drawer>
      </DrawerTrigger>
      <WordsOfRun live={live} />
      <IconButton
        label={state.tense ? m.calmAgain : m.angry}
        icon="calm"
        className="md:hidden"
        onPress={() => act({ type: 'tenseMarked', tense: !state.tense })}
      />
      <Button
        icon="calm"
        hotkey="F8"
        hotkeyWhileTyping
        className="max-md:hidden"
        onPress={() => act({ type: 'tenseMarked', tense: !state.tense })}
      >
        {state.tense ? m.calmAgain : m.angry}
      </Button>
      <Button hotkey="ctrl+Enter" hotkeyWhileTyping className="max-md:hidden" onPress={onFinish}>
        {m.finish}
      </Button>
    </>
  )
}
