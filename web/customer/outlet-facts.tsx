import { outletCode } from '#domain/customer/outlet-code.ts'
import { addDays, daysBetween } from '#domain/kernel/day.ts'
import { dayRuleFrom, daysOf, deliveryMissesMarket } from '#domain/kernel/market.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { craftMessages } from './craft-messages.ts'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { OutletLevel } from './outlet-level.tsx'
import { useValueText } from './value-text.ts'

/** A licence is renewed within this many days before it ends. */
const SOON = 90

/** What one must know before walking into a shop: the next market and whether goods come in time, licence, supply level, its class in words [K-30]. */
export function OutletFacts({ customer, onFile }: { customer: Customer; onFile: () => void }) {
  const { labels } = useMessages(customerMessages)
  const { outlet: m } = useMessages(fileMessages)
  const { level } = useMessages(craftMessages)
  const craft = useRead('GET /api/customers/:id/outlet', { params: { id: customer.id } })
  const textOf = useValueText()
  const format = useFormat()
  const { today } = useSession()
  const { dossier } = customer
  const of = (key: string): string | null => textOf(key, dossier[key])
  const code = outletCode(dossier)
  const market = dayRuleFrom(dossier['marketDays'])
  const delivery = dayRuleFrom(dossier['deliveryDays'])
  const [next] = market ? daysOf(market, today, addDays(today, 60)) : []
  const [missed] = market && delivery ? deliveryMissesMarket(delivery, market, today, addDays(today, 30)) : []
  const until = dossier['licenceUntil']
  const left = typeof until === 'string' ? daysBetween(today, until) : null
  const inWords = [of('marketType'), of('format'), of('scale') && m.scale(of('scale') ?? '')].filter(Boolean)
  return (
    <Section title={m.title} end={<Link onPress={onFile}>{m.all}</Link>}>
      <Definitions>
        <DefinitionRow wide term={m.classed}>
          {code ? <b className="mr-2 font-strong">{code}</b> : null}
          {inWords.join(' · ') || m.unknown}
        </DefinitionRow>
        <DefinitionRow wide term={level.title}>
          {craft.isPending ? '…' : <OutletLevel level={craft.data?.level ?? null} />}
        </DefinitionRow>
        <DefinitionRow wide term={m.market}>
          {next ? m.marketIs(format.day(next), of('marketDays') ?? '') : m.unknown}
        </DefinitionRow>
        <DefinitionRow wide term={labels.fields['deliveryDays'] ?? ''}>
          {of('deliveryDays') ?? m.unknown}
          {missed && <span className="block text-amber">{m.missed(format.day(missed.market))}</span>}
        </DefinitionRow>
        <DefinitionRow wide term={labels.fields['licenceUntil'] ?? ''}>
          {left === null || typeof until !== 'string' ? (
            m.unknown
          ) : (
            <span className={left < 0 ? 'text-red' : left <= SOON ? 'text-amber' : ''}>
              {left < 0 ? m.licenceOver(until) : m.licenceLeft(until, left)}
            </span>
          )}
        </DefinitionRow>
        <DefinitionRow wide term={labels.fields['allocationLevel'] ?? ''}>
          {of('allocationLevel') ? m.level(of('allocationLevel') ?? '') : m.unknown}
        </DefinitionRow>
      </Definitions>
    </Section>
  )
}
