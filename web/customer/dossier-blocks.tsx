import { fillOf } from '#domain/customer/completeness.ts'
import { type Field, fieldsOf } from '#domain/customer/dossier.ts'
import { isStyleCue, type Style } from '#domain/customer/style.ts'
import { outletCode } from '#domain/customer/outlet-code.ts'
import { addDays } from '#domain/kernel/day.ts'
import { dayRuleFrom, daysOf, deliveryMissesMarket } from '#domain/kernel/market.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { HowToGetOn, LikelyFrom } from './cues.tsx'
import type { Change, Customer } from './customer-types.ts'
import { DossierRow, type Known } from './dossier-row.tsx'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { PaceTempo } from './pace-tempo.tsx'

type BlocksProps = {
  customer: Customer
  changes: readonly Change[]
  /** 对客: what is internal is left out. */
  customerView: boolean
  onReveal: (field: string) => void
}

/** The dossier in its blocks, each with how full it is [P-09, K-32]; every fact with its source and day [K-36]. */
export function DossierBlocks({ customer, changes, customerView, onReveal }: BlocksProps) {
  const { labels } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const known = knownFrom(changes, (at) => format.shortDay(format.dayOf(at), today))
  const canEdit = customer.can.includes('customer.write') && !customerView
  const shown = fieldsOf(customer.kind).filter((field) => !(customerView && (field.internal || field.personal)))
  return (
    <>
      {fillOf(customer.kind, customer.dossier).map(({ block, known: have, of, missing }) => {
        const fields = shown.filter((field) => field.block === block)
        if (fields.length === 0) return null
        return (
          <Section
            key={block}
            title={(customer.kind === 'person' && labels.personBlocks[block]) || labels.blocks[block]}
            remark={<span aria-label={m.fillLabel(have, of)}>{m.fill(have, of)}</span>}
            end={block === 'network' ? <OutletCode customer={customer} /> : undefined}
          >
            <dl>
              {fields.map((field) => (
                <DossierRow
                  key={field.key}
                  customer={customer}
                  field={field}
                  known={known.get(field.key)}
                  ask={missing.find((one) => one.field.key === field.key)?.ask}
                  canEdit={canEdit}
                  onReveal={customer.can.includes('customer.reveal') ? () => onReveal(field.key) : undefined}
                  below={customerView ? undefined : <Follows field={field} customer={customer} />}
                />
              ))}
            </dl>
          </Section>
        )
      })}
    </>
  )
}

/** The newest change of each field: who, when, and how it was learnt. */
const knownFrom = (changes: readonly Change[], dayOf: (at: string) => string): Map<string, Known> => {
  const known = new Map<string, Known>()
  for (const { entity, field, by, at, source } of changes)
    if (entity === 'customer' && !known.has(field)) known.set(field, { by, day: dayOf(at), source })
  return known
}

function OutletCode({ customer }: { customer: Customer }) {
  const m = useMessages(fileMessages)
  const code = outletCode(customer.dossier)
  return code && <>{m.outletCode(code)}</>
}

/** What follows from a fact: how to get on with a style, when the next market is and whether the van comes in time. */
function Follows({ field, customer }: { field: Field; customer: Customer }) {
  if (field.key === 'style') {
    const style = customer.dossier['style'] as Style | undefined
    return style ? (
      <small className="t12 mt-1 block text-ink-2">
        <HowToGetOn style={style} />
      </small>
    ) : null
  }
  if (field.key === 'styleCues') {
    const cues = (customer.dossier['styleCues'] as string[] | undefined) ?? []
    return cues.some(isStyleCue) ? <LikelyFrom cues={cues} /> : null
  }
  if (field.key === 'pace') return <PaceTempo customer={customer} />
  if (field.key === 'marketDays') return <NextMarkets customer={customer} />
  return null
}

function NextMarkets({ customer }: { customer: Customer }) {
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const market = dayRuleFrom(customer.dossier['marketDays'])
  if (!market) return null
  const delivery = dayRuleFrom(customer.dossier['deliveryDays'])
  const next = daysOf(market, today, addDays(today, 30)).slice(0, 3)
  const [missed] = delivery ? deliveryMissesMarket(delivery, market, today, addDays(today, 30)) : []
  return (
    <small className="t12 mt-1 block text-ink-2">
      {m.dayRule.next(format.list(next.map((day) => format.day(day))))}
      {missed && <span className="block text-amber">{m.dayRule.missed(format.day(missed.market))}</span>}
    </small>
  )
}
