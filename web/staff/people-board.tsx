import { type ReactNode, useMemo, useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { useErrorText } from '#web/client/errors.ts'
import { staffMessages } from './messages.ts'
import type { zh } from './messages.zh.ts'
import { PeopleTable } from './people-table.tsx'
import { type Person, PersonForm } from './person-form.tsx'
import { UnitForm } from './unit-form.tsx'
import { type Unit, UnitList } from './unit-list.tsx'

type Open = { what: 'person'; person: Person | null } | { what: 'unit'; unit: Unit | null } | null

/** Units left, their people right; adding and changing in a drawer beside them. */
type BoardProps = {
  /** What ends the employment of somebody who keeps customers. */
  ending: (person: Person, onDone: () => void) => ReactNode
}

export function PeopleBoard({ ending }: BoardProps) {
  const m = useMessages(staffMessages)
  const errorText = useErrorText()
  const units = useRead('GET /api/units', {})
  const people = useRead('GET /api/people', {})
  const [unitId, setUnitId] = useState<string | null>(null)
  const [withLeft, setWithLeft] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const shown = useShown(people.data?.people, units.data?.units, unitId, withLeft)
  const error = people.error ?? units.error
  if (error)
    return (
      <ErrorState
        title={errorText(error)}
        remedy=""
        onRetry={() => void people.refetch()}
        code={error.reply.requestId}
      />
    )
  if (!people.data || !units.data)
    return (
      <div className="px-5 py-3">
        <SkeletonRows rows={10} />
      </div>
    )
  const all = units.data.units
  const working = people.data.people.filter((person) => person.active)
  const addPerson = (
    <Button icon="plus" hotkey="n" onPress={() => setOpen({ what: 'person', person: null })}>
      {m.person.add}
    </Button>
  )
  return (
    <div className="grid gap-x-8 gap-y-4 px-4 py-3 lg:grid-cols-[280px_minmax(0,1fr)] lg:px-5">
      <Section
        title={m.people.units}
        end={
          <Button kind="bare" size="s" icon="plus" onPress={() => setOpen({ what: 'unit', unit: null })}>
            {m.people.addUnit}
          </Button>
        }
      >
        <UnitList
          units={all}
          total={working.length}
          chosen={unitId}
          onChoose={setUnitId}
          onEdit={(unit) => setOpen({ what: 'unit', unit })}
        />
      </Section>
      <Section
        title={all.find((unit) => unit.id === unitId)?.name ?? m.people.everyone}
        remark={shown.length}
        end={
          <Checkbox isSelected={withLeft} onChange={setWithLeft}>
            <span className="t12">{m.people.showLeft}</span>
          </Checkbox>
        }
      >
        {shown.length === 0 ? (
          <EmptyState title={m.people.none} hint={m.people.noneHint} icon="people">
            {addPerson}
          </EmptyState>
        ) : (
          <>
            <PeopleTable people={shown} units={all} onOpen={(person) => setOpen({ what: 'person', person })} />
            <div className="py-3">{addPerson}</div>
          </>
        )}
      </Section>
      <Drawer title={titleOf(open, m)} isOpen={open !== null} onClose={() => setOpen(null)}>
        {open?.what === 'unit' && <UnitForm unit={open.unit} units={all} onDone={() => setOpen(null)} />}
        {open?.what === 'person' && (
          <PersonForm
            person={open.person}
            unitId={unitId ?? all[0]?.id ?? ''}
            units={all}
            ending={open.person && ending(open.person, () => setOpen(null))}
            onDone={() => setOpen(null)}
          />
        )}
      </Drawer>
    </div>
  )
}

const titleOf = (open: Open, m: typeof zh): string => {
  if (open?.what === 'unit') return open.unit ? m.unit.edit : m.unit.add
  return open?.person ? m.person.edit(open.person.name) : m.person.add
}

/** The people of a unit and of those below it. */
const useShown = (
  people: readonly Person[] | undefined,
  units: readonly Unit[] | undefined,
  unitId: string | null,
  withLeft: boolean,
): readonly Person[] =>
  useMemo(() => {
    const within = new Set(unitId ? [unitId] : (units ?? []).map(({ id }) => id))
    // Parents come before their units only by luck; a few rounds reach every depth there is.
    for (let size = 0; size < within.size;) {
      size = within.size
      for (const unit of units ?? []) if (unit.parentId && within.has(unit.parentId)) within.add(unit.id)
    }
    return (people ?? []).filter((person) => within.has(person.unitId) && (withLeft || person.active))
  }, [people, units, unitId, withLeft])
