import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import type { AudienceQuery } from './campaign-types.ts'
import { campaignMessages } from './messages.ts'

export type Lists = Reply<Contract['GET /api/campaigns/lists']>
export type Filter = Omit<AudienceQuery, 'playbook' | 'share'>
export type Chosen = { list: string; filter: Filter }

const kinds = ['any', 'person', 'group', 'outlet'] as const
const tiers = ['any', 'A', 'B', 'C', 'D'] as const
const bands = ['any', 'high', 'raised', 'low'] as const

/** The filters of the customer list, as a saved view keeps them; order and columns are no filter. */
const filterOfView = (definition: Record<string, unknown>): Filter => {
  const { mine, sort: _sort, dir: _dir, hide: _hide, ...filter } = definition
  return { ...filter, ...(mine === true ? { mine: 'true' } : {}) }
}

/** Where the audience comes from: a saved list, a frozen one, or kind, tier and warning chosen here. */
export function AudienceFields({
  lists,
  chosen,
  onChoose,
}: {
  lists: Lists
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}) {
  const { form: m } = useMessages(campaignMessages)
  const options = [
    { id: 'choose', label: m.lists.choose },
    ...lists.views.map(({ id, name }) => ({ id, label: m.lists.view(name) })),
    ...lists.frozen.map(({ id, name }) => ({ id, label: m.lists.frozen(name) })),
  ]
  const take = (id: string): void => {
    const view = lists.views.find((one) => one.id === id)
    const frozen = lists.frozen.find((one) => one.id === id)
    onChoose({ list: id, filter: view ? filterOfView(view.definition) : frozen ? { listId: id } : {} })
  }
  const set = (key: 'kind' | 'tier' | 'band', value: string): void => {
    const { [key]: _before, ...filter } = chosen.filter
    onChoose({ list: chosen.list, filter: value === 'any' ? filter : { ...filter, [key]: value } })
  }
  return (
    <>
      <Select label={m.list} options={options} value={chosen.list} onChange={take} />
      {chosen.list === 'choose' && (
        <div className="grid grid-cols-[1fr_1fr_1.3fr] gap-2">
          <Select
            label={m.kind}
            options={kinds.map((id) => ({ id, label: m.kinds[id] }))}
            value={chosen.filter.kind ?? 'any'}
            onChange={(id) => set('kind', id)}
          />
          <Select
            label={m.tier}
            options={tiers.map((id) => ({ id, label: id === 'any' ? m.anyTier : m.tierIs(id) }))}
            value={tiers.find((id) => id === chosen.filter.tier) ?? 'any'}
            onChange={(id) => set('tier', id)}
          />
          <Select
            label={m.band}
            options={bands.map((id) => ({ id, label: m.bands[id] }))}
            value={chosen.filter.band ?? 'any'}
            onChange={(id) => set('band', id)}
          />
        </div>
      )}
    </>
  )
}

/** What the audience is called afterwards. */
export const useAudienceName = (): ((lists: Lists, chosen: Chosen) => string) => {
  const { form: m } = useMessages(campaignMessages)
  return (lists, { list, filter }) => {
    const named = [...lists.views, ...lists.frozen].find(({ id }) => id === list)
    if (named) return named.name
    const parts = [
      filter.kind && m.kinds[filter.kind],
      filter.tier && m.tierIs(filter.tier),
      filter.band && m.bands[filter.band],
    ].filter(Boolean)
    return parts.length > 0 ? parts.join(' · ') : m.everyone
  }
}
