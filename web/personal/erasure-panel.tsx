import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { personalEn } from '#domain/personal/words.en.ts'
import { personalZh } from '#domain/personal/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { KeepingForm } from './keeping-form.tsx'
import { EraseForm } from './erase-form.tsx'
import { personalMessages } from './messages.ts'

export const erasureWords = { zh: personalZh, en: personalEn }

type Erasure = Reply<Contract['GET /api/customers/:id/erasure']>
type Params = Parameters<typeof sentence>[1]['params']
type Props = { customerId: string; code: string; onErased: () => void }

/** What erasing would take away, what law keeps and until when; then the act itself, which is never taken back. */
export function ErasurePanel({ customerId, code, onErased }: Props) {
  const { erase: m, shown } = useMessages(personalMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const mayRule = useCan('guard.set')
  const [rules, setRules] = useState(false)
  const { data, error, refetch } = useRead('GET /api/customers/:id/erasure', { params: { id: customerId } })
  return (
    <Section title={m.title}>
      <p className="t13 py-3 text-ink-2">{m.explains}</p>
      {error && !data && <ErrorState title={shown.failed} remedy={errorText(error)} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={4} />}
      {data && (
        <>
          <Counts title={m.goes} counts={data.goes} />
          <Counts title={m.stays} counts={data.stays} />
          <HeldLines held={data.held} />
          {mayRule && (
            <Button size="s" className="mb-4 w-fit" onPress={() => setRules(true)}>
              {m.rule}
            </Button>
          )}
          {rules && <KeepingForm onClose={() => setRules(false)} />}
          {data.blocks.length > 0 ? (
            <Banner tone="now" title={m.blocked}>
              {data.blocks
                .map(({ code: said, params }) =>
                  sentence(erasureWords[language], { code: said, params: params as Params }),
                )
                .join('')}
            </Banner>
          ) : (
            <EraseForm customerId={customerId} code={code} onErased={onErased} />
          )}
        </>
      )}
    </Section>
  )
}

/** How many rows of each part. */
export function Counts({ title, counts }: { title: string; counts: Erasure['goes'] }) {
  const { erase: m, parts } = useMessages(personalMessages)
  const format = useFormat()
  return (
    <Section title={title} level={3} className="pb-3">
      <Rows label={title}>
        {counts.map(({ part, rows }) => (
          <Row key={part} end={<span className="text-ink-2">{m.rows(format.number(rows))}</span>}>
            {parts[part]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** What law obliges to keep, by which rule and until when. */
export function HeldLines({ held }: { held: Erasure['held'] }) {
  const { erase: m, lawful } = useMessages(personalMessages)
  return (
    <Section title={m.held} remark={m.heldNote} level={3} className="pb-3">
      {held.length === 0 && <p className="t13 py-2 text-ink-3">{m.nothing}</p>}
      <Rows label={m.held} stacked>
        {held.map(({ what, until, basis }) => (
          <Row
            key={what}
            note={[
              m.basis(basis.source, basis.years, basis.since),
              basis.checkedOn ? m.checked(basis.checkedOn) : m.unchecked,
            ].join(' · ')}
            end={m.until(until)}
          >
            {lawful[what]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
