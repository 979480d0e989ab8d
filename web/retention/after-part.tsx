import { useState } from 'react'
import { type Outcome, outcomes } from '#domain/retention/case-event.ts'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { type LeavingWay, leavingWays } from '#domain/retention/loss.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm, LineForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { CasePart } from './part.tsx'
import { ReasonSelect } from './reason-select.tsx'
import { keepWords, type Part, type RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Props = { shown: RetentionShown; acts: Add | null; now: Part | null }

/** What became of it, whether it holds, and what it taught. */
export function AfterPart({ shown, acts, now }: Props) {
  const { after: m } = useMessages(retentionMessages)
  const due = now === 'end' || now === 'followUp' || now === 'learn'
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  if (!shown.settled && shown.stage !== 'closed') return null
  return (
    <CasePart title={m.title} now={due}>
      <Facts shown={shown} />
      {acts && due && !open && (
        <Button className="mt-2" kind="go" onPress={() => setOpen(true)}>
          {now === 'end' ? m.end : now === 'followUp' ? m.followUp : m.learn}
        </Button>
      )}
      {acts && open && now === 'end' && <EndForm shown={shown} acts={acts} onClose={close} />}
      {acts && open && now === 'followUp' && <FollowForm shown={shown} acts={acts} onClose={close} />}
      {acts && open && now === 'learn' && <LearnForm shown={shown} acts={acts} onClose={close} />}
      {acts && (shown.stage === 'closed' || shown.settled?.how === 'letGo') && <Reopen acts={acts} />}
    </CasePart>
  )
}

function Facts({ shown: { ended, followUp, lesson, calledOff } }: { shown: RetentionShown }) {
  const { after: m } = useMessages(retentionMessages)
  const { outcomeNames, reasonNames } = keepWords[useLanguage()]
  return (
    <Rows>
      {calledOff && <Row note={calledOff}>{m.calledOff}</Row>}
      {ended && <Row end={<span className="text-ink-3">{ended.on.slice(5)}</span>}>{outcomeNames[ended.outcome]}</Row>}
      {followUp && <Row note={followUp.words}>{m.followedUp(followUp.holds)}</Row>}
      {lesson && (
        <Row
          note={reasonNames[lesson.reason]}
          end={lesson.propose ? <span className="text-jade">{m.proposed}</span> : undefined}
        >
          {lesson.text}
        </Row>
      )}
    </Rows>
  )
}

type FormProps = { shown: RetentionShown; acts: Add; onClose: () => void }

function EndForm({ shown, acts, onClose }: FormProps) {
  const { after: m, form } = useMessages(retentionMessages)
  const { outcomeNames, leavingWayNames } = keepWords[useLanguage()]
  const { today } = useSession()
  const [outcome, setOutcome] = useState<Outcome>(shown.settled?.how === 'letGo' ? 'left' : 'stayed')
  const [way, setWay] = useState<LeavingWay>('ported')
  const [on, setOn] = useState<string | null>(today)
  const left = outcome === 'left'
  const save = (): void => {
    if (on) acts.add({ type: 'ended', outcome, on, way: left ? way : undefined }, onClose)
  }
  return (
    <AskingForm save={form.save} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      <RadioGroup
        label={m.outcome}
        value={outcome}
        onChange={setOutcome}
        options={outcomes.map((id) => ({ id, label: outcomeNames[id] }))}
      />
      {left && (
        <RadioGroup
          label={m.way}
          value={way}
          onChange={setWay}
          options={leavingWays.map((id) => ({ id, label: leavingWayNames[id] }))}
        />
      )}
      <DatePicker label={m.on} value={on} onChange={setOn} max={today} isRequired />
      {left && <p className="t12 text-ink-3">{m.leftFollows}</p>}
    </AskingForm>
  )
}

function FollowForm({ shown, acts, onClose }: FormProps) {
  const { after: m, form } = useMessages(retentionMessages)
  const left = shown.settled?.how === 'letGo'
  const [holds, setHolds] = useState<'yes' | 'no'>('yes')
  const [words, setWords] = useState('')
  return (
    <AskingForm
      save={form.save}
      pending={acts.pending}
      onSubmit={() => acts.add({ type: 'followedUp', holds: holds === 'yes', words: words.trim() }, onClose)}
      onCancel={onClose}
    >
      <RadioGroup
        label={left ? m.holdsLeft : m.holds}
        value={holds}
        onChange={setHolds}
        options={[
          { id: 'yes', label: left ? m.smooth : m.yes },
          { id: 'no', label: left ? m.rough : m.no },
        ]}
      />
      <TextField label={form.words} value={words} onChange={setWords} maxLength={400} isRequired />
    </AskingForm>
  )
}

function LearnForm({ shown, acts, onClose }: FormProps) {
  const { after: m, form } = useMessages(retentionMessages)
  const said = shown.reasons.findLast(({ voice }) => voice === 'customer') ?? shown.reasons.at(-1)
  const [lesson, setLesson] = useState('')
  const [reason, setReason] = useState<ReasonId | null>(said?.reason ?? null)
  const [propose, setPropose] = useState(false)
  const save = (): void => {
    if (reason) acts.add({ type: 'learnt', lesson: lesson.trim(), reason, propose }, onClose)
  }
  return (
    <AskingForm save={form.save} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      <TextField label={m.lesson} value={lesson} onChange={setLesson} maxLength={400} autoFocus isRequired />
      <ReasonSelect label={m.reason} value={reason} onChange={setReason} />
      <Checkbox isSelected={propose} onChange={setPropose}>
        {m.propose}
      </Checkbox>
    </AskingForm>
  )
}

function Reopen({ acts }: { acts: Add }) {
  const { after: m } = useMessages(retentionMessages)
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button className="mt-2" size="s" kind="bare" onPress={() => setOpen(true)}>
        {m.reopen}
      </Button>
    )
  return (
    <LineForm
      label={m.reopenWhy}
      save={m.reopen}
      pending={acts.pending}
      onSave={(why) => acts.add({ type: 'reopened', by: 'customer', why }, () => setOpen(false))}
      onCancel={() => setOpen(false)}
    />
  )
}
