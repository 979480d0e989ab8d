import { useState } from 'react'
import { ways } from '#domain/retention/way.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { retentionMessages } from './messages.ts'
import { OfferForm } from './offer-form.tsx'
import { type CatalogueOffer, keepWords } from './retention-types.ts'

/** The branch's offers, by the seven ways: what each costs, what it answers, and what became of those who got it. */
export function CatalogueScreen() {
  const { catalogue: m, failed } = useMessages(retentionMessages)
  const { wayNames, wayLines } = keepWords[useLanguage()]
  const { data, error, refetch } = useRead('GET /api/offers', {})
  const [editing, setEditing] = useState<CatalogueOffer | 'new' | null>(null)
  if (error && !data) return <ErrorState {...failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  return (
    <div className="grid max-w-4xl gap-5 px-4 py-3 lg:px-6">
      <p className="t13 flex items-center gap-3 text-ink-3">
        {m.alike}
        {data.mayChange && (
          <Button className="ml-auto" icon="plus" onPress={() => setEditing('new')}>
            {m.add}
          </Button>
        )}
      </p>
      {data.rows.length === 0 && <EmptyState title={m.none} hint={m.noneHint} icon="benefit" />}
      {ways.map((way) => (
        <Section key={way} title={wayNames[way]} remark={wayLines[way]}>
          <Rows stacked>
            {data.rows
              .filter((offer) => offer.way === way)
              .map((offer) => (
                <OfferRow
                  key={offer.key}
                  offer={offer}
                  onChange={data.mayChange ? () => setEditing(offer) : undefined}
                />
              ))}
          </Rows>
        </Section>
      ))}
      {editing && <OfferForm offer={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function OfferRow({ offer, onChange }: { offer: CatalogueOffer; onChange: (() => void) | undefined }) {
  const { catalogue: m, rules } = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const { today } = useSession()
  const { reasonNames } = keepWords[language]
  const { success, until } = offer
  const ended = until !== null && until < today
  return (
    <Row
      note={
        <>
          {[
            f.labels(offer.kinds.map((kind) => rules.kinds[kind])),
            f.labels(offer.answers.map((reason) => reasonNames[reason])),
            ended ? m.ended : m.lasts(offer.from, until),
            offer.changedBy && m.own(offer.changedBy),
          ]
            .filter(Boolean)
            .join(' · ')}
          <span className="block">
            {success.rate
              ? m.stayed(success.stayed, success.of, f.percent(success.rate.low), f.percent(success.rate.high))
              : m.few(success.of)}
          </span>
        </>
      }
      end={
        <span className="inline-flex items-center gap-2 max-md:flex">
          <span className="max-md:flex max-md:flex-1 max-md:flex-wrap max-md:gap-x-3">
            <span>
              {m.cost} {f.money(offer.costFen)}
            </span>
            <span className="block text-ink-3">
              {m.benefit} {f.money(offer.benefitFen)}
            </span>
          </span>
          {onChange && (
            <Button size="s" kind="bare" aria-label={`${rules.edit} ${offer.name[language]}`} onPress={onChange}>
              {rules.edit}
            </Button>
          )}
        </span>
      }
      className={ended ? 'text-ink-3' : undefined}
    >
      {offer.name[language]}
    </Row>
  )
}
