import clsx from 'clsx'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { unitTree } from '#domain/staff/staffing.ts'
import { IconButton } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { staffMessages } from './messages.ts'

export type Unit = Reply<Contract['GET /api/units']>['units'][number]

type UnitListProps = {
  units: readonly Unit[]
  total: number
  chosen: string | null
  onChoose: (id: string | null) => void
  onEdit: (unit: Unit) => void
}

/** The organisation from the top; a press shows the people of a unit. */
export function UnitList({ units, total, chosen, onChoose, onEdit }: UnitListProps) {
  const m = useMessages(staffMessages)
  return (
    <ul aria-label={m.people.units}>
      <UnitRow name={m.people.everyone} people={total} depth={0} on={chosen === null} onChoose={() => onChoose(null)} />
      {unitTree(units).map(({ unit, depth }) => (
        <UnitRow
          key={unit.id}
          name={unit.name}
          people={unit.people}
          depth={depth}
          on={chosen === unit.id}
          onChoose={() => onChoose(unit.id)}
          onEdit={() => onEdit(unit)}
        />
      ))}
    </ul>
  )
}

type UnitRowProps = {
  name: string
  people: number
  depth: number
  on: boolean
  onChoose: () => void
  onEdit?: () => void
}

function UnitRow({ name, people, depth, on, onChoose, onEdit }: UnitRowProps) {
  const m = useMessages(staffMessages)
  return (
    <li className={clsx('flex items-center border-b border-line', on ? 'bg-chosen' : 'hover:bg-paper-2')}>
      <button
        type="button"
        aria-pressed={on}
        onClick={onChoose}
        className="t13 flex min-h-row min-w-0 flex-1 cursor-pointer items-center gap-2 px-3 text-left pointer-coarse:min-h-11"
        style={{ paddingLeft: 12 + depth * 16 }}
      >
        <span className={clsx('cut min-w-0 flex-1', on && 'font-strong')}>{name}</span>
        <span className="t12 text-ink-3 tabular-nums">{people}</span>
      </button>
      {onEdit ? (
        <IconButton label={`${m.people.editUnit} ${name}`} icon="edit" kind="bare" onPress={onEdit} />
      ) : (
        <span className="w-ctl" />
      )}
    </li>
  )
}
