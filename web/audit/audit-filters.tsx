import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { auditMessages } from './messages.ts'
import { useAuditWords } from './words.ts'

export type AuditFilter = {
  by?: string | undefined
  customerId?: string | undefined
  about?: string | undefined
  from?: string | undefined
  until?: string | undefined
}

type Props = {
  filter: AuditFilter
  onFilter: (filter: AuditFilter) => void
  /** The name of the customer it is narrowed to, where the reader may know it. */
  customer: string | null
}

/** By whom, what kind, which days; a customer comes from their own page. */
export function AuditFilters({ filter, onFilter, customer }: Props) {
  const m = useMessages(auditMessages)
  const { kinds } = useAuditWords()
  const choices = useRead('GET /api/audit/choices', {})
  const people = choices.data?.people ?? []
  const about = choices.data?.about ?? []
  const set = (part: AuditFilter) => onFilter({ ...filter, ...part })
  const narrowed = Object.values(filter).some(Boolean)
  return (
    <fieldset aria-label={m.filters} className="grid grid-cols-2 items-end gap-2 py-3 md:flex md:flex-wrap">
      <ComboBox
        label={m.by}
        placeholder={m.anyone}
        className="md:w-40"
        options={people.map(({ id, name }) => ({ id, label: name }))}
        value={filter.by ?? null}
        onChange={(by) => set({ by: by ?? undefined })}
      />
      <ComboBox
        label={m.about}
        placeholder={m.anything}
        className="md:w-44"
        options={about.map((kind) => ({ id: kind, label: kinds[kind] ?? kind }))}
        value={filter.about ?? null}
        onChange={(kind) => set({ about: kind ?? undefined })}
      />
      <DatePicker label={m.from} value={filter.from ?? null} onChange={(from) => set({ from: from ?? undefined })} />
      <DatePicker
        label={m.until}
        value={filter.until ?? null}
        onChange={(until) => set({ until: until ?? undefined })}
      />
      {filter.customerId !== undefined && (
        <Chip icon="person" onRemove={() => set({ customerId: undefined })}>
          {m.only(customer)}
        </Chip>
      )}
      {narrowed && (
        <Button kind="bare" onPress={() => onFilter({})}>
          {m.clear}
        </Button>
      )}
    </fieldset>
  )
}
