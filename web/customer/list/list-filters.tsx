import { useState } from 'react'
import { customerKinds } from '#domain/customer/kind.ts'
import { useRead } from '#web/client/query.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { customerMessages } from '../messages.ts'
import { isFiltered, type ListSearch } from './list-search.ts'

const ANY = '-'
const tiers = ['A', 'B', 'C', 'D']
const quietDays = [7, 15, 30, 60, 90]

type FiltersProps = { search: ListSearch; onChange: (change: Partial<Record<keyof ListSearch, unknown>>) => void }

/** Search and filters over the list; all of it stands in the address. */
export function ListFilters({ search, onChange }: FiltersProps) {
  const { list: m, labels } = useMessages(customerMessages)
  const set = (key: keyof ListSearch) => (id: string) => onChange({ [key]: id === ANY ? undefined : id })
  const any = (label: string) => ({ id: ANY, label })
  return (
    <div className="flex flex-wrap items-end gap-2 border-b border-line px-4 py-2 lg:px-5">
      <SearchBox key={search.q ?? ''} initial={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
      <div className="grid w-full grid-cols-2 gap-2 md:flex md:w-auto md:flex-wrap">
        <Select
          label={m.kind}
          labelHidden
          className="md:w-28"
          options={[any(m.allKinds), ...customerKinds.map((id) => ({ id, label: labels.kinds[id] }))]}
          value={search.kind ?? ANY}
          onChange={set('kind')}
        />
        <Select
          label={m.tier}
          labelHidden
          className="md:w-28"
          options={[any(m.allTiers), ...tiers.map((id) => ({ id, label: m.tierIs(id) }))]}
          value={search.tier ?? ANY}
          onChange={set('tier')}
        />
        <Select
          label={m.band}
          labelHidden
          className="md:w-28"
          options={[any(m.allBands), ...(['high', 'raised', 'low'] as const).map((id) => ({ id, label: m.bands[id] }))]}
          value={search.band ?? ANY}
          onChange={set('band')}
        />
        <Select
          label={m.quiet}
          labelHidden
          className="md:w-40"
          options={[any(m.anyQuiet), ...quietDays.map((days) => ({ id: String(days), label: m.quietFor(days) }))]}
          value={search.quietDays === undefined ? ANY : String(search.quietDays)}
          onChange={(id) => onChange({ quietDays: id === ANY ? undefined : Number(id) })}
        />
        <WhoseSelect search={search} onChange={onChange} />
      </div>
      {isFiltered(search) && (
        <Button kind="bare" icon="x" onPress={() => onChange(clearing)}>
          {m.clear}
        </Button>
      )}
    </div>
  )
}

const clearing = {
  q: undefined,
  kind: undefined,
  tier: undefined,
  band: undefined,
  managerId: undefined,
  mine: undefined,
  quietDays: undefined,
  tag: undefined,
}

/** Enter searches at once; else what is typed settles first. Nothing is asked while an input method composes. */
function SearchBox({ initial, onSearch }: { initial: string; onSearch: (q: string) => void }) {
  const { list: m } = useMessages(customerMessages)
  const [typed, setTyped] = useState(initial)
  return (
    <SearchField
      label={m.search}
      className="w-full md:w-72"
      value={typed}
      onChange={setTyped}
      onSubmit={onSearch}
      onClear={() => onSearch('')}
      onBlur={() => typed !== initial && onSearch(typed)}
    />
  )
}

/** For those who see more than their own: whose customers. */
function WhoseSelect({ search, onChange }: FiltersProps) {
  const { list: m } = useMessages(customerMessages)
  const { staff } = useSession()
  const mayAssign = useCan('customer.assign')
  const people = useRead('GET /api/staff', {}, { enabled: mayAssign })
  const keepers = (people.data?.staff ?? []).filter(
    ({ id, roles }) =>
      id !== staff.id && roles.some((role) => role === 'manager' || role === 'vip_desk' || role === 'lead'),
  )
  return (
    <Select
      label={m.who}
      labelHidden
      className="md:w-40"
      options={[
        { id: ANY, label: m.everyone },
        { id: 'mine', label: m.mine },
        ...keepers.map(({ id, name }) => ({ id, label: name })),
      ]}
      value={search.mine ? 'mine' : (search.managerId ?? ANY)}
      onChange={(id) =>
        onChange({
          mine: id === 'mine' ? true : undefined,
          managerId: id === 'mine' || id === ANY ? undefined : id,
        })
      }
    />
  )
}
