import type { CustomerKind } from '#domain/customer/kind.ts'
import { fenOf, yuanOf } from '#domain/kernel/money.ts'
import type { KindRule } from '#domain/portfolio/rules.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { valueMessages } from './messages.ts'

type Template = { key: 'postal' | 'card' | 'starting'; rule: unknown }
type Measure = 'amount' | 'shareCustomers' | 'shareRevenue'

export type KindRuleFormProps = {
  kind: CustomerKind
  rule: KindRule | undefined
  templates: readonly Template[]
  mayChange: boolean
  onChange: (rule: KindRule | undefined) => void
}

/** How one kind of customer gets its tiers; every problem is said below the form, by the rule itself. */
export function KindRuleForm({ kind, rule, templates, mayChange, onChange }: KindRuleFormProps) {
  const m = useMessages(valueMessages)
  const [first] = templates
  if (!rule)
    return (
      <Section title={m.kinds[kind]}>
        <div className="py-2">
          {mayChange && first && (
            <Button size="s" icon="plus" onPress={() => onChange(first.rule as KindRule)}>
              {m.rules.give(m.kinds[kind])}
            </Button>
          )}
        </div>
      </Section>
    )
  return (
    <Section
      title={m.kinds[kind]}
      end={
        mayChange && (
          <Button size="s" kind="bare" onPress={() => onChange(undefined)}>
            {m.rules.drop(m.kinds[kind])}
          </Button>
        )
      }
    >
      <fieldset disabled={!mayChange} className="grid gap-3 pt-3">
        <div className="grid gap-3 md:grid-cols-2">
          <Select<Measure>
            label={m.rules.measure}
            isDisabled={!mayChange}
            options={(['amount', 'shareCustomers', 'shareRevenue'] as const).map((id) => ({ id, label: m.rules[id] }))}
            value={measureOf(rule)}
            onChange={(measure) => onChange(measuredBy(rule, measure))}
          />
          <Select
            label={m.rules.period}
            isDisabled={!mayChange}
            options={(['year', 'month'] as const).map((id) => ({ id, label: m.rules[id] }))}
            value={rule.per}
            onChange={(per) => onChange({ ...rule, per })}
          />
          {rule.per === 'month' && (
            <Select
              label={m.rules.divide}
              isDisabled={!mayChange}
              options={(['billed', 'twelve'] as const).map((id) => ({ id, label: m.rules[id] }))}
              value={rule.divideBy}
              onChange={(divideBy) => onChange({ ...rule, divideBy })}
            />
          )}
          <NumberField
            label={m.rules.minMonths}
            unit={m.rules.months}
            isDisabled={!mayChange}
            minValue={1}
            maxValue={12}
            value={rule.minMonths}
            onChange={(minMonths) => onChange({ ...rule, minMonths })}
          />
        </div>
        <Bands rule={rule} mayChange={mayChange} onChange={onChange} />
        {mayChange && (
          <div className="flex flex-wrap items-end gap-3">
            <Button size="s" icon="plus" onPress={() => onChange(withBand(rule))}>
              {m.rules.add}
            </Button>
            {templates.length > 1 && (
              <Select
                className="w-56"
                label={m.rules.template}
                labelHidden
                placeholder={m.rules.template}
                options={templates.map(({ key }) => ({ id: key, label: m.rules.templates[key] }))}
                value={null}
                onChange={(key) => onChange(templates.find((each) => each.key === key)?.rule as KindRule)}
              />
            )}
          </div>
        )}
      </fieldset>
    </Section>
  )
}

function Bands({
  rule,
  mayChange,
  onChange,
}: {
  rule: KindRule
  mayChange: boolean
  onChange: (rule: KindRule) => void
}) {
  const m = useMessages(valueMessages)
  return (
    <ul className="grid gap-2">
      {rule.bands.map((band, i) => (
        <li key={i} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto] items-end gap-3">
          <TextField
            label={m.rules.tierName}
            labelHidden={i > 0}
            isDisabled={!mayChange}
            value={band.tier}
            onChange={(tier) => onChange(bandChanged(rule, i, { tier }))}
          />
          {rule.by === 'amount' ? (
            <NumberField
              label={m.rules.fromAmount}
              labelHidden={i > 0}
              unit={m.rules.yuan(rule.per)}
              isDisabled={!mayChange}
              minValue={0}
              value={yuanOf(rule.bands[i]?.from ?? 0)}
              onChange={(yuan) => onChange(bandChanged(rule, i, { from: fenOf(yuan) }))}
            />
          ) : (
            <NumberField
              label={m.rules.upToShare}
              labelHidden={i > 0}
              isDisabled={!mayChange}
              formatOptions={{ style: 'percent', maximumFractionDigits: 2 }}
              step={0.01}
              minValue={0}
              maxValue={1}
              value={rule.bands[i]?.top ?? 1}
              onChange={(top) => onChange(bandChanged(rule, i, { top }))}
            />
          )}
          {mayChange && (
            <IconButton
              kind="bare"
              icon="x"
              label={m.rules.remove(band.tier)}
              isDisabled={rule.bands.length < 2}
              onPress={() => onChange({ ...rule, bands: rule.bands.filter((_, at) => at !== i) } as KindRule)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

const measureOf = (rule: KindRule): Measure =>
  rule.by === 'amount' ? 'amount' : rule.of === 'customers' ? 'shareCustomers' : 'shareRevenue'

/** Another measure keeps the tiers' names; their borders are a start to be edited. */
const measuredBy = (rule: KindRule, measure: Measure): KindRule => {
  const { per, divideBy, minMonths, bands } = rule
  const spread = { per, divideBy, minMonths }
  if (measure === 'amount') {
    const step = per === 'year' ? 1_000_000 : 10_000
    const from = (i: number): number => (bands.length - 1 - i) ** 2 * step
    return { by: 'amount', ...spread, bands: bands.map(({ tier }, i) => ({ tier, from: from(i) })) }
  }
  const top = (i: number): number => Math.round(((i + 1) / bands.length) ** 2 * 100) / 100
  const of = measure === 'shareCustomers' ? 'customers' : 'revenue'
  return { by: 'share', of, ...spread, bands: bands.map(({ tier }, i) => ({ tier, top: top(i) })) }
}

const bandChanged = (rule: KindRule, at: number, change: { tier?: string; from?: number; top?: number }): KindRule =>
  ({ ...rule, bands: rule.bands.map((band, i) => (i === at ? { ...band, ...change } : band)) }) as KindRule

/** A new tier goes above the floor, so that the lowest keeps taking everybody else in. */
const withBand = (rule: KindRule): KindRule => {
  const floor = rule.bands.length - 1
  const above = rule.bands[floor - 1]
  const band =
    rule.by === 'amount'
      ? { tier: '', from: Math.round((above && 'from' in above ? above.from : 20_000) / 2) }
      : { tier: '', top: Math.round(((above && 'top' in above ? above.top : 0) + 1) * 50) / 100 }
  return { ...rule, bands: [...rule.bands.slice(0, floor), band, ...rule.bands.slice(floor)] } as KindRule
}
