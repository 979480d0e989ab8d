import { sentence } from '#domain/kernel/said.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { Why } from '#web/ui/why.tsx'
import { warningMessages } from './messages.ts'
import type { Model, WarningPage } from './model-board.tsx'
import { modelMessages } from './model-messages.ts'

type Drift = NonNullable<WarningPage['drift']>
type Line = { key: string; name: string } & Drift['risk'] & { most: Drift['columns'][number]['most'] }

const tones = { steady: 'text-ink-3', moved: 'text-amber', far: 'text-red' }

/** Whether the customers scored last lie as those the model learnt from; which column moved, where to, and what to do. */
export function DriftSection({ drift, model }: { drift: Drift | null; model: Model }) {
  const m = useMessages(modelMessages)
  const { said } = useMessages(warningMessages)
  const f = useFormat()
  const language = useLanguage()
  const groupName = useGroupName(model)
  if (!drift)
    return (
      <Section title={m.drift.title} className="lg:col-span-2">
        <p className="t13 py-2 text-ink-2">{m.drift.none}</p>
      </Section>
    )
  const meaningOf = (column: string) => model.columns.find(({ name }) => name === column)?.meaning?.[language] ?? column
  const lines: Line[] = [
    { key: 'risk', name: m.drift.risk, most: null, ...drift.risk },
    ...drift.columns.map((each) => ({ key: `of ${each.column}`, name: meaningOf(each.column), ...each })),
  ]
  const where = ({ key, most }: Line): string =>
    most ? m.drift.share(groupName(key.slice(3), most.group), f.percent(most.before), f.percent(most.now)) : ''
  return (
    <Section
      className="lg:col-span-2"
      title={m.drift.title}
      remark={m.drift.remark(drift.month, f.number(drift.customers))}
    >
      <Banner tone={drift.said.code === 'drift.retrain' ? 'soon' : 'note'}>{sentence(said, drift.said)}</Banner>
      <Table
        label={m.drift.title}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'column', title: m.drift.column, render: ({ name }) => name },
          {
            key: 'index',
            title: m.drift.index,
            render: ({ index, chance, standing }) => (
              <Why
                made={
                  <>
                    <p>{m.drift.why}</p>
                    <p className="t12 pt-2 text-ink-3">{m.drift.chance(chance.toFixed(3))}</p>
                  </>
                }
              >
                <span className={tones[standing]}>{m.drift.standings[standing]}</span>{' '}
                <span className="num">{index.toFixed(2)}</span>
              </Why>
            ),
          },
          { key: 'what', title: m.drift.what, quiet: true, render: where },
        ]}
      />
    </Section>
  )
}

type Group = NonNullable<Drift['columns'][number]['most']>['group']

const useGroupName = (model: Model): ((column: string, group: Group) => string) => {
  const m = useMessages(modelMessages)
  const f = useFormat()
  const language = useLanguage()
  return (column, group) => {
    const meaning = model.columns.find(({ name }) => name === column)?.meaning
    const figure = (value: number): string => {
      const unit = meaning?.unit?.[language]
      if (meaning?.kind === 'money') return f.money(meaning.moneyIn === 'fen' ? value : value * 100)
      if (meaning?.kind === 'change') return `${f.number(value)}%`
      return unit ? `${f.number(value, 1)} ${unit}` : f.number(value, 1)
    }
    if (group.kind === 'value') return meaning?.values?.[group.value]?.[language] ?? group.value
    if (group.kind !== 'between') return m.drift[group.kind]
    const { from, to } = group
    if (from === null) return to === null ? '' : m.drift.below(figure(to))
    return to === null ? m.drift.from(figure(from)) : m.drift.between(figure(from), figure(to))
  }
}
