import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { customerValue, type ValueParts } from '#domain/satisfaction/customer-value.ts'
import { type LensPart, partOf } from '#domain/satisfaction/lens.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { satisfactionMessages } from './messages.ts'
import { type Items, sentences } from './types.ts'

const parts = ['results', 'process', 'price', 'access'] as const
type Part = (typeof parts)[number]
const sides = ['now', 'later'] as const
type Side = (typeof sides)[number]

/** What something is worth to a customer by its four parts, now and after a change; a part that is missing is named [M-03]. */
export function ValueSheet() {
  const { value: m } = useMessages(satisfactionMessages)
  const { data } = useRead('GET /api/satisfaction/servqual', {})
  if (!data) return null
  return (
    <Section title={m.title} remark={m.remark}>
      <p className="t12 py-2 text-ink-2">{data.sheets > 0 ? m.from(data.sheets) : m.noSheets}</p>
      <Sheet start={partsFrom(data)} />
    </Section>
  )
}

/** Own customers’ answers as experienced: the outcome items are the results, those about how it is done the process [M-09]. */
const partsFrom = ({ items }: Items): ValueParts => {
  const mean = (part: LensPart): number | null => {
    const own = items.filter(({ number }) => partOf(number) === part)
    if (own.length === 0) return null
    return Math.round((own.reduce((sum, { experienced }) => sum + experienced, 0) / own.length) * 10) / 10
  }
  return { results: mean('outcome'), process: mean('process'), price: null, access: null }
}

function Sheet({ start }: { start: ValueParts }) {
  const { value: m } = useMessages(satisfactionMessages)
  const f = useFormat()
  const language = useLanguage()
  const [given, setGiven] = useState<Record<Side, ValueParts>>({ now: start, later: start })
  const set = (side: Side, part: Part, value: number): void =>
    setGiven({ ...given, [side]: { ...given[side], [part]: Number.isNaN(value) ? null : value } })
  const [now, later] = sides.map((side) => customerValue(given[side]))
  const answer = (side: Side) => {
    const worth = customerValue(given[side])
    return worth.ok ? (
      <b className="t16">{f.number(worth.value.value * 100, 1)}</b>
    ) : (
      <span className="t12 whitespace-normal text-ink-3">{sentence(sentences[language], worth.error)}</span>
    )
  }
  const field = (part: Part, side: Side) => (
    <NumberField
      label={`${m.parts[part]} ${m[side]}`}
      labelHidden
      className="ml-auto w-24"
      value={given[side][part] ?? Number.NaN}
      onChange={(value) => set(side, part, value)}
      minValue={part === 'results' || part === 'process' ? 1 : 0}
      maxValue={part === 'results' || part === 'process' ? 5 : 1_000_000}
      step={part === 'results' || part === 'process' ? 0.1 : 1}
    />
  )
  const rows = [...parts, 'answer' as const]
  return (
    <>
      <Table
        label={m.label}
        rows={rows}
        rowKey={(row) => row}
        columns={[
          {
            key: 'part',
            title: m.part,
            render: (row) =>
              row === 'answer' ? (
                <b>{m.answer}</b>
              ) : (
                <>
                  {m.parts[row]} <span className="t12 block text-ink-3">{m.hints[row]}</span>
                </>
              ),
          },
          ...sides.map((side) => ({
            key: side,
            title: m[side],
            num: true,
            render: (row: (typeof rows)[number]) => (row === 'answer' ? answer(side) : field(row, side)),
          })),
        ]}
      />
      {now?.ok && later?.ok && (
        <p role="status" className="t13 py-2">
          {m.compare(
            signed(f.percent(later.value.value / now.value.value - 1, 1), later.value.value > now.value.value),
          )}
        </p>
      )}
    </>
  )
}

const signed = (share: string, up: boolean): string => (up ? `+${share}` : share)
