import { useEffect, useEffectEvent, useState } from 'react'
import { choices } from '#domain/customer/dossier.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import { useRead } from '#web/client/query.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { Drawer, DrawerTrigger } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { craftMessages } from '../craft-messages.ts'
import { customerMessages } from '../messages.ts'
import { filterOf, isFiltered, type ListSearch } from './list-search.ts'

const ANY = '-'
const tiers = ['A', 'B', 'C', 'D']
const quietDays = [7, 15, 30, 60, 90]

type FiltersProps = { search: ListSearch; onChange: (change: Partial<Record<keyof ListSearch, unknown>>) => void }

/** Search and filters over the list; all of it stands in the address. On a phone the filters wait in a drawer. */
export function ListFilters({ search, onChange }: FiltersProps) {
  const { list: m } = useMessages(customerMessages)
  const wide = useWide('md')
  return (
    <div className="flex flex-wrap items-end gap-2 border-b border-line px-4 py-2 lg:px-5">
      <SearchBox asked={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
      {wide && <Choices search={search} onChange={onChange} wide />}
      {wide && isFiltered(search) && (
        <Button kind="bare" icon="x" onPress={() => onChange(clearing)}>
          {m.clear}
        </Button>
      )}
    </div>
  )
}

/** The same filters under the thumb; how many are set stands on the button. */
export function FilterDrawer({ search, onChange }: FiltersProps) {
  const { list: m } = useMessages(customerMessages)
  const { q: _q, ...filter } = filterOf(search)
  const set = Object.keys(filter).length
  return (
    <>
      {isFiltered(search) && (
        <Button kind="bare" size="s" icon="x" onPress={() => onChange(clearing)}>
          {m.clear}
        </Button>
      )}
      <DrawerTrigger>
        <Button size="s" icon="filter">
          {set > 0 ? m.filtersSet(set) : m.filters}
        </Button>
        <Drawer title={m.filters} side="bottom">
          {(close) => (
            <div className="grid gap-3 pt-3">
              <Choices search={search} onChange={onChange} wide={false} />
              <Button kind="go" size="l" onPress={close}>
                {m.show}
              </Button>
            </div>
          )}
        </Drawer>
      </DrawerTrigger>
    </>
  )
}

function Choices({ search, onChange, wide }: FiltersProps & { wide: boolean }) {
  const { list: m, labels } = useMessages(customerMessages)
  const { list: words } = useMessages(craftMessages)
  const set = (key: keyof ListSearch) => (id: string) => onChange({ [key]: id === ANY ? undefined : id })
  const any = (label: string) => ({ id: ANY, label })
  return (
    <>
      <Select
        label={m.kind}
        labelHidden={wide}
        className={wide ? 'w-28' : undefined}
        options={[any(m.allKinds), ...customerKinds.map((id) => ({ id, label: labels.kinds[id] }))]}
        value={search.kind ?? ANY}
        onChange={set('kind')}
      />
      <Select
        label={m.tier}
        labelHidden={wide}
        className={wide ? 'w-28' : undefined}
        options={[any(m.allTiers), ...tiers.map((id) => ({ id, label: m.tierIs(id) }))]}
        value={search.tier ?? ANY}
        onChange={set('tier')}
      />
      <Select
        label={m.band}
        labelHidden={wide}
        className={wide ? 'w-28' : undefined}
        options={[any(m.allBands), ...(['high', 'raised', 'low'] as const).map((id) => ({ id, label: m.bands[id] }))]}
        value={search.band ?? ANY}
        onChange={set('band')}
      />
      <Select
        label={words.moved}
        labelHidden={wide}
        className={wide ? 'w-40' : undefined}
        options={[any(words.anyMoved), ...(['up', 'down'] as const).map((id) => ({ id, label: words.moves[id] }))]}
        value={search.moved ?? ANY}
        onChange={set('moved')}
      />
      {search.kind === 'outlet' && (
        <Select
          label={labels.fields['format'] ?? ''}
          labelHidden={wide}
          className={wide ? 'w-28' : undefined}
          options={[any(words.anyFormat), ...choices.format.map((id) => ({ id, label: labels.choices.format[id] }))]}
          value={search.format ?? ANY}
          onChange={set('format')}
        />
      )}
      <Select
        label={m.quiet}
        labelHidden={wide}
        className={wide ? 'w-40' : undefined}
        options={[any(m.anyQuiet), ...quietDays.map((days) => ({ id: String(days), label: m.quietFor(days) }))]}
        value={search.quietDays === undefined ? ANY : String(search.quietDays)}
        onChange={(id) => onChange({ quietDays: id === ANY ? undefined : Number(id) })}
      />
      <WhoseSelect search={search} onChange={onChange} wide={wide} />
    </>
  )
}

const clearing = {
  q: undefined,
  kind: undefined,
  tier: undefined,
  band: undefined,
  moved: undefined,
  format: undefined,
  managerId: undefined,
  mine: undefined,
  quietDays: undefined,
  tag: undefined,
}

/** How long nothing more is typed before the list follows. */
const SETTLED_MS = 300

type SearchBoxProps = { asked: string; onSearch: (q: string) => void }

/**
 * Enter searches at once; else what is typed settles first. Nothing is asked while an input method composes, and what an
 * earlier answer brings does not overtake the one who types on.
 */
function SearchBox({ asked, onSearch }: SearchBoxProps) {
  const { list: m } = useMessages(customerMessages)
  const [typed, setTyped] = useState(asked)
  const [composing, setComposing] = useState(false)
  const [sent, setSent] = useState(asked)
  const [seen, setSeen] = useState(asked)
  const search = (q: string): void => {
    setSent(q)
    onSearch(q)
  }
  if (asked !== seen) {
    setSeen(asked)
    if (asked !== sent) {
      setSent(asked)
      setTyped(asked)
    }
  }
  const settle = useEffectEvent(search)
  const waits = !composing && typed !== sent
  useEffect(() => {
    if (!waits) return undefined
    const timer = setTimeout(() => settle(typed), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [typed, waits])
  return (
    <div
      className="w-full md:w-72"
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    >
      <SearchField label={m.search} value={typed} onChange={setTyped} onSubmit={search} onClear={() => search('')} />
    </div>
  )
}

/** For those who see more than their own: whose customers. */
function WhoseSelect({ search, onChange, wide }: FiltersProps & { wide: boolean }) {
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
      labelHidden={wide}
      className={wide ? 'w-40' : undefined}
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
