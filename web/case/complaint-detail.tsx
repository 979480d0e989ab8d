import { useState } from 'react'
import { now } from '#web/client/clock.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner, ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import {
  type CaseLine,
  caseRefusals,
  type CaseShow,
  caseWords,
  complaintWords,
  type ComplaintShow,
  type ComplaintWish,
  type OnTalk,
} from './case-types.ts'
import { ClockRows } from './clock-rows.tsx'
import { type Act, complaintActs } from './complaint-acts.ts'
import { type Asked, ComplaintForm } from './complaint-form.tsx'
import { complaintMessages } from './complaint-messages.ts'
import { Nature } from './complaint-nature.tsx'
import { Handings, Recovery, SixSteps, Words } from './complaint-story.tsx'
import { FeltForm } from './felt-form.tsx'
import { HandingForm } from './handing-form.tsx'
import { useWhen } from '#web/client/use-when.ts'

/** One complaint: what comes next and by which clock, the six steps, who else has it, and every word since. */
export function ComplaintDetail({ id, onTalk }: { id: string; onTalk: OnTalk }) {
  const m = useMessages(complaintMessages)
  const read = useRead('GET /api/cases/:id', { params: { id } })
  if (read.error) return <ErrorState {...m.missing} onRetry={() => void read.refetch()} />
  if (!read.data?.shown) return <SkeletonBrief />
  return <Whole item={read.data} shown={read.data.shown} onTalk={onTalk} />
}

type Props = { item: CaseShow; shown: ComplaintShow; onTalk: OnTalk }

function Whole({ item, shown, onTalk }: Props) {
  const reasonText = useReasonText(caseRefusals)
  const customerView = useCustomerView()
  const write = useWrite('POST /api/cases/:id/complaint')
  const [asking, setAsking] = useState<Act | null>(null)
  const move = (wish: ComplaintWish): void =>
    write.mutate(
      { params: { id: item.id }, body: wish },
      {
        onSuccess: () => setAsking(null),
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  const act = (wanted: Act): void => {
    if (wanted === 'talk') onTalk(item)
    else if (wanted === 'closed' || wanted === 'resumed') move({ move: wanted })
    else setAsking(wanted)
  }
  const closed = item.closedAt !== null
  const close = (): void => setAsking(null)
  return (
    <div className="flex shrink-0 grow flex-col">
      <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
        <Head item={item} shown={shown} />
        {asking === 'handed' && <HandingForm item={item} shown={shown} onClose={close} />}
        {asking === 'felt' && <FeltForm item={item} onClose={close} />}
        {isForm(asking) && (
          <ComplaintForm
            key={asking}
            asked={asking}
            item={item}
            shown={shown}
            pending={write.isPending}
            onSave={move}
            onCancel={close}
          />
        )}
        {!customerView.on && <Around shown={shown} />}
        <ClockRows clocks={shown.clocks} />
        <SixSteps shown={shown} closed={closed} onMove={move} />
        <Handings shown={shown} />
        <Words item={item} shown={shown} />
        <Recovery shown={shown} closed={closed} onMove={move} />
        {!customerView.on && <Nature item={item} shown={shown} />}
        <Appeal shown={shown} />
      </div>
      {!customerView.on && <Acts item={item} shown={shown} pending={write.isPending} onAct={act} />}
    </div>
  )
}

const isForm = (act: Act | null): act is Asked => forms.some((one) => one === act)
const forms: readonly Act[] = ['answered', 'told', 'asked', 'paused', 'escalated', 'reopened']

function Head({ item, shown }: Omit<Props, 'onTalk'>) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const when = useWhen()
  const { caseStandingNames } = caseWords[language]
  const { complaintLevelNames, nextAskNames } = complaintWords[language]
  const next = item.complaint?.next ?? null
  return (
    <header className="flex flex-col gap-1.5">
      <p className="t13 text-ink-3">
        {item.customer && (
          <Link href={`/customers/${item.customer.id}`} className="underline">
            {item.customer.calledBy}
          </Link>
        )}{' '}
        · <Link href={`/cases/${item.id}`}>{item.code}</Link> · {caseStandingNames[item.standing]}
        {shown.level !== 'general' && <b className="text-amber"> · {complaintLevelNames[shown.level]}</b>}
      </p>
      <h2 className="t20">{item.what}</h2>
      {shown.said && (
        <p className="read text-ink-2">
          <Quote>{shown.said}</Quote>
        </p>
      )}
      {item.answer && <p className="t13 text-ink-2">{item.answer}</p>}
      {!item.closedAt && (
        <p role="status" className={`t14 font-strong ${next && new Date(next.due) < now() ? 'text-red' : ''}`}>
          {next ? m.nextBy(nextAskNames[next.ask], when(next.due)) : m.nothing}
        </p>
      )}
      {item.felt && (
        <p className="t13 text-ink-2">
          <Quote>{item.felt}</Quote>
        </p>
      )}
    </header>
  )
}

/** What else is known: this customer's complaints went further before; others complain of the same thing now. */
function Around({ shown }: { shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  return (
    <>
      {shown.escalatedBefore > 0 && <Banner tone="soon">{m.escalatedBefore(shown.escalatedBefore)}</Banner>}
      {shown.alike > 0 && <Banner>{m.alike(shown.alike)}</Banner>}
    </>
  )
}

/** The customer's own way on, in words the customer may read [S-50]. */
function Appeal({ shown }: { shown: ComplaintShow }) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const law = shown.clocks.find(({ code }) => code === 'statutoryAnswer')
  if (!law) return null
  return (
    <Section title={m.appeal.title} remark={law.checked === null ? m.appeal.unchecked : undefined}>
      <p className="read py-2 text-ink-2">
        {m.appeal.text(complaintWords[language].limitUnitNames[law.unit](law.amount))}
      </p>
    </Section>
  )
}

type ActsProps = { item: CaseLine; shown: ComplaintShow; pending: boolean; onAct: (act: Act) => void }

function Acts({ item, shown, pending, onAct }: ActsProps) {
  const m = useMessages(complaintMessages)
  const { first, more } = complaintActs(item, shown)
  return (
    <ActBar>
      {first.map((act, place) => (
        <Button
          key={act}
          kind={place === 0 ? 'go' : 'outlined'}
          hotkey={String(place + 1)}
          isDisabled={pending}
          onPress={() => onAct(act)}
        >
          {m.acts[act]}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu
          label={m.acts.more}
          trigger={
            <Button kind="bare" endIcon="down">
              {m.acts.more}
            </Button>
          }
          choices={more.map((id) => ({ id, label: m.acts[id] }))}
          onChoose={(id) => onAct(id as Act)}
        />
      )}
    </ActBar>
  )
}
