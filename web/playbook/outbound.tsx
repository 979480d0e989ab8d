import { useState } from 'react'
import { type TouchPurpose, touchPurposes } from '#domain/touch/touch.ts'
import { purposeNames as purposesEn } from '#domain/touch/words.en.ts'
import { purposeNames as purposesZh } from '#domain/touch/words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { GateRefusal } from './gate-refusal.tsx'
import { contactMessages } from './messages.ts'
import { wayOf } from './playbook-chooser.tsx'
import { useStartContact } from './start-contact.ts'
import { StartWith } from './start-with.tsx'

const purposes = { zh: purposesZh, en: purposesEn }

/** Calling out to somebody found by name or number; from Today and a customer's page it starts with one key. */
export function Outbound() {
  const m = useMessages(contactMessages)
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const found = useRead(
    'GET /api/customers',
    { query: { q: q.trim(), limit: '6' } },
    { enabled: q.trim() !== '', keep: true },
  )
  return (
    <Section title={m.start.outbound}>
      <div className="py-3">
        <SearchField label={m.start.find} value={q} onChange={setQ} className="max-w-md" />
      </div>
      {q.trim() !== '' && (
        <ul>
          {(found.data?.rows ?? []).map(({ id, name, addressForm, phone }) => (
            <li key={id} className="border-b border-line py-1.5">
              <Button kind="bare" aria-pressed={chosen?.id === id} onPress={() => setChosen({ id, name })}>
                {addressForm ?? name}{' '}
                <span className="text-ink-3">
                  {addressForm ? name : ''} {phone}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen && <StartOutbound key={chosen.id} customerId={chosen.id} name={chosen.name} />}
    </Section>
  )
}

/** The last look before calling: why, and whether the gate lets it pass. */
export function StartOutbound({ customerId, name }: { customerId: string; name: string }) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const [purpose, setPurpose] = useState<TouchPurpose>('service')
  const { start, pending, refused, reset } = useStartContact()
  const [way, setWay] = useState<ReturnType<typeof wayOf> | null>(null)
  const wanted = { customerId, direction: 'outbound' as const, ...(way ?? { purpose }) }
  return (
    <div className="flex flex-col gap-3 py-3">
      <div className="flex flex-wrap items-end gap-3">
        <b className="t14 self-center">{name}</b>
        <Select
          label={m.start.purpose}
          options={touchPurposes.map((id) => ({ id, label: purposes[language][id] }))}
          value={purpose}
          onChange={(next) => {
            setPurpose(next)
            setWay(null)
            reset()
          }}
          className="w-40"
        />
        <Button
          kind="go"
          icon="phone"
          isDisabled={pending}
          onPress={() => {
            setWay(null)
            start({ customerId, direction: 'outbound', purpose })
          }}
        >
          {m.start.begin}
        </Button>
        <StartWith
          customerId={customerId}
          direction="outbound"
          isDisabled={pending}
          onChoose={(playbook) => {
            setWay(wayOf(playbook))
            start({ customerId, direction: 'outbound', ...wayOf(playbook) })
          }}
        />
      </div>
      {refused && (
        <GateRefusal
          refused={refused}
          onAgreed={() => start({ ...wanted, agreedTime: true })}
          onOverride={(reason) => start({ ...wanted, override: { reason } })}
        />
      )}
    </div>
  )
}
