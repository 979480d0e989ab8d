import { type FormEvent, useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Kbd } from '#web/ui/kbd.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { contactMessages } from './messages.ts'
import { useStartContact } from './start-contact.ts'
import { StartWith } from './start-with.tsx'

/** A call comes in: the last digits of the number, then Enter. */
export function Inbound() {
  const m = useMessages(contactMessages)
  const [typed, setTyped] = useState('')
  const tail = typed.replaceAll(/\D/g, '').slice(-11)
  const found = useRead('GET /api/inbound', { query: { tail } }, { enabled: tail.length >= 3 })
  const { start, pending } = useStartContact()
  const candidates = tail.length >= 3 ? (found.data?.candidates ?? []) : []
  const take = ({ id, phone }: { id: string; phone: string }, playbook?: string): void =>
    start({
      customerId: id,
      direction: 'inbound',
      ...(playbook === undefined ? { purpose: 'service' } : { playbook }),
      numberTail: tailShown(phone),
    })
  /** Enter may fall before the answer is there: then it is waited for, so that nobody else's call is taken. */
  const takeFirst = async (): Promise<void> => {
    const [first] = (await found.refetch({ cancelRefetch: false })).data?.candidates ?? []
    if (first) take(first)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (tail.length >= 3) void takeFirst()
  }
  return (
    <Section title={m.start.inbound} remark={m.start.anywhere}>
      <form onSubmit={submit} className="py-3">
        <TextField
          label={m.start.tail}
          hint={m.start.tailHint}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          className="max-w-72"
        />
      </form>
      {tail.length >= 3 && found.isPending && <SkeletonRows rows={2} />}
      {tail.length >= 3 && found.data && candidates.length === 0 && (
        <EmptyState title={m.start.none} hint={m.start.noneRemedy} icon="phone" />
      )}
      <ul>
        {candidates.map((candidate, place) => (
          <Candidate
            key={`${candidate.id} ${candidate.phone}`}
            candidate={candidate}
            first={place === 0}
            pending={pending}
            onTake={(playbook) => take(candidate, playbook)}
          />
        ))}
      </ul>
    </Section>
  )
}

/** The digits a masked number ends with. */
const tailShown = (masked: string): string => masked.replaceAll(/\D/g, '').slice(-4)

type CandidateProps = {
  candidate: {
    id: string
    name: string
    addressForm: string | null
    phone: string
    holder: string | null
    user: string | null
    tier: string | null
    lastTouchAt: string | null
    openPromises: number
  }
  first: boolean
  pending: boolean
  onTake: (playbook?: string) => void
}

function Candidate({ candidate, first, pending, onTake }: CandidateProps) {
  const m = useMessages(contactMessages)
  const { today } = useSession()
  const format = useFormat()
  const { id, name, addressForm, phone, holder, user, tier, lastTouchAt, openPromises } = candidate
  const facts = [
    holder && holder !== name ? m.start.holder(holder) : '',
    user && user !== name ? m.start.user(user) : '',
    lastTouchAt ? m.start.lastTouch(format.shortDay(lastTouchAt.slice(0, 10), today)) : '',
    openPromises > 0 ? m.start.promises(openPromises) : '',
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <b className="t14">{addressForm ?? name}</b>
      {addressForm && <span className="text-ink-2">{name}</span>}
      {tier && <Tier letter={tier} />}
      <span className="t13 text-ink-2 tabular-nums">{phone}</span>
      <span className="t12 text-ink-3">{facts.join(' · ')}</span>
      <span className="ml-auto flex gap-2">
        <Button size="s" icon="case" isDisabled={pending} onPress={() => onTake('complaint')}>
          {m.start.complaint}
        </Button>
        <StartWith
          customerId={id}
          direction="inbound"
          size="s"
          isDisabled={pending}
          onChoose={({ key }) => onTake(key)}
        />
        <Button size="s" kind={first ? 'go' : 'outlined'} icon="phone" isDisabled={pending} onPress={() => onTake()}>
          {m.start.take}
          {first && <Kbd keys="Enter" onFill />}
        </Button>
      </span>
    </li>
  )
}
