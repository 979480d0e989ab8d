import { useState } from 'react'
import { consentPurposes, type ConsentPurpose } from '#domain/customer/file.ts'
import type { Day } from '#domain/kernel/day.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'

type Consent = CustomerFile['consents'][number]

/** What a customer agrees to be contacted for; refusing any contact is do-not-disturb. */
export function Consents({
  customerId,
  consents,
  canEdit,
}: {
  customerId: string
  consents: readonly Consent[]
  canEdit: boolean
}) {
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  return (
    <Section title={m.consents.title}>
      <Rows>
        {consentPurposes.map((purpose) => {
          const consent = consents.find((one) => one.purpose === purpose)
          return (
            <Row
              key={purpose}
              note={consent && m.consents.since(format.shortDay(consent.since, today), consent.source)}
              end={
                <span className="flex items-center justify-end gap-2">
                  <StateText consent={consent} purpose={purpose} />
                  {canEdit && <SayConsent customerId={customerId} purpose={purpose} consent={consent} />}
                </span>
              }
            >
              {m.consents.purposes[purpose]}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

function StateText({ consent, purpose }: { consent: Consent | undefined; purpose: ConsentPurpose }) {
  const m = useMessages(fileMessages)
  if (!consent) return <span className="text-ink-3">{m.consents.notAsked}</span>
  if (consent.state === 'given') return <span className="text-jade">{m.consents.given}</span>
  const text = purpose === 'any' ? m.consents.anyRefused : m.consents.refused
  return (
    <span className="text-amber">
      {text}
      {consent.until && ` → ${consent.until}`}
    </span>
  )
}

type State = 'given' | 'refused' | 'unasked'

function SayConsent({
  customerId,
  purpose,
  consent,
}: {
  customerId: string
  purpose: ConsentPurpose
  consent: Consent | undefined
}) {
  const m = useMessages(fileMessages)
  const say = useWrite('PUT /api/customers/:id/consents/:purpose')
  const [state, setState] = useState<State>(consent?.state ?? 'unasked')
  const [until, setUntil] = useState<Day | null>(consent?.until ?? null)
  const [source, setSource] = useState(consent?.source ?? '')
  const label = `${m.edit} ${m.consents.purposes[purpose]}`
  return (
    <Popover
      label={label}
      placement="bottom end"
      trigger={
        <Button kind="bare" size="s" aria-label={label}>
          {m.edit}
        </Button>
      }
    >
      {(close) => (
        <form
          className="grid w-64 gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            say.mutate(
              {
                params: { id: customerId, purpose },
                body: { state: state === 'unasked' ? null : state, until: state === 'refused' ? until : null, source },
              },
              { onSuccess: close },
            )
          }}
        >
          <RadioGroup<State>
            label={m.consents.purposes[purpose]}
            options={[
              { id: 'given', label: m.consents.given },
              { id: 'refused', label: purpose === 'any' ? m.consents.anyRefused : m.consents.refused },
              { id: 'unasked', label: m.consents.notAsked },
            ]}
            value={state}
            onChange={setState}
          />
          {state === 'refused' && <DatePicker label={m.consents.until} value={until} onChange={setUntil} />}
          <TextField
            label={m.consents.source}
            placeholder={m.consents.sourceHint}
            value={source}
            onChange={setSource}
            isRequired
          />
          <Button type="submit" isPending={say.isPending}>
            {m.consents.say}
          </Button>
        </form>
      )}
    </Popover>
  )
}
