import { useState } from 'react'
import { items as allItems } from '#domain/satisfaction/servqual.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { satisfactionMessages } from './messages.ts'
import { domainWords, type ItemsShown } from './types.ts'

type Props = { shown: ItemsShown; onItem?: (number: number) => void }

/** The 22 items: by dimension or by outcome, process and image, with the same total; then each item, the widest gap first [M-08, M-09]. */
export function ItemsView({ shown, onItem }: Props) {
  const { items: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const [lens, setLens] = useState<'five' | 'three'>('five')
  const { dimensionNames, lensNames } = domainWords[language]
  const reversed = allItems.filter((item) => item.reversed).map(({ number }) => number)
  return (
    <div className="grid gap-4 pt-2">
      <div className="border-b border-line">
        <SegmentedTabs
          label={m.lens}
          selected={lens}
          onSelect={(id) => setLens(id === 'three' ? 'three' : 'five')}
          items={[
            { id: 'five', label: m.five },
            { id: 'three', label: m.three },
          ]}
        />
      </div>
      {lens === 'five' ? (
        <Parts view={shown.dimensions} name={(part) => dimensionNames[part]} />
      ) : (
        <Parts view={shown.lens} name={(part) => lensNames[part]} />
      )}
      <p className="t12 text-ink-3">
        {m.reversedWhy(reversed.join('、').replaceAll('、', language === 'zh' ? '、' : ', '))}
      </p>
      <Each shown={shown} {...(onItem ? { onItem } : {})} />
    </div>
  )
}

type View<P extends string> = {
  parts: readonly { part: P; answered: number; of: number; gap: number | null; sum: number }[]
  total: number
  items: number
}

function Parts<P extends string>({ view, name }: { view: View<P>; name: (part: P) => string }) {
  const { items: m, tabs } = useMessages(satisfactionMessages)
  const gap = useGap()
  return (
    <div>
      <Table
        label={tabs.items}
        rows={view.parts}
        rowKey={({ part }) => part}
        columns={[
          { key: 'part', title: m.part, render: ({ part }) => name(part) },
          { key: 'count', title: m.count, num: true, quiet: true, render: ({ answered, of }) => `${answered}/${of}` },
          { key: 'gap', title: m.gap, num: true, render: (one) => <GapText gap={one.gap} /> },
          { key: 'sum', title: m.sum, num: true, quiet: true, render: ({ sum }) => gap(sum) },
        ]}
      />
      <p className="t13 py-2 text-ink-2">{m.total(gap(view.total), view.items)}</p>
    </div>
  )
}

/** A gap with its sign: −0.4 fell short. */
const useGap = (): ((gap: number) => string) => {
  const format = useFormat()
  return (gap) => `${gap > 0.005 ? '+' : gap < -0.005 ? '−' : ''}${format.fixed(Math.abs(gap), 2)}`
}

function GapText({ gap }: { gap: number | null }) {
  const text = useGap()
  if (gap === null) return '—'
  return <span className={gap < -0.005 ? 'text-amber' : gap > 0.005 ? 'text-jade' : ''}>{text(gap)}</span>
}

function Each({ shown, onItem }: Props) {
  const { items: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const format = useFormat()
  const { itemTexts } = domainWords[language]
  const sorted = shown.items.toSorted((a, b) => a.gap - b.gap || a.number - b.number)
  return (
    <Section title={m.each} remark={m.eachRemark}>
      <Rows label={m.each}>
        {sorted.map(({ number, reversed, expected, experienced, gap }) => {
          const text = itemTexts[number]?.experienced ?? ''
          return (
            <Row
              key={number}
              lead={number}
              note={[m.points(format.fixed(expected, 2), format.fixed(experienced, 2)), reversed ? m.reversed : '']
                .filter(Boolean)
                .join(' · ')}
              end={<GapText gap={gap} />}
            >
              {onItem ? (
                <Link quiet onPress={() => onItem(number)}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
