import { useDeferredValue, useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { scriptMessages } from './messages.ts'

const SHOWN = 8

type Props = { value: string | null; onChange: (customerId: string | null) => void }

/** For whom the words are filled in: one of the customers the reader may contact. */
export function CustomerChoice({ value, onChange }: Props) {
  const { find: m } = useMessages(scriptMessages)
  const given = useRead('GET /api/customers/:id', { params: { id: value ?? '' } }, { enabled: value !== null }).data
  const [typed, setTyped] = useState<string | null>(null)
  const chosen = given ? (given.addressForm ?? given.name) : ''
  const text = typed ?? chosen
  const asked = useDeferredValue(text === chosen ? '' : text.trim())
  const query = asked === '' ? { mine: 'true', limit: SHOWN } : { q: asked, limit: SHOWN }
  const rows = useRead('GET /api/customers', { query }, { keep: true }).data?.rows ?? []
  const options = rows.map(({ id, name, addressForm }) => ({ id, label: addressForm ?? name, note: name }))
  const own = given && options.every(({ id }) => id !== given.id) ? [{ id: given.id, label: chosen }] : []
  return (
    <ComboBox
      label={m.customer}
      labelHidden
      placeholder={m.customer}
      options={[...own, ...options]}
      value={value}
      onChange={(id) => {
        setTyped(id === null ? '' : (options.find((one) => one.id === id)?.label ?? null))
        onChange(id)
      }}
      query={text}
      onQuery={setTyped}
    />
  )
}
