import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { edited } from '#domain/economics/assumption.ts'
import { factorBounds, type LossFactors, lossOf, lossSpan } from '#domain/economics/loss.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { economicsMessages } from './messages.ts'

type CustomerLoss = Reply<Contract['GET /api/customers/:id/loss']>
type Factor = keyof LossFactors

/** On the customer page: what leaving would cost, worked out when asked. */
export function CustomerLossSection({ customerId }: { customerId: string }) {
  const { customer: m } = useMessages(economicsMessages)
  const [open, setOpen] = useState(false)
  return (
    <Section
      title={m.title}
      remark={m.remark}
      end={
        <Button size="s" kind="bare" onPress={() => setOpen(true)}>
          {m.open}
        </Button>
      }
    >
      {open && <Calculator customerId={customerId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Calculator({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { customer: m } = useMessages(economicsMessages)
  const read = useRead('GET /api/customers/:id/loss', { params: { id: customerId } })
  return (
    <Drawer isOpen title={m.title} onClose={onClose}>
      {!read.data && <SkeletonRows rows={6} />}
      {read.data && !read.data.loss && <p className="t13 py-3 text-ink-2">{m.none}</p>}
      {read.data?.loss && <Sums known={read.data} start={read.data.loss.factors} />}
    </Drawer>
  )
}

const order: readonly Factor[] = ['monthly', 'chance', 'monthlyStay', 'months', 'margin', 'yearlyDiscount']

function Sums({ known, start }: { known: CustomerLoss; start: LossFactors }) {
  const { customer: m, said } = useMessages(economicsMessages)
  const f = useFormat()
  const [factors, setFactors] = useState(start)
  const whole = (fen: number): string => f.money(Math.round(fen / 100) * 100)
  const made = lossOf(factors)
  const touched = order.some((factor) => factors[factor] !== start[factor])
  const span = known.stay && factors.monthlyStay === start.monthlyStay ? lossSpan(factors, known.stay) : null
  return (
    <div className="grid gap-4 pt-3">
      <div aria-live="polite">
        <p className="t12 text-ink-3">{m.lead}</p>
        {made.ok && <p className="t28 font-strong">{whole(made.value.loss)}</p>}
        {span && <p className="t12 text-ink-2">{m.span(whole(span.low), whole(span.high))}</p>}
        <p className="t13 pt-2">{sentence(said, made.ok ? made.value.said : made.error)}</p>
      </div>
      <Section
        title={m.factors}
        end={
          touched && (
            <Button size="s" kind="bare" icon="undo" onPress={() => setFactors(start)}>
              {m.reset}
            </Button>
          )
        }
      >
        <div className="grid grid-cols-2 gap-3 py-3">
          {order.map((factor) => (
            <FactorField
              key={factor}
              factor={factor}
              factors={factors}
              from={factors[factor] === start[factor] ? known : null}
              onChange={(value) =>
                setFactors({ ...factors, [factor]: value === start[factor].value ? start[factor] : edited(value) })
              }
            />
          ))}
        </div>
        <p className="t12 text-ink-3">
          {m.notSaved} <Link href="/economics?tab=loss">{m.branch}</Link>
        </p>
      </Section>
      <p className="t13 border-t border-line pt-3 text-ink-2">{sentence(said, known.keep.said)}</p>
    </div>
  )
}

type FieldProps = {
  factor: Factor
  factors: LossFactors
  /** What is known where the figure still is as it came. */
  from: CustomerLoss | null
  onChange: (value: number) => void
}

function FactorField({ factor, factors, from, onChange }: FieldProps) {
  const { customer: m, factorNames, sourceNames } = useMessages(economicsMessages)
  const { value, source } = factors[factor]
  const { least, most } = factorBounds[factor]
  const times = factor === 'monthly' ? 100 : 1
  const share = factor !== 'monthly' && factor !== 'months'
  const hint = (from && fromOf(factor, from, m.from)) ?? sourceNames[source]
  return (
    <NumberField
      label={factorNames[factor]}
      hint={hint}
      minValue={least / times}
      maxValue={most / times}
      value={value / times}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(Math.round(next * times * 1e6) / 1e6)
      }}
      {...(share
        ? { step: 0.001, formatOptions: { style: 'percent' as const, maximumFractionDigits: 1 } }
        : { unit: factor === 'months' ? m.months : m.yuan, formatOptions: { maximumFractionDigits: 2 } })}
    />
  )
}

type Sources = { monthly: (months: number) => string; model: string; alike: string; alikeStay: string }

/** Where an untouched factor comes from, in a few words; null where its kind of source says enough. */
const fromOf = (factor: Factor, { billedMonths, chanceFrom, stay }: CustomerLoss, m: Sources): string | null => {
  if (factor === 'monthly') return m.monthly(billedMonths)
  if (factor === 'chance' && chanceFrom !== 'start') return chanceFrom === 'model' ? m.model : m.alike
  return factor === 'monthlyStay' && stay ? m.alikeStay : null
}
