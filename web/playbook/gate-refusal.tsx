import { type FormEvent, useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { guardEn } from '#domain/retention/guard-words.en.ts'
import { guardZh } from '#domain/retention/guard-words.zh.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { Refused } from '#web/client/send.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { useErrorText } from '#web/client/errors.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { contactMessages } from './messages.ts'

const words = { zh: { ...gateZh, ...guardZh }, en: { ...gateEn, ...guardEn } }

type Props = {
  refused: Refused
  onAgreed: () => void
  onOverride: (reason: string) => void
  /** The one next act where the row can wait: it comes back by itself at that time. */
  onLater?: ((at: Date) => void) | undefined
}

/** Why not now, when again, and the two honest ways on: the customer named this time, or somebody with the right allows it. */
export function GateRefusal({ refused, onAgreed, onOverride, onLater }: Props) {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const mayOverride = useCan('contact.override')
  const reasons = refused.reply.reasons ?? []
  const { nextAt } = refused.reply.params
  // No named hour and nobody's right goes past the guard: what remains is to help.
  const guarded = reasons.some(({ code }) => code.startsWith('guard.'))
  const again = typeof nextAt === 'string' ? wallClockAt(new Date(nextAt), branch.timeZone) : null
  return (
    <div role="alert" className="flex flex-col gap-2 rounded border border-line-2 bg-amber-wash p-3">
      <p className="t14 flex items-center gap-2 font-strong text-amber">
        <Icon name="shield" />
        {m.start.blocked}
        {again && (
          <span className="t13 ml-auto font-normal text-ink-2">
            {m.start.nextAt(`${format.shortDay(again.day, today)} ${clockText(again.minute)}`)}
          </span>
        )}
      </p>
      <ul className="t13">
        {reasons.length > 0
          ? reasons.map((reason) => <li key={reason.code}>{sentence(words[language], reason)}</li>)
          : errorText(refused)}
      </ul>
      {guarded && <p className="t13 text-ink-2">{m.start.stillOpen}</p>}
      {!guarded && (
        <div className="flex flex-wrap items-center gap-2">
          {again && onLater && (
            <Button size="s" kind="go" icon="later" onPress={() => onLater(new Date(String(nextAt)))}>
              {m.start.later(`${format.shortDay(again.day, today)} ${clockText(again.minute)}`)}
            </Button>
          )}
          <Button size="s" icon="clock" onPress={onAgreed}>
            {m.start.agreed}
          </Button>
          {!mayOverride && <span className="t12 text-ink-3">{m.start.askLead}</span>}
        </div>
      )}
      {mayOverride && !guarded && <Override onOverride={onOverride} />}
    </div>
  )
}

function Override({ onOverride }: { onOverride: (reason: string) => void }) {
  const m = useMessages(contactMessages)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (reason.trim().length >= 4) onOverride(reason.trim())
  }
  return (
    <form onSubmit={submit} className="flex items-end gap-2">
      <TextField label={m.start.overrideWhy} value={reason} onChange={setReason} className="flex-1" isRequired />
      <Button type="submit">{m.start.override}</Button>
    </form>
  )
}
