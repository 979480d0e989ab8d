import { type Capture, isAnswered, standing } from '#domain/playbook/capture.ts'
import { isExplicit } from '#domain/playbook/need-degree.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import type { IconName } from '#web/ui/icons.tsx'
import type { Keys } from '#web/ui/keys.ts'
import { type Can, CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Adding, CaptureRow, ClosedContext, Editing } from './capture-row.tsx'
import { CaseEditor, CueEditor, ExpectationEditor, FollowUpEditor, PromiseEditor } from './capture-editor.tsx'
import { contactMessages } from './messages.ts'
import { NeedEditor } from './need-editor.tsx'
import type { SpokenPromise } from './spoken.ts'
import type { Guesses } from './use-guesses.ts'
import type { LiveRun } from './use-run.ts'

type Props = { live: LiveRun; guesses: Guesses }

const marks: Record<'can' | 'partly' | 'cannot', Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** What stands written down, a row a kind; what the notes seem to say stands dashed until it is agreed to. */
export function Captures({ live, guesses }: Props) {
  return (
    <ClosedContext value={live.state.finished !== null}>
      <CaptureRows live={live} guesses={guesses} />
    </ClosedContext>
  )
}

function CaptureRows({ live, guesses }: Props) {
  const m = useMessages(contactMessages)
  const { state } = live
  const { promises, wishes, needs, matter } = guesses
  const needed = matter ? [matter] : needs
  return (
    <Section title={m.captures.title} remark={state.finished ? undefined : m.captures.remark}>
      <CaptureRow name={m.captures.promise} empty={standing(state.captures, 'promise').length === 0}>
        {promises.map((promise, place) => (
          <PromiseGuess
            key={promise.key}
            live={live}
            promise={promise}
            first={place === 0}
            onKeep={() => guesses.takePromise(promise)}
            onWave={() => guesses.wave(promise.key)}
          />
        ))}
        {standing(state.captures, 'promise').map((capture) => (
          <PromiseChip key={capture.id} live={live} capture={capture} />
        ))}
        <Adding label={`${m.captures.add} · ${m.captures.promise}`}>
          {(close) => <PromiseEditor live={live} onDone={close} />}
        </Adding>
      </CaptureRow>
      <CaptureRow name={m.captures.expectation} empty={standing(state.captures, 'expectation').length === 0}>
        {standing(state.captures, 'expectation').map((capture, place) => (
          <ExpectationChip key={capture.id} live={live} capture={capture} place={live.run.expectations + place + 1} />
        ))}
        {wishes.map((wish, place) => (
          <WordsGuess
            key={wish.key}
            icon="expect"
            hotkey={place === 0 ? 'alt+e' : undefined}
            words={wish.text}
            label={wish.known ? m.captures.join(wish.text, wish.known.what) : m.captures.acceptWish(wish.text)}
            joins={wish.known !== null}
            waveLabel={m.captures.dismissWish}
            onKeep={() => guesses.takeWish(wish)}
            onWave={() => guesses.wave(wish.key)}
          />
        ))}
        <Adding label={`${m.captures.add} · ${m.captures.expectation}`}>
          {(close) => <ExpectationEditor live={live} onDone={close} />}
        </Adding>
      </CaptureRow>
      {(['need', 'cue'] as const).map((kind) => (
        <CaptureRow key={kind} name={m.captures[kind]} empty={standing(state.captures, kind).length === 0}>
          {kind === 'need' &&
            needed.map((need, place) => (
              <WordsGuess
                key={need.key}
                icon="flag"
                hotkey={place === 0 ? 'alt+n' : undefined}
                words={need.text}
                label={need.known ? m.captures.join(need.text, need.known.what) : m.captures.acceptNeed(need.text)}
                joins={need.known !== null}
                waveLabel={m.captures.dismissNeed}
                onKeep={() => guesses.takeNeed(need)}
                onWave={() => guesses.wave(need.key)}
              />
            ))}
          {standing(state.captures, kind).map((capture) => (
            <Editing key={capture.id} label={capture.text} chip={<WordsChip capture={capture} />}>
              {(close) =>
                capture.kind === 'need' ? (
                  <NeedEditor live={live} capture={capture} onDone={close} />
                ) : (
                  <CueEditor live={live} capture={capture} onDone={close} />
                )
              }
            </Editing>
          ))}
          <Adding label={`${m.captures.add} · ${m.captures[kind]}`}>
            {(close) =>
              kind === 'need' ? <NeedEditor live={live} onDone={close} /> : <CueEditor live={live} onDone={close} />
            }
          </Adding>
        </CaptureRow>
      ))}
      <AfterwardsRows live={live} />
    </Section>
  )
}

/** A day and an hour as the due time of a promise is said. */
export const useDue = (live: LiveRun): ((day: string, time: string | null) => string) => {
  const m = useMessages(contactMessages)
  const format = useFormat(live.timeZone)
  return (day, time) => m.captures.by(format.shortDay(day, live.today), time)
}

type PromiseGuessProps = {
  live: LiveRun
  promise: SpokenPromise
  first: boolean
  onKeep: () => void
  onWave: () => void
}

function PromiseGuess({ live, promise, first, onKeep, onWave }: PromiseGuessProps) {
  const m = useMessages(contactMessages)
  const due = useDue(live)
  const format = useFormat()
  const words = `${promise.what}${format.comma}${due(promise.dueDay, promise.dueTime)}`
  return (
    <WordsGuess
      icon="clock"
      hotkey={first ? 'alt+p' : undefined}
      words={words}
      label={m.captures.accept(words)}
      waveLabel={m.captures.dismiss}
      onKeep={onKeep}
      onWave={onWave}
    />
  )
}

type WordsGuessProps = {
  icon: IconName
  hotkey: Keys | undefined
  words: string
  label: string
  /** The customer's file holds the matter already; kept, the words go there. */
  joins?: boolean
  waveLabel: string
  onKeep: () => void
  onWave: () => void
}

/** What the notes seem to say, dashed: pressed it is kept, crossed it is gone. */
function WordsGuess({ icon, hotkey, words, label, joins = false, waveLabel, onKeep, onWave }: WordsGuessProps) {
  const m = useMessages(contactMessages)
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <Button
        size="s"
        icon={icon}
        className="max-w-full border-dashed border-edge"
        aria-label={label}
        {...(hotkey === undefined ? {} : { hotkey, hotkeyWhileTyping: true })}
        onPress={onKeep}
      >
        <span className="cut">{words}</span>
        {joins && <span className="flex-none text-ink-3">{m.captures.known}</span>}
      </Button>
      <IconButton label={waveLabel} icon="x" size="s" kind="bare" onPress={onWave} />
    </span>
  )
}

function PromiseChip({ live, capture }: { live: LiveRun; capture: Capture<'promise'> }) {
  const due = useDue(live)
  const format = useFormat()
  const words = `${capture.what}${format.comma}${due(capture.dueDay, capture.dueTime)}`
  return (
    <Editing label={capture.what} chip={words}>
      {(close) => <PromiseEditor live={live} capture={capture} onDone={close} />}
    </Editing>
  )
}

function WordsChip({ capture }: { capture: Capture<'need'> | Capture<'cue'> }) {
  const m = useMessages(contactMessages)
  return (
    <>
      {capture.text}
      {capture.kind === 'need' && capture.degree && (
        <span className={isExplicit(capture.degree) ? 'text-amber' : 'text-ink-3'}>
          {m.captures.degrees[capture.degree].name}
        </span>
      )}
      {capture.kind === 'need' && capture.joins !== undefined && (
        <span className="text-ink-3">{m.captures.joined}</span>
      )}
    </>
  )
}

function ExpectationChip({ live, capture, place }: { live: LiveRun; capture: Capture<'expectation'>; place: number }) {
  const m = useMessages(contactMessages)
  const chip = (
    <>
      <span className="text-ink-3">{place}</span>
      {capture.text}
      {capture.joins !== undefined && <span className="text-ink-3">{m.captures.joined}</span>}
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
      <CaptureRow name={m.captures.followUp} empty={!followUp}>
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
      <CaptureRow name={m.captures.case} empty={!serviceCase}>
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
