import { useDeferredValue, useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { type Candidate, refusals } from './event-types.ts'
import { eventMessages } from './messages.ts'
import { useListing } from './use-guest.ts'

const kinds = ['any', 'person', 'group', 'outlet'] as const
const tiers = ['any', 'A', 'B', 'C', 'D'] as const

/** Customers who could be asked, found by kind, tier or typing; beside each what the contact gate says of it. */
export function Candidates({ eventId }: { eventId: string }) {
  const { adding: m } = useMessages(eventMessages)
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>('any')
  const [tier, setTier] = useState<(typeof tiers)[number]>('any')
  const q = useDeferredValue(typed.trim())
  const query = { ...(q && { q }), ...(kind !== 'any' && { kind }), ...(tier !== 'any' && { tier }) }
  const { data } = useRead('GET /api/events/:id/candidates', { params: { id: eventId }, query }, { keep: true })
  const { list, pending } = useListing(eventId)
  return (
    <Section title={m.title} remark={m.remark}>
      <div className="grid grid-cols-2 gap-2 py-2">
        <SearchField label={m.search} value={typed} onChange={setTyped} className="col-span-2" />
        <Select
          label={m.kind}
          labelHidden
          options={kinds.map((id) => ({ id, label: m.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={m.tier}
          labelHidden
          options={tiers.map((id) => ({ id, label: id === 'any' ? m.anyTier : m.tierIs(id) }))}
          value={tier}
          onChange={setTier}
        />
      </div>
      {!data && <SkeletonRows rows={6} />}
      {data?.rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {(data?.rows ?? []).map((one) => (
          <CandidateRow key={one.customerId} one={one} pending={pending} onAdd={() => list(one)} />
        ))}
      </Rows>
      {data?.more && <p className="t12 py-2 text-ink-3">{m.more}</p>}
    </Section>
  )
}

function CandidateRow({ one, pending, onAdd }: { one: Candidate; pending: boolean; onAdd: () => void }) {
  const { adding: m, of } = useMessages(eventMessages)
  const language = useLanguage()
  const { today, branch, staff } = useSession()
  const format = useFormat(branch.timeZone)
  const [reason] = one.against?.reasons ?? []
  const nextAt = one.against?.nextAt
  return (
    <Row
      note={
        [one.calledBy === one.name ? null : one.name, one.manager === staff.name ? null : one.manager]
          .filter(Boolean)
          .join(' · ') || undefined
      }
      end={
        !one.against && (
          <Button size="s" icon="plus" isDisabled={pending} aria-label={of(m.act, one.calledBy)} onPress={onAdd}>
            {m.act}
          </Button>
        )
      }
    >
      <span className="flex items-center gap-1.5">
        {one.calledBy}
        {one.tier !== null && <Tier letter={one.tier} />}
      </span>
      {reason && (
        <span className="t12 flex items-start gap-1 text-amber">
          <Icon name="shield" small />
          <span>
            {sentence(refusals[language], reason)}
            {nextAt && <span className="text-ink-2">{m.nextAt(format.shortDay(format.dayOf(nextAt), today))}</span>}
          </span>
        </span>
      )}
    </Row>
  )
}
