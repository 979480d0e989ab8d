import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useDayOf, useSession } from '#web/client/session.tsx'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { voiceMessages } from './messages.ts'

export type Norms = Reply<Contract['GET /api/voice-norms']>

/** What voices are laid beside, where it comes from, and for who may, the way to change it. */
export function NormsPart({ given }: { given: Norms }) {
  const { norms: m } = useMessages(voiceMessages)
  const { today } = useSession()
  const dayOf = useDayOf()
  const format = useFormat()
  const [changes, setChanges] = useState(false)
  const { norms, own, mayChange } = given
  return (
    <Section
      title={m.title}
      end={
        mayChange && (
          <Button size="s" kind="bare" onPress={() => setChanges(true)}>
            {m.change}
          </Button>
        )
      }
    >
      <ul aria-label={m.title} className="t13 py-1">
        <li>{m.pace(norms.pace.slow, norms.pace.fast)}</li>
        <li>{m.range(norms.range.flat, norms.range.lively, norms.range.restless)}</li>
        <li>{m.pause(norms.longPause)}</li>
        <li>{m.clear(norms.clear.overNoise)}</li>
      </ul>
      <p className="t12 text-ink-3">
        {own
          ? `${m.source}${format.colon}${own.source} · ${m.own(own.setBy, format.shortDay(dayOf(own.setAt), today))}`
          : m.usual}
      </p>
      {changes && <NormsForm given={given} onClose={() => setChanges(false)} />}
    </Section>
  )
}

function NormsForm({ given, onClose }: { given: Norms; onClose: () => void }) {
  const { norms: m } = useMessages(voiceMessages)
  const errorText = useErrorText()
  const write = useWrite('PUT /api/voice-norms')
  const [norms, setNorms] = useState(given.norms)
  const [source, setSource] = useState(given.own?.source ?? '')
  const { pace, range } = norms
  const inOrder = pace.slow < pace.fast && range.flat <= range.lively && range.lively < range.restless
  const send = (own: { norms: typeof norms; source: string } | null, text: string): void =>
    write.mutate(
      { body: { baseVersion: given.version, own } },
      {
        onSuccess: ({ version }) => {
          const before = given.own && { norms: given.norms, source: given.own.source }
          notify({ text, undo: () => write.mutate({ body: { baseVersion: version, own: before } }) })
          onClose()
        },
      },
    )
  const field = (label: string, value: number, unit: string, set: (value: number) => void, step = 1) => (
    <NumberField label={label} value={value} unit={unit} step={step} minValue={0} onChange={set} />
  )
  return (
    <Drawer title={m.change} remark={m.why} isOpen onClose={onClose}>
      <form
        className="grid gap-3 pt-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (inOrder && source.trim().length > 1) send({ norms, source: source.trim() }, m.saved)
        }}
      >
        <NormFields norms={norms} onChange={setNorms} field={field} />
        {!inOrder && (
          <p role="alert" className="t13 text-red">
            {m.order}
          </p>
        )}
        <TextField label={m.source} hint={m.sourceHint} value={source} onChange={setSource} isRequired minLength={2} />
        {write.error && (
          <p role="alert" className="t13 text-red">
            {errorText(write.error)}
          </p>
        )}
        <Button kind="go" type="submit" isPending={write.isPending}>
          {m.save}
        </Button>
        {given.own && (
          <Button kind="bare" onPress={() => send(null, m.resetDone)}>
            {m.reset}
          </Button>
        )}
      </form>
    </Drawer>
  )
}

type FieldsProps = {
  norms: Norms['norms']
  onChange: (norms: Norms['norms']) => void
  field: (label: string, value: number, unit: string, set: (value: number) => void, step?: number) => React.ReactNode
}

function NormFields({ norms, onChange, field }: FieldsProps) {
  const { norms: m, result } = useMessages(voiceMessages)
  const { pace, range, clear } = norms
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {field(m.slow, pace.slow, result.perMinute, (slow) => onChange({ ...norms, pace: { ...pace, slow } }))}
        {field(m.fast, pace.fast, result.perMinute, (fast) => onChange({ ...norms, pace: { ...pace, fast } }))}
      </div>
      <div className="grid grid-cols-3 gap-3">
        {field(m.flat, range.flat, '', (flat) => onChange({ ...norms, range: { ...range, flat } }), 0.5)}
        {field(m.lively, range.lively, '', (lively) => onChange({ ...norms, range: { ...range, lively } }), 0.5)}
        {field(
          m.restless,
          range.restless,
          '',
          (restless) => onChange({ ...norms, range: { ...range, restless } }),
          0.5,
        )}
      </div>
      <div className="grid grid-cols-2 gap-3">
        {field(m.longPause, norms.longPause, m.second, (longPause) => onChange({ ...norms, longPause }), 0.5)}
        {field(m.overNoise, clear.overNoise, m.decibel, (overNoise) =>
          onChange({ ...norms, clear: { ...clear, overNoise } }),
        )}
      </div>
    </>
  )
}
