import { useMemo } from 'react'
import { useSession } from '#web/client/session.tsx'
import type { DataColumn } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { StatusDot, Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { CustomerLine } from '../customer-types.ts'
import { kindIcon } from '../kind-icon.ts'
import { customerMessages } from '../messages.ts'
import { useShownName } from '../shown-name.ts'

/** The list's columns: who, how valuable, how at risk, when last spoken to. */
export function useListColumns(): readonly DataColumn<CustomerLine>[] {
  const { list: m, labels } = useMessages(customerMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const shown = useShownName()
  return useMemo(() => {
    const c = m.columns
    const lastTouch = (at: string | null): string => (at ? format.shortDay(format.dayOf(at), today) : m.never)
    return [
      {
        key: 'name',
        title: c.name,
        sortable: true,
        fixed: true,
        render: (line) => (
          <>
            <span className="inline-flex max-w-full min-w-0 items-baseline gap-1.5">
              <Icon name={kindIcon[line.kind]} small className="self-center text-ink-3" />
              <b className="cut font-strong">{shown(line)}</b>
              {line.reading && <span className="t12 text-ink-3">{line.reading}</span>}
              {line.addressForm && <span className="t12 text-ink-3">{line.addressForm}</span>}
              {line.tier !== null && (
                <span className="md:hidden">
                  <Tier letter={line.tier} />
                </span>
              )}
            </span>
            <span className="t12 cut block pl-[22px] text-ink-3 md:hidden">
              {[line.manager?.name, line.lastTouchAt ? m.lastOn(lastTouch(line.lastTouchAt)) : m.never]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        ),
      },
      { key: 'kind', title: c.kind, width: 72, quiet: true, from: 'lg', render: ({ kind }) => labels.kinds[kind] },
      {
        key: 'tier',
        title: c.tier,
        width: 52,
        from: 'md',
        render: ({ tier }) =>
          tier !== null && (
            <span className="flex">
              <Tier letter={tier} />
            </span>
          ),
      },
      {
        key: 'value',
        title: c.value,
        num: true,
        width: 88,
        sortable: true,
        render: ({ paid12Fen }) => paid12Fen !== null && format.moneyShort(paid12Fen),
      },
      {
        key: 'risk',
        title: c.risk,
        width: 104,
        num: true,
        sortable: true,
        render: ({ risk, band }) => (
          <Risk risk={risk} band={band} words={m.bands} unknown={m.cannotTell} percent={format.percent} />
        ),
      },
      {
        key: 'last_touch',
        title: c.last_touch,
        num: true,
        width: 92,
        from: 'md',
        sortable: true,
        render: ({ lastTouchAt }) =>
          lastTouchAt ? (
            format.shortDay(format.dayOf(lastTouchAt), today)
          ) : (
            <span className="text-ink-3">{m.never}</span>
          ),
      },
      {
        key: 'promises',
        title: c.promises,
        num: true,
        width: 84,
        from: 'lg',
        render: ({ openPromises }) => (openPromises > 0 ? openPromises : ''),
      },
      { key: 'manager', title: c.manager, width: 92, quiet: true, from: 'md', render: ({ manager }) => manager?.name },
      { key: 'backup', title: c.backup, width: 84, quiet: true, from: 'lg', render: ({ backup }) => backup?.name },
      { key: 'phone', title: c.phone, num: true, width: 132, from: 'md', render: ({ phone }) => phone },
      {
        key: 'level',
        title: c.level,
        width: 92,
        quiet: true,
        from: 'lg',
        render: ({ officialLevel }) => officialLevel,
      },
      {
        key: 'tags',
        title: c.tags,
        width: 132,
        quiet: true,
        from: 'lg',
        render: ({ tags }) => tags.join(format.comma),
      },
      {
        key: 'since',
        title: c.since,
        num: true,
        width: 96,
        quiet: true,
        from: 'lg',
        sortable: true,
        render: ({ since }) => since,
      },
    ]
  }, [m, labels, today, format, shown])
}

type RiskProps = {
  risk: number | null
  band: CustomerLine['band']
  words: Record<NonNullable<CustomerLine['band']>, string>
  unknown: string
  percent: (share: number) => string
}

function Risk({ risk, band, words, unknown, percent }: RiskProps) {
  if (band === null) return <span className="text-ink-3">{unknown}</span>
  const text = (
    <>
      {words[band]}
      {risk !== null && <span className="t12 ml-1.5 text-ink-3">{percent(risk)}</span>}
    </>
  )
  if (band === 'high') return <StatusDot state="now">{text}</StatusDot>
  return band === 'raised' ? <StatusDot state="soon">{text}</StatusDot> : <>{text}</>
}
