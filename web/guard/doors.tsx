import { type ReactNode, useState } from 'react'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { minutesOf } from '#domain/retention/guard.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { PartProps, Setting } from './guard-screen.tsx'
import { guardMessages } from './messages.ts'

type Door = Setting['doors']['person']['in']
type Which = keyof Setting['doors']['person']

const whiches: readonly Which[] = ['in', 'out', 'back']
const channels = ['hall', 'phone', 'app', 'message', 'web', 'visit'] as const

/** The three ways beside each other, as customers of a kind walk them; under them what makes one harder than joining was. */
export function Doors({ draft, onChange, may, children }: PartProps & { children: ReactNode }) {
  const { doors: m } = useMessages(guardMessages)
  const [kind, setKind] = useState<CustomerKind>('person')
  const doors = draft.doors[kind]
  return (
    <Section title={m.title} remark={m.remark}>
      <SegmentedTabs
        label={m.kind}
        items={customerKinds.map((id) => ({ id, label: m.kinds[id] }))}
        selected={kind}
        onSelect={(id) => setKind(customerKinds.find((one) => one === id) ?? 'person')}
      />
      <div className="grid gap-4 py-3 md:grid-cols-3">
        {whiches.map((which) => (
          <OneDoor
            key={`${kind} ${which}`}
            name={m[which]}
            door={doors[which]}
            may={may}
            onChange={(door) => onChange({ ...draft, doors: { ...draft.doors, [kind]: { ...doors, [which]: door } } })}
          />
        ))}
      </div>
      {children}
    </Section>
  )
}

type DoorProps = { name: string; door: Door; may: boolean; onChange: (door: Door) => void }

function OneDoor({ name, door, may, onChange }: DoorProps) {
  const { doors: m } = useMessages(guardMessages)
  const language = useLanguage()
  const { steps } = door
  const set = (place: number, change: Partial<Door['steps'][number]>): void =>
    onChange({ ...door, steps: steps.map((step, at) => (at === place ? { ...step, ...change } : step)) })
  return (
    <fieldset className="grid min-w-0 content-start gap-2">
      <legend className="t13 pb-1.5 font-strong">
        {name} <span className="t12 font-normal text-ink-3">{m.sum(steps.length, minutesOf(steps))}</span>
      </legend>
      <ol className="grid gap-2">
        {steps.map((step, place) =>
          may ? (
            <li key={place} className="grid grid-cols-[minmax(0,1fr)_auto] gap-1 border-b border-line pb-2">
              <TextField
                label={m.step}
                labelHidden
                value={step.what.zh}
                onChange={(zh) => set(place, { what: { ...step.what, zh } })}
                maxLength={120}
                isRequired
              />
              <IconButton
                icon="x"
                kind="bare"
                label={m.remove(step.what[language] || step.what.zh)}
                onPress={() => onChange({ ...door, steps: steps.filter((_, at) => at !== place) })}
              />
              <TextField
                label={m.english}
                labelHidden
                placeholder={m.english}
                className="col-span-2"
                value={step.what.en}
                onChange={(en) => set(place, { what: { ...step.what, en } })}
                maxLength={200}
              />
              <span className="t13 col-span-2 flex flex-wrap items-center gap-2">
                <NumberField
                  label={m.minutes}
                  labelHidden
                  className="w-24"
                  value={step.minutes}
                  onChange={(minutes) => set(place, { minutes })}
                  minValue={0}
                  maxValue={600}
                />
                <span className="text-ink-3">{m.minutes}</span>
                <Checkbox
                  isSelected={step.asked === 'law'}
                  onChange={(law) => set(place, { asked: law ? 'law' : undefined })}
                >
                  {m.law}
                </Checkbox>
              </span>
            </li>
          ) : (
            <li key={place} className="t13 border-b border-line pb-1">
              {step.what[language] || step.what.zh}{' '}
              <span className="text-ink-3">
                {step.minutes} {m.minutes}
                {step.asked === 'law' && ` · ${m.law}`}
              </span>
            </li>
          ),
        )}
      </ol>
      {may && (
        <p>
          <Button
            size="s"
            kind="bare"
            icon="plus"
            onPress={() => onChange({ ...door, steps: [...steps, { what: { zh: '', en: '' }, minutes: 1 }] })}
          >
            {m.add}
          </Button>
        </p>
      )}
      <div role="group" aria-label={`${name} ${m.channels}`} className="flex flex-wrap gap-x-3 gap-y-1">
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            isDisabled={!may}
            isSelected={door.channels.includes(channel)}
            onChange={(on) =>
              onChange({
                ...door,
                channels: channels.filter((one) => (one === channel ? on : door.channels.includes(one))),
              })
            }
          >
            <span className="t13">{m.channel[channel]}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
