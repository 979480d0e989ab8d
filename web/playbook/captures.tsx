import type { ReactNode } from 'react'
import { type Capture, isAnswered, standing } from '#domain/playbook/capture.ts'
import type { Captured } from '#domain/playbook/event.ts'
import { freshId } from '#web/client/id.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { useFormat } from '#web/ui/format.ts'
import { type Can, CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Section } from '#web/ui/section.tsx'
import { CaseEditor, ExpectationEditor, FollowUpEditor, PromiseEditor, WordsEditor } from './capture-editor.tsx'
import { contactMessages } from './messages.ts'
import type { SpokenPromise, SpokenWish } from './spoken.ts'
import type { LiveRun } from './use-run.ts'

type Props = {
  live: LiveRun
  promises: readonly SpokenPromise[]
  wishes: readonly SpokenWish[]
  onWave: (key: string) => void
}

const marks: Record<'can' | 'partly' | 'cannot', Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** What stands written down, a row a kind; what the notes seem to say stands dashed until it is agreed to. */
export function Captures({ live, promises, wishes, onWave }: Props) {
  const m = useMessages(contactMessages)
  const { state, act } = live
  const keep = (content: Captured): void => void act({ type: 'captured', capture: freshId(), content })
  return (
    <Section title={m.captures.title} remark={m.captures.remark}>
      <CaptureRow name={m.captures.promise}>
        {promises.map((promise, place) => (
          <PromiseGuess
            key={promise.key}
            live={live}
            promise={promise}
            first={place === 0}
            onKeep={() =>
              keep({ kind: 'promise', what: promise.what, dueDay: promise.dueDay, dueTime: promise.dueTime })
            }
            onWave={() => onWave(promise.key)}
          />
        ))}
        {standing(state.captures, 'promise').map((capture) => (
          <PromiseChip key={capture.id} live={live} capture={capture} />
        ))}
        <Adding label={`${m.captures.add} · ${m.captures.promise}`}>
          {(close) => <PromiseEditor live={live} onDone={close} />}
        </Adding>
      </CaptureRow>
      <CaptureRow name={m.captures.expectation}>
        {standing(state.captures, 'expectation').map((capture, place) => (
          <ExpectationChip key={capture.id} live={live} capture={capture} place={place + 1} />
        ))}
        {wishes.map(({ key, text }, place) => (
          <span key={key} className="inline-flex max-w-full items-center gap-1">
            <Button
              size="s"
              icon="expect"
              className="max-w-full border-dashed border-edge"
              aria-label={m.captures.acceptWish(text)}
              {...(place === 0 ? { hotkey: 'alt+e', hotkeyWhileTyping: true } : {})}
              onPress={() =>
                keep({ kind: 'expectation', text, sort: 'factual', answer: null, offer: '', acknowledged: false })
              }
            >
              <span className="cut">{text}</span>
            </Button>
            <IconButton label={m.captures.dismissWish} icon="x" size="s" kind="bare" onPress={() => onWave(key)} />
          </span>
        ))}
        <Adding label={`${m.captures.add} · ${m.captures.expectation}`}>
          {(close) => <ExpectationEditor live={live} onDone={close} />}
        </Adding>
      </CaptureRow>
      {(['need', 'cue'] as const).map((kind) => (
        <CaptureRow key={kind} name={m.captures[kind]}>
          {standing(state.captures, kind).map((capture) => (
            <Editing key={capture.id} label={capture.text} chip={capture.text}>
              {(close) => <WordsEditor live={live} kind={kind} capture={capture} onDone={close} />}
            </Editing>
          ))}
          <Adding label={`${m.captures.add} · ${m.captures[kind]}`}>
            {(close) => <WordsEditor live={live} kind={kind} onDone={close} />}
          </Adding>
        </CaptureRow>
      ))}
      <AfterwardsRows live={live} />
    </Section>
  )
}

function CaptureRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[56px_minmax(0,1fr)] gap-2 border-b border-line py-2">
      <span className="t12 leading-[26px] text-ink-3">{name}</span>
      <div className="flex min-w-0 flex-wrap gap-1.5">{children}</div>
    </div>
  )
}

function Editing({
  label,
  chip,
  children,
}: {
  label: string
  chip: ReactNode
  children: (close: () => void) => ReactNode
}) {
  return (
    <Popover
      label={label}
      placement="bottom start"
      className="w-80 max-w-full"
      trigger={<Chip onPress={nothing}>{chip}</Chip>}
    >
      {children}
    </Popover>
  )
}

/** The popover's trigger answers the press itself. */
const nothing = (): void => undefined

function Adding({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  return (
    <Popover
      label={label}
      className="w-80 max-w-full"
      trigger={<IconButton label={label} icon="plus" size="s" kind="bare" />}
    >
      {children}
    </Popover>
  )
}

const useDue = (live: LiveRun): ((day: string, time: string | null) => string) => {
  const m = useMessages(contactMessages)
  const format = useFormat(live.timeZone)
  return (day, time) => m.captures.by(format.shortDay(day, live.today), time)
}

type GuessProps = { live: LiveRun; promise: SpokenPromise; first: boolean; onKeep: () => void; onWave: () => void }

function PromiseGuess({ live, promise, first, onKeep, onWave }: GuessProps) {
  const m = useMessages(contactMessages)
  const due = useDue(live)
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <Button
        size="s"
        icon="clock"
        className="max-w-full border-dashed border-edge"
        aria-label={m.captures.accept(`${promise.what}，${due(promise.dueDay, promise.dueTime)}`)}
        {...(first ? { hotkey: 'alt+p', hotkeyWhileTyping: true } : {})}
        onPress={onKeep}
      >
        <span className="cut">
          {promise.what}，{due(promise.dueDay, promise.dueTime)}
        </span>
      </Button>
      <IconButton label={m.captures.dismiss} icon="x" size="s" kind="bare" onPress={onWave} />
    </span>
  )
}

function PromiseChip({ live, capture }: { live: LiveRun; capture: Capture<'promise'> }) {
  const due = useDue(live)
  const words = `${capture.what}，${due(capture.dueDay, capture.dueTime)}`
  return (
    <Editing label={capture.what} chip={words}>
      {(close) => <PromiseEditor live={live} capture={capture} onDone={close} />}
    </Editing>
  )
}

function ExpectationChip({ live, capture, place }: { live: LiveRun; capture: Capture<'expectation'>; place: number }) {
  const m = useMessages(contactMessages)
  const chip = (
    <>
      <span className="text-ink-3">{place}</span>
      {capture.text}
      {capture.sort === 'heard' ? (
        <span className={capture.acknowledged ? 'text-jade' : 'text-amber'}>{m.captures.sorts.heard}</span>
      ) : capture.answer ? (
        <CanMark can={marks[capture.answer]} />
      ) : (
        <span className="text-amber">{isAnswered(capture) ? '' : m.captures.waiting}</span>
      )}
    </>
  )
  return (
    <Editing label={capture.text} chip={chip}>
      {(close) => <ExpectationEditor live={live} capture={capture} onDone={close} />}
    </Editing>
  )
}

/** What comes after the contact: when we call again, and what needs a clock of its own. */
function AfterwardsRows({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const due = useDue(live)
  const { followUp, serviceCase } = live.state
  return (
    <>
      <CaptureRow name={m.captures.followUp}>
        {followUp ? (
          <Editing
            label={m.captures.followUp}
            chip={[due(followUp.day, followUp.time), followUp.about].filter(Boolean).join(' · ')}
          >
            {(close) => <FollowUpEditor live={live} onDone={close} />}
          </Editing>
        ) : (
          <Adding label={`${m.captures.add} · ${m.captures.followUp}`}>
            {(close) => <FollowUpEditor live={live} onDone={close} />}
          </Adding>
        )}
      </CaptureRow>
      <CaptureRow name={m.captures.case}>
        {serviceCase ? (
          <Editing label={m.captures.case} chip={`${m.captures.kinds[serviceCase.kind]} · ${serviceCase.what}`}>
            {(close) => <CaseEditor live={live} onDone={close} />}
          </Editing>
        ) : (
          <Adding label={`${m.captures.add} · ${m.captures.case}`}>
            {(close) => <CaseEditor live={live} onDone={close} />}
          </Adding>
        )}
      </CaptureRow>
    </>
  )
}
