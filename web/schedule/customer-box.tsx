import { useDeferredValue, useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { calendarMessages } from './messages.ts'

const SHOWN = 8

type Props = { value: string | null; onChange: (customer: { id: string; name: string } | null) => void }

/** One of the customers the reader may see, found as everywhere by part of a name, pinyin or code. */
export function CustomerBox({ value, onChange }: Props) {
  const { form: m } = useMessages(calendarMessages)
  const given = useRead('GET /api/customers/:id', { params: { id: value ?? '' } }, { enabled: value !== null }).data
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = given ? (given.addressForm ?? given.name) : ''
  const text = typed ?? chosen
  const asked = useDeferredValue(text === chosen ? '' : text.trim())
  const query = asked === '' ? { mine: 'true', limit: SHOWN } : { q: asked, limit: SHOWN }
  const rows = useRead('GET /api/customers', { query }, { keep: true }).data?.rows ?? []
  const options = rows.map(({ id, name, addressForm }) => ({
    id,
    label: addressForm ?? name,
    note: addressForm && addressForm !== name ? name : undefined,
  }))
  const own = given && options.every(({ id }) => id !== given.id) ? [{ id: given.id, label: chosen }] : []
  return (
    <ComboBox
      label={m.customer}
      placeholder={m.customerHint}
      options={[...own, ...options]}
      value={value}
      onChange={(id) => {
        const label = options.find((one) => one.id === id)?.label ?? ''
        onChange(id === null ? null : { id, name: label })
        setTyped(id === null ? '' : label)
      }}
      query={text}
      onQuery={setTyped}
      isRequired
    />
  )
}
