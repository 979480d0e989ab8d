import { useMemo } from 'react'
import { DataTable } from '#web/ui/data-table.tsx'
import type { DataColumn } from '#web/ui/data-column.ts'
import { useMessages } from '#web/ui/messages.ts'
import { staffMessages } from './messages.ts'
import type { Person } from './person-form.tsx'
import type { Unit } from './unit-list.tsx'

const keyOf = (person: Person): string => person.id

/** People with what they may do and whether they can sign in; Enter opens one. */
export function PeopleTable({
  people,
  units,
  onOpen,
}: {
  people: readonly Person[]
  units: readonly Unit[]
  onOpen: (person: Person) => void
}) {
  const m = useMessages(staffMessages)
  const columns = useMemo((): DataColumn<Person>[] => {
    const unitName = new Map(units.map((unit) => [unit.id, unit.name]))
    const { columns: titles } = m.people
    return [
      {
        key: 'name',
        title: titles.name,
        fixed: true,
        width: 96,
        render: (person) => <b className={person.active ? '' : 'font-normal text-ink-3'}>{person.name}</b>,
      },
      { key: 'code', title: titles.code, width: 96, quiet: true, render: (person) => person.code },
      {
        key: 'roles',
        title: titles.roles,
        render: (person) => <span className="cut">{person.roles.map((role) => m.roles[role].name).join(' · ')}</span>,
      },
      { key: 'unit', title: titles.unit, from: 'md', quiet: true, render: (person) => unitName.get(person.unitId) },
      { key: 'seat', title: titles.seat, from: 'lg', quiet: true, render: (person) => person.seat },
      {
        key: 'customers',
        title: titles.customers,
        from: 'md',
        num: true,
        width: 88,
        render: (person) => person.customers,
      },
      {
        key: 'state',
        title: titles.state,
        width: 96,
        render: (person) => <State person={person} />,
      },
    ]
  }, [m, units])
  return (
    <DataTable
      label={m.people.title}
      className="max-h-[calc(100dvh-190px)]"
      columns={columns}
      rows={people}
      rowKey={keyOf}
      onOpen={(id) => {
        const person = people.find((one) => one.id === id)
        if (person) onOpen(person)
      }}
    />
  )
}

function State({ person }: { person: Person }) {
  const m = useMessages(staffMessages)
  if (!person.active) return <span className="text-ink-3">{m.people.inactive}</span>
  return person.canSignIn ? (
    <span className="text-jade">{m.people.canSignIn}</span>
  ) : (
    <span className="text-amber">{m.people.noPassword}</span>
  )
}
