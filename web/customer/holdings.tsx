import { answersFrom, questions, stageOf } from '#domain/customer/experience.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

export type Holding = CustomerFile['holdings'][number]

type HoldingsProps = {
  customerId: string
  holdings: readonly Holding[]
  canEdit: boolean
  /** 对客: what is in use, no money, no stage. */
  customerView: boolean
}

/** What a customer uses, what it costs, and how far the experience with it has come [K-16]. */
export function Holdings({ customerId, holdings, canEdit, customerView }: HoldingsProps) {
  const words = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const part = usePart<Holding>('PUT /api/customers/:id/holdings/:partId', customerId, m.holdings.one)
  const fields = useHoldingFields()
  const stageText = ({ stage, stageOn }: Holding): string => {
    if (stage === null) return words.holdings.noStage
    const name = words.profile.stages[stage]
    return stageOn === null ? name : words.holdings.stageSince(name, format.shortDay(stageOn, today))
  }
  return (
    <Section
      title={words.holdings.title}
      end={
        <span className="flex items-baseline gap-2">
          {!customerView && words.holdings.fee}
          {canEdit && (
            <Button kind="bare" size="s" icon="plus" onPress={part.add}>
              {m.add}
            </Button>
          )}
        </span>
      }
    >
      {holdings.length === 0 && <p className="t13 py-2 text-ink-3">{words.holdings.none}</p>}
      <ul>
        {holdings.map((holding) => (
          <li
            key={holding.id}
            className="t13 grid grid-cols-[minmax(0,1fr)_auto_auto] items-baseline gap-x-4 border-b border-line py-1.5"
          >
            <span>
              {holding.product}
              {!customerView && <small className="t12 block text-ink-3">{stageText(holding)}</small>}
            </span>
            <span className="text-ink-3">
              {holding.note ?? (holding.until && words.holdings.until(holding.until.slice(0, 7)))}
            </span>
            <span className="flex items-baseline gap-2">
              {!customerView && holding.monthlyFeeFen !== null && (
                <span className="num">{format.money(holding.monthlyFeeFen)}</span>
              )}
              {canEdit && (
                <Button
                  kind="bare"
                  size="s"
                  onPress={() => part.edit(holding)}
                  aria-label={`${words.holdings.interview} ${holding.product}`}
                >
                  {m.edit}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={part.open.row?.product ?? m.holdings.add}
          fields={fields}
          initial={flatOf(part.open.row)}
          {...part.form}
          onSave={(changed, over) => part.save(withAnswers(changed, part.open?.row ?? null), over)}
          preview={(draft) => <StagePreview draft={draft} />}
        />
      )}
    </Section>
  )
}

/** The product's own fields, then the interview, one field a question. */
const useHoldingFields = (): PartField[] => {
  const { profile } = useMessages(customerMessages)
  const { holdings } = useMessages(fileMessages)
  const text = { is: 'text' } as const
  return [
    { key: 'product', label: holdings.fields.product, type: text, required: true },
    { key: 'note', label: holdings.fields.note, type: text },
    { key: 'monthlyFeeFen', label: holdings.fields.monthlyFeeFen, type: { is: 'money' } },
    { key: 'until', label: holdings.fields.until, type: { is: 'day' } },
    ...questions.map(({ key, answer }): PartField => ({
      key: `ask.${key}`,
      label: profile.questions[key] ?? key,
      type:
        answer.is === 'text'
          ? text
          : { is: 'option', options: answer.of.map((id) => ({ id, label: profile.answers[key]?.[id] ?? id })) },
    })),
  ]
}

const flatOf = (holding: Holding | null): Record<string, unknown> =>
  holding
    ? {
        product: holding.product,
        note: holding.note,
        monthlyFeeFen: holding.monthlyFeeFen,
        until: holding.until,
        ...Object.fromEntries(Object.entries(holding.answers).map(([key, value]) => [`ask.${key}`, value])),
      }
    : {}

const answersIn = (draft: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([key, value]) => (key.startsWith('ask.') ? [[key.slice(4), value]] : [])),
  )

/** Answers are one field of the record: those that were not touched stay. */
const withAnswers = (changed: Record<string, unknown>, holding: Holding | null): Record<string, unknown> => {
  const plain = Object.fromEntries(Object.entries(changed).filter(([key]) => !key.startsWith('ask.')))
  const answers = answersIn(changed)
  if (Object.keys(answers).length === 0) return plain
  return { ...plain, answers: answersFrom({ ...holding?.answers, ...answers }) }
}

function StagePreview({ draft }: { draft: Readonly<Record<string, unknown>> }) {
  const { profile } = useMessages(customerMessages)
  const { holdings } = useMessages(fileMessages)
  const stage = stageOf(answersFrom(answersIn(draft)))
  return <p className="t13 text-ink-2">{stage ? holdings.stage(profile.stages[stage]) : holdings.noStage}</p>
}
