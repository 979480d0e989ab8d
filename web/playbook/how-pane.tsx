import clsx from 'clsx'
import { useState } from 'react'
import type { Step } from '#domain/playbook/definition.ts'
import { mayDisclose } from '#domain/playbook/disclosure.ts'
import { evidenceOf, nextStep, previousStep, standingOf, type StepStanding } from '#domain/playbook/progress.ts'
import { stepsOf } from '#domain/playbook/run.ts'
import { isStaged, placeInVisit } from '#domain/playbook/visit.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useWide } from '#web/ui/data-column.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Aim } from './aim.tsx'
import { BeforeCall } from './before-call.tsx'
import { CalmCard } from './calm-card.tsx'
import { Dropped } from './dropped.tsx'
import { EarlyReason, useWay } from './early.tsx'
import { contactMessages } from './messages.ts'
import { Identity } from './identity.tsx'
import { noteBoxId } from './note-box.tsx'
import { Offers } from './offers.tsx'
import { type Beside, OpenStep } from './open-step.tsx'
import { PaneHead } from './pane-head.tsx'
import { Purposes } from './purposes.tsx'
import { Suggestion } from './suggestion.tsx'
import { TwoSidesShown } from './two-sides.tsx'
import type { LiveRun } from './use-run.ts'
import { AllSteps, StageStrip } from './visit/stage-strip.tsx'

/** How to hold it: every step in order, the one on the screen open, the next one named on the button. */
export function HowPane({ live, beside }: { live: LiveRun; beside?: Beside }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const { run, state } = live
  const format = useFormat(live.timeZone)
  const steps = stepsOf(run.playbook, state)
  const { finished } = state
  // What is filed is read, not walked: no step stands open any more.
  const here = finished ? -1 : steps.findIndex(({ id }) => id === state.step)
  const next = nextStep(run.playbook, state)
  const previous = previousStep(run.playbook, state)
  // Until somebody answers, the one filled button is “connected”.
  const mayGo = (step: Step): boolean => step.kind !== 'talk' || state.connectedAt !== null
  const acts = (next && mayGo(next)) || state.connectedAt || previous
  const { wish, go, back } = useWay(live)
  const staged = isStaged(run.playbook)
  // Where the pane that asks who it is stands behind a button, the question stands here until it is answered.
  const narrow = !useWide('lg')
  const [all, setAll] = useState(false)
  // Still at home with a phone in hand, what to prepare comes first and meeting last.
  const late = staged && steps[here] !== undefined && placeInVisit(run.playbook, state, steps[here]) !== 'way'
  return (
    <section
      aria-label={m.panes.how}
      className={clsx(
        'flex min-h-0 min-w-0 flex-col md:overflow-y-auto md:border-r md:border-line',
        finished && 'max-md:order-last max-md:border-t max-md:border-line',
      )}
    >
      <PaneHead
        title={m.panes.how}
        remark={`${run.playbook.title[language]} · ${finished ? m.filedAt(`${format.shortDay(format.dayOf(finished.at), live.today)} ${format.time(finished.at)}`) : m.step(here + 1, steps.length)}`}
        {...(staged && !finished ? { act: <AllSteps all={all} onAll={setAll} /> } : {})}
        className="lg:px-6"
      />
      {staged && <StageStrip live={live} />}
      {state.tense && !finished && <CalmCard live={live} />}
      <Dropped live={live} />
      <Offers live={live} />
      {wish && <EarlyReason key={wish.step.id} live={live} wish={wish} onBack={back} />}
      <Aim live={live} />
      <Purposes live={live} />
      {run.direction === 'outbound' && (!state.connectedAt || state.missed) && !state.finished && (
        <BeforeCall live={live} className={clsx(late && 'max-md:order-1')} />
      )}
      {narrow && state.connectedAt && !state.missed && !finished && !mayDisclose(state) && (
        <div className="px-4 pt-3">
          <Identity live={live} />
        </div>
      )}
      <ol>
        {steps.map((step, place) => (
          <StepRow
            key={step.id}
            live={live}
            step={step}
            place={place}
            here={here}
            onGo={go}
            alone={staged && !all && !finished}
            beside={beside}
          />
        ))}
      </ol>
      <Suggestion live={live} />
      {finished && <TwoSidesShown live={live} />}
      {!finished && (
        <ActBar end={m.folding} className={clsx('order-2 lg:px-6', !acts && 'max-lg:hidden')}>
          {next && mayGo(next) && (
            <Button kind="go" hotkey="ctrl+ArrowRight" hotkeyWhileTyping onPress={() => go(next)}>
              {next.title[language]}
            </Button>
          )}
          {state.connectedAt && (
            <Button
              icon="edit"
              className="ml-auto flex-none md:hidden"
              onPress={() => document.getElementById(noteBoxId)?.focus()}
            >
              {m.jot}
            </Button>
          )}
          {previous && (
            <Button kind="bare" icon="undo" hotkey="ctrl+ArrowLeft" hotkeyWhileTyping onPress={() => go(previous)}>
              {m.back}
            </Button>
          )}
        </ActBar>
      )}
    </section>
  )
}

type StepRowProps = {
  live: LiveRun
  step: Step
  place: number
  here: number
  onGo: (step: Step, branch?: string | null) => void
  /** On a phone only the step that is open has the screen. */
  alone: boolean
  beside: Beside
}

function StepRow({ live, step, place, here, onGo, alone, beside }: StepRowProps) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const format = useFormat()
  const { run, state } = live
  const standing = standingOf(run.playbook, step, state)
  const behind = standing.is === 'done' || standing.is === 'half'
  const spent = state.spent[step.id]
  const evidence = evidenceOf(step, state).map((text) => text[language])
  const shown = [
    evidence.slice(0, standing.is === 'half' ? 1 : 3).join(language === 'zh' ? '、' : ', '),
    spent === undefined ? '' : format.clock(spent / 1000),
  ].filter(Boolean)
  if (place === here)
    return (
      <li aria-current="step" className="border-b border-line px-4 lg:px-6">
        <div className="grid min-h-11 grid-cols-[28px_minmax(0,1fr)] items-center py-1.5 lg:grid-cols-[28px_auto_minmax(0,1fr)]">
          <Ordinal place={place} standing={standing} />
          <h2 className="t16 font-strong">{step.title[language]}</h2>
          <span className="t12 col-start-2 text-ink-3 lg:col-start-3 lg:text-right">{step.aim[language]}</span>
        </div>
        <OpenStep live={live} step={step} onGo={onGo} beside={beside} />
      </li>
    )
  return (
    <li className={clsx('border-b border-line', alone && 'max-md:hidden')}>
      <button
        type="button"
        data-ring="in"
        onClick={() => onGo(step)}
        disabled={state.finished !== null}
        className="grid min-h-10 w-full cursor-pointer disabled:cursor-default disabled:hover:bg-transparent grid-cols-[28px_auto_minmax(0,1fr)] items-center px-4 text-left text-ink-2 hover:bg-paper-2 lg:px-6 pointer-coarse:min-h-11"
      >
        <Ordinal place={place} standing={standing} />
        <span>{step.title[language]}</span>
        <span className="t12 cut pl-4 text-right text-ink-3">
          {standing.is === 'half' && <span className="text-amber">{m.stillOpen(standing.open)}</span>}
          {standing.is === 'half' && shown.length > 0 && ' · '}
          {behind ? shown.join(' · ') : here >= 0 && place === here + 1 ? step.aim[language] : ''}
        </span>
      </button>
    </li>
  )
}

const looks: Record<StepStanding['is'], string> = {
  here: 'border-jade-fill bg-jade-fill font-strong text-on-jade',
  done: 'border-jade text-jade',
  half: 'border-dashed border-amber text-amber',
  ahead: 'border-edge text-ink-3',
}

function Ordinal({ place, standing }: { place: number; standing: StepStanding }) {
  return (
    <span
      className={clsx('t12 inline-flex size-5 items-center justify-center rounded-full border', looks[standing.is])}
    >
      {standing.is === 'done' ? <Icon name="check" small /> : place + 1}
    </span>
  )
}
