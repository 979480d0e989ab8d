import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import {
  classOf,
  evaluationParts,
  type EvaluationPart,
  quarterBefore,
  quarterOf,
  sumOf,
  supplyProposal,
} from '#domain/customer/evaluation.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { craftMessages } from './craft-messages.ts'
import type { Customer } from './customer-types.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'
import { useValueText } from './value-text.ts'

type Evaluation = Reply<Contract['GET /api/customers/:id/outlet']>['evaluations'][number]

type EvaluationsProps = { customer: Customer; evaluations: readonly Evaluation[]; canEdit: boolean }

/** The quarter's evaluation to a hundred, last quarter's beside it, and what supply level its class speaks for [K-31]. */
export function Evaluations({ customer, evaluations, canEdit }: EvaluationsProps) {
  const { evaluation: m } = useMessages(craftMessages)
  const format = useFormat()
  const textOf = useValueText()
  const { today } = useSession()
  const part = usePart<Evaluation>('PUT /api/customers/:id/evaluations/:partId', customer.id, m.one)
  const [newest] = evaluations
  const before = newest && evaluations.find(({ quarter }) => quarter === quarterBefore(newest.quarter))
  const market = textOf('marketType', customer.dossier['marketType']) ?? ''
  const now = quarterOf(today)
  const ofNow = evaluations.find(({ quarter }) => quarter === now)
  const fields: PartField[] = [
    ...(Object.keys(evaluationParts) as EvaluationPart[]).map((key) => ({
      key,
      label: m.parts[key],
      type: { is: 'number' as const, min: 0, max: evaluationParts[key] },
      required: true,
      hint: m.most(evaluationParts[key]),
    })),
    { key: 'note', label: m.note, type: { is: 'text', long: true } },
  ]
  return (
    <Section
      title={m.title}
      remark={newest && m.quarter(newest.quarter)}
      end={
        canEdit && (
          <Button
            kind="bare"
            size="s"
            icon={ofNow ? 'edit' : 'plus'}
            onPress={() => (ofNow ? part.edit(ofNow) : part.add())}
          >
            {ofNow ? m.edit : m.add}
          </Button>
        )
      }
    >
      {!newest && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      {newest && (
        <Definitions>
          <DefinitionRow wide term={m.class(market, classOf(sumOf(newest)))}>
            <b className="font-strong">{m.sum(sumOf(newest))}</b>
            <span className="t12 ml-2 text-ink-3">
              {before ? m.before(m.quarter(before.quarter), sumOf(before)) : m.noBefore}
            </span>
          </DefinitionRow>
          {(Object.keys(evaluationParts) as EvaluationPart[]).map((key) => (
            <DefinitionRow key={key} wide term={m.parts[key]}>
              {newest[key]} <span className="t12 text-ink-3">/ {evaluationParts[key]}</span>
              {before && before[key] !== newest[key] && (
                <span className="t12 ml-2 text-ink-3">
                  {newest[key] > before[key] ? '+' : '−'}
                  {Math.abs(newest[key] - before[key])}
                </span>
              )}
            </DefinitionRow>
          ))}
          <DefinitionRow wide term={m.supply}>
            <Supply evaluation={newest} market={market} level={customer.dossier['allocationLevel']} />
          </DefinitionRow>
          {newest.note && (
            <DefinitionRow wide term={m.note}>
              {newest.note} <span className="t12 text-ink-3">{m.by(newest.notedBy)}</span>
            </DefinitionRow>
          )}
        </Definitions>
      )}
      {part.open && (
        <PartForm
          key={part.open.id}
          title={[m.title, m.quarter(part.open.row?.quarter ?? now)].join(' · ')}
          fields={fields}
          initial={part.open.row ? draftOf(part.open.row) : { quarter: now }}
          {...part.form}
          preview={(draft) => <Sum draft={draft} market={market} comma={format.comma} />}
        />
      )}
    </Section>
  )
}

const draftOf = ({ quarter, business, shop, honest, note }: Evaluation) => ({ quarter, business, shop, honest, note })

const pointsIn = (draft: Readonly<Record<string, unknown>>, key: EvaluationPart): number => Number(draft[key] ?? 0) || 0

/** The three parts added up while they are written. */
function Sum({ draft, market, comma }: { draft: Readonly<Record<string, unknown>>; market: string; comma: string }) {
  const { evaluation: m } = useMessages(craftMessages)
  const sum = sumOf({
    business: pointsIn(draft, 'business'),
    shop: pointsIn(draft, 'shop'),
    honest: pointsIn(draft, 'honest'),
  })
  return (
    <p role="status" className="t14 font-strong">
      {[m.sum(sum), m.class(market, classOf(sum))].join(comma)}
    </p>
  )
}

function Supply({ evaluation, market, level }: { evaluation: Evaluation; market: string; level: unknown }) {
  const { evaluation: m } = useMessages(craftMessages)
  const present = typeof level === 'number' ? level : null
  const { class: rank, from, to, move } = supplyProposal(evaluation, present)
  return (
    <>
      {m.proposal(from, to)}
      <span className="t12 ml-2 text-ink-3">{m.class(market, rank)}</span>
      {present !== null && (
        <span className={`block ${move === 'keep' ? 'text-ink-3' : 'text-amber'}`}>
          {[m.present(present), m.moves[move]].join(' · ')}
        </span>
      )}
    </>
  )
}
