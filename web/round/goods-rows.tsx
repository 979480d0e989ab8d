import clsx from 'clsx'
import { useState } from 'react'
import { isUnusual } from '#domain/round/goods.ts'
import type { Count } from '#domain/playbook/event.ts'
import { useSession } from '#web/client/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { roundMessages } from './messages.ts'
import type { Outlet } from './types.ts'

type Measure = keyof Count

type Props = {
  outlet: Outlet
  counts: Readonly<Record<string, Count>>
  /** Left out once the shop is done: the figures are only read. */
  onCount?: ((item: string, count: Count) => void) | undefined
}

/**
 * The products that sell, the last order beside the usual one. What is in stock and what is wanted next stand as they were last time;
 * only what is touched is written down.
 */
export function GoodsRows({ outlet, counts, onCount }: Props) {
  const { goods: m } = useMessages(roundMessages)
  const { today } = useSession()
  const format = useFormat()
  const [measure, setMeasure] = useState<Measure>('wanted')
  const { ordered } = outlet
  if (!ordered) return <p className="t13 px-5 py-2 text-ink-3">{m.none}</p>
  return (
    <section aria-label={m.title} className="px-5 pt-1">
      <div className="flex items-end border-b border-line-2">
        <p className="t12 flex-1 pb-1.5 text-ink-3">
          {m.title}
          {format.comma}
          {m.remark(format.shortDay(ordered.orderedOn, today))}
        </p>
        <SegmentedTabs
          label={m.change}
          items={[
            { id: 'stock', label: m.stock },
            { id: 'wanted', label: m.wanted },
          ]}
          selected={measure}
          onSelect={(next) => setMeasure(next === 'stock' ? 'stock' : 'wanted')}
        />
      </div>
      <ul>
        {ordered.goods.map(({ product, last, usual }) => {
          const count = { stock: null, wanted: null, ...counts[product] }
          const before = outlet.counts[product]
          const shown = { stock: count.stock ?? before?.stock ?? null, wanted: count.wanted ?? before?.wanted ?? last }
          const other: Measure = measure === 'stock' ? 'wanted' : 'stock'
          const to = (value: number): void => onCount?.(product, { ...count, [measure]: Math.max(0, value) })
          const of = m.of(m[measure], product)
          return (
            <li
              key={product}
              className="grid min-h-[54px] grid-cols-[minmax(0,1fr)_48px_132px] items-center gap-x-2 border-b border-line"
            >
              <span className="min-w-0">
                <span className="t14 cut block">{product}</span>
                <span className={clsx('t12 block', isUnusual({ last, usual }) ? 'text-amber' : 'text-ink-3')}>
                  {m.last(last)} · {m.usual(usual)}
                </span>
              </span>
              <span className="t12 text-right text-ink-3">
                {m[other]}
                <span className="t14 block text-ink-2 tabular-nums">{shown[other] ?? '–'}</span>
              </span>
              <span className="grid grid-cols-[44px_44px_44px] items-center text-center">
                <IconButton
                  icon="minus"
                  label={m.less(of)}
                  isDisabled={!onCount || (shown[measure] ?? 0) === 0}
                  className="size-11"
                  onPress={() => to((shown[measure] ?? 0) - 1)}
                />
                <output
                  aria-label={of}
                  className={clsx('t16 tabular-nums', count[measure] === null ? 'text-ink-2' : 'font-strong text-jade')}
                >
                  {shown[measure] ?? '–'}
                </output>
                <IconButton
                  icon="plus"
                  label={m.more(of)}
                  isDisabled={!onCount}
                  className="size-11"
                  onPress={() => to((shown[measure] ?? 0) + 1)}
                />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
