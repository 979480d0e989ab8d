import { type ReactNode, useState } from 'react'
import { stages } from '#domain/retention/case-state.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Section } from '#web/ui/section.tsx'
import { AfterPart } from './after-part.tsx'
import { LineForm } from './asking-form.tsx'
import { AttitudeCard } from './attitude-card.tsx'
import { clockTone, useClockLine } from './clock-line.ts'
import { ExpectationPart } from './expectation-part.tsx'
import { GuardPanel } from './guard-panel.tsx'
import { HandForm } from './hand-form.tsx'
import { retentionMessages } from './messages.ts'
import { OfferPart } from './offer-part.tsx'
import { ReasonPart } from './reason-part.tsx'
import { goToNext } from './part.tsx'
import { keepWords, type Part, partNow, type RetentionShown } from './retention-types.ts'
import { SettlePart } from './settle-part.tsx'
import { StoryPart } from './story-part.tsx'
import { TalkPart } from './talk-part.tsx'
import { type Add, useAdd } from './use-add.ts'

type Props = {
  shown: RetentionShown
  /** The signs of the warning, as the warning tells them. */
  signs: ReactNode
  /** Starts a contact with the customer. */
  call: ReactNode
  refusal: ReactNode
  onTalkOver: (expectationId: string) => void
}

/** One case led from top to bottom: why, talks, reasons, expectations, offers, result, lesson; the guard and the way out beside it [P-13]. */
export function RetentionCaseScreen({ shown, signs, call, refusal, onTalkOver }: Props) {
  const wide = useWide('lg')
  const { on: turned } = useCustomerView()
  const writes = useAdd(shown.id)
  const acts = shown.may.work && !turned ? writes : null
  const now = partNow(shown)
  const guard = <GuardPanel shown={shown} acts={acts} />
  return (
    <div className="lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="flex min-w-0 flex-col gap-4 px-4 py-3 pb-10 lg:px-6">
        <Head shown={shown} acts={acts} now={now} />
        {refusal}
        {!wide && guard}
        <Signal shown={shown} signs={signs} />
        <TalkPart shown={shown} acts={acts} now={now === 'talk'} call={call} />
        <ReasonPart shown={shown} acts={acts} now={now === 'reasons'} />
        <ExpectationPart shown={shown} acts={acts} onTalkOver={onTalkOver} card={<AttitudeCard />} />
        <OfferPart shown={shown} acts={acts} now={now === 'offers'} />
        <SettlePart shown={shown} acts={acts} now={now === 'settle'} />
        <AfterPart key={now ?? 'closed'} shown={shown} acts={acts} now={now} />
        <StoryPart shown={shown} />
      </div>
      {wide && (
        <aside className="min-w-0 border-l border-line px-6 py-3">
          <div className="sticky top-3">{guard}</div>
        </aside>
      )}
    </div>
  )
}

function Head({ shown, acts, now }: { shown: RetentionShown; acts: Add | null; now: Part | null }) {
  const m = useMessages(retentionMessages)
  const line = useClockLine()
  const { list } = useFormat()
  const [asked, setAsked] = useState<'hand' | 'callOff' | null>(null)
  const { customer, owner, hadBy, clocks, round, may } = shown
  const open = acts !== null && shown.stage !== 'closed'
  const close = (): void => setAsked(null)
  return (
    <header className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="t20">
          <Link href={`/customers/${customer.id}`} quiet>
            {customer.calledBy}
          </Link>
        </h1>
        {customer.tier?.length === 1 && <Tier letter={customer.tier} />}
        <span className="t13 text-ink-2">
          {[customer.name === customer.calledBy ? null : customer.name, owner?.name ?? m.nobody]
            .filter(Boolean)
            .join(' · ')}
          {hadBy.length > 0 && <span className="text-ink-3"> ({m.hadBy(list(hadBy))})</span>}
          {round > 1 && <span className="text-ink-3"> · {m.round(round)}</span>}
        </span>
        {open && asked === null && (
          <span className="ml-auto flex gap-2">
            {(owner !== null || may.lead) && (
              <Button size="s" icon="transfer" onPress={() => setAsked('hand')}>
                {owner === null ? m.hand.name : m.hand.act}
              </Button>
            )}
            {!shown.reached && (
              <Button size="s" kind="bare" onPress={() => setAsked('callOff')}>
                {m.after.callOff}
              </Button>
            )}
          </span>
        )}
      </div>
      <ul aria-label={m.now} className="t14">
        {clocks.map((clock) => (
          <li key={`${clock.kind} ${clock.due}`} className={clockTone(clock)}>
            {line(clock)}
            {clock.who === 'lead' && <span className="text-ink-3"> · {m.leadDoes}</span>}
          </li>
        ))}
      </ul>
      <Steps stage={shown.stage} />
      {now && (
        <p className="pt-1">
          <Button size="s" icon="down" onPress={goToNext}>
            {m.next[now]}
          </Button>
        </p>
      )}
      {acts && asked === 'hand' && <HandForm shown={shown} acts={acts} onClose={close} />}
      {acts && asked === 'callOff' && (
        <LineForm
          label={m.after.callOffWhy}
          save={m.after.callOff}
          pending={acts.pending}
          onSave={(why) => acts.add({ type: 'calledOff', why }, close)}
          onCancel={close}
        />
      )}
    </header>
  )
}

/** Where it stands among the eight, for the eye. */
function Steps({ stage }: { stage: RetentionShown['stage'] }) {
  const m = useMessages(retentionMessages)
  const { stageNames } = keepWords[useLanguage()]
  const at = stages.indexOf(stage)
  return (
    <ol aria-label={m.steps} className="t12 flex flex-wrap gap-x-1 gap-y-1 pt-1">
      {stages.map((one, place) => (
        <li
          key={one}
          aria-current={place === at ? 'step' : undefined}
          className={`border-t-2 pt-0.5 pr-2 ${place <= at ? 'border-jade' : 'border-line-2'} ${place === at ? 'font-strong text-ink' : 'text-ink-3 max-md:sr-only'}`}
        >
          {stageNames[one]}
        </li>
      ))}
    </ol>
  )
}

function Signal({ shown, signs }: { shown: RetentionShown; signs: ReactNode }) {
  const m = useMessages(retentionMessages)
  const f = useFormat()
  const { on: turned } = useCustomerView()
  if (turned) return null
  const facts = [
    shown.chance === null ? null : m.chance(f.percent(shown.chance)),
    shown.atRiskFen === null ? null : m.atStake(f.money(Math.round(shown.atRiskFen / 100) * 100)),
    m.signal.by(shown.openedBy),
  ]
  return (
    <Section title={m.signal.title} remark={m.signals[shown.signal]}>
      <div className="t13 flex flex-col gap-1 py-2">
        {shown.signalWords && (
          <p className="read">
            <Quote>{shown.signalWords}</Quote>
          </p>
        )}
        {shown.signs.length > 0 && signs}
        <p className="text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
      </div>
    </Section>
  )
}
