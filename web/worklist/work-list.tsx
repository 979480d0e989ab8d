import type { ReactNode } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import type { OccasionKind } from '#domain/worklist/occasion.ts'
import { dueLabel } from '#domain/worklist/dueLabel.ts'
import type { Wall } from '#domain/worklist/wall.ts'
import { useFormat } from '#web/ui/format.ts'
import type { IconName } from '#web/ui/icons.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RankedList, type RankedItem } from '#web/ui/ranked-list.tsx'
import { workMessages } from './messages.ts'
import type { WorkRow } from './types.ts'

export const workFilters = ['all', 'owed', 'leaving', 'closer', 'care', 'person', 'group', 'outlet'] as const
export type WorkFilter = (typeof workFilters)[number]

const families: Partial<Record<WorkFilter, readonly OccasionKind[]>> = {
  leaving: ['retention', 'porting', 'risk', 'contract', 'tierDown', 'billJump'],
  closer: ['newCustomer', 'unbound', 'welcome', 'handover', 'task', 'tierUp', 'market', 'points'],
  care: ['birthday', 'festival', 'cadence', 'feeling', 'expectation', 'faultUntold'],
}

/** Whether a row is of the chosen sort: by who, by what is owed, or by what it is about. */
export const fits = (row: WorkRow, filter: WorkFilter): boolean => {
  if (filter === 'all') return true
  if (filter === 'owed') return row.owed
  const family = families[filter]
  return family ? row.reasons.some(({ kind }) => family.includes(kind)) : row.kind === filter
}

const icons: Record<WorkRow['kind'], IconName> = { person: 'person', group: 'group', outlet: 'outlet' }

export type WorkListProps = {
  rows: readonly WorkRow[]
  now: Wall
  selected: string | null
  onSelect: (customerId: string) => void
  empty: ReactNode
}

/** The ranked day: who, why now, what they are worth a year, by when. */
export function WorkList({ rows, now, selected, onSelect, empty }: WorkListProps) {
  const { list } = useMessages(workMessages)
  const items = useRankedItems(rows, now)
  return (
    <RankedList
      label={list.label}
      items={items}
      selected={selected}
      onSelect={onSelect}
      heads={list.heads}
      next={list.next}
      previous={list.previous}
      empty={empty}
    />
  )
}

function useRankedItems(rows: readonly WorkRow[], now: Wall): RankedItem[] {
  const { list, words, joined } = useMessages(workMessages)
  const format = useFormat()
  return rows.map((row): RankedItem => {
    const isToday = row.due.day === now.day && row.owed
    return {
      id: row.customerId,
      rank: row.rank,
      icon: icons[row.kind],
      name: row.calledBy,
      second: row.name === row.calledBy ? undefined : row.name,
      beside: (
        <>
          {row.reading && <span className="t12 whitespace-nowrap text-ink-3">{list.reads(row.reading)}</span>}
          {row.tier && <Tier letter={row.tier} />}
        </>
      ),
      why: (
        <>
          {joined(row.whys.map((why) => sentence(words, why)))}
          {row.standingInFor && (
            <span className="text-ink-3">
              {' '}
              {list.standIn(row.standingInFor.name, format.shortDay(row.standingInFor.backOn, now.day))}
            </span>
          )}
          {row.handedBy && <span className="text-ink-3"> {list.handed(row.handedBy.name, row.handedBy.reason)}</span>}
        </>
      ),
      value: row.paid12Fen === null ? '' : format.money(Math.round(row.paid12Fen / 100) * 100),
      due: sentence(words, dueLabel(row.due, now)),
      dueTone: row.late && row.owed ? 'red' : isToday ? 'amber' : undefined,
    }
  })
}
