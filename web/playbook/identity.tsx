import { useState } from 'react'
import type { CallerRole, IdentityMethod } from '#domain/playbook/event.ts'
import { mayDisclose } from '#domain/playbook/disclosure.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'
import { useMeetingWords } from './visit/meeting-words.ts'

const roles: readonly CallerRole[] = ['holder', 'authorised', 'other']
const methods: readonly IdentityMethod[] = ['servicePassword', 'idTail', 'callBack', 'knownVoice', 'faceToFace']

/** Who is on the line, and how we made sure. What was said to prove it is never written down. */
export function Identity({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const met = useMeetingWords(live)
  const format = useFormat(live.timeZone)
  const { state, act } = live
  const [method, setMethod] = useState<IdentityMethod>('servicePassword')
  const { caller, identity } = state
  const sure = mayDisclose(state)
  const needsCheck = state.context?.direction === 'inbound' && caller !== null && caller.role !== 'other' && !sure
  if (sure && caller)
    return (
      <p className="t13 flex items-center gap-1.5 py-2 text-jade">
        <Icon name="check" small />
        {m.identity.done(m.identity.roles[caller.role], format.time(identity?.at ?? caller.at))}
        {!state.finished && (
          <Button
            size="s"
            kind="bare"
            className="ml-auto"
            onPress={() => act({ type: 'identified', role: 'other', name: '' })}
          >
            {m.identity.roles.other}
          </Button>
        )}
      </p>
    )
  if (state.finished) return null
  return (
    <Section title={met.who} className="pb-2">
      <div className="flex flex-wrap gap-1.5 py-2">
        {roles.map((role, place) => (
          <Button
            key={role}
            size="s"
            aria-pressed={caller?.role === role}
            className={caller?.role === role ? 'border-jade text-jade' : ''}
            hotkey={`alt+shift+${place + 1}`}
            hotkeyWhileTyping
            onPress={() => act({ type: 'identified', role, name: '' })}
          >
            {m.identity.roles[role]}
          </Button>
        ))}
      </div>
      {caller?.role === 'other' && <p className="t12 text-ink-3">{m.identity.otherHint}</p>}
      {needsCheck && (
        <div className="flex flex-col gap-2">
          <Select
            label={m.identity.how}
            options={methods.map((id) => ({ id, label: m.identity.methods[id] }))}
            value={method}
            onChange={setMethod}
          />
          <div className="flex gap-2">
            <Button
              kind="go"
              icon="shield"
              hotkey="alt+i"
              hotkeyWhileTyping
              onPress={() => act({ type: 'identityChecked', method, passed: true })}
            >
              {m.identity.passed}
            </Button>
            <Button onPress={() => act({ type: 'identityChecked', method, passed: false })}>{m.identity.failed}</Button>
          </div>
          <p className="t12 text-ink-3">{m.identity.nothingKept}</p>
        </div>
      )}
      {identity && !identity.passed && <p className="t12 pt-1 text-red">{m.identity.failed}</p>}
      {!sure && <p className="t12 pt-1 text-amber">{m.identity.notYet}</p>}
    </Section>
  )
}
