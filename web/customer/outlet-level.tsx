import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { levelParts } from '#domain/customer/outlet-level.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Why } from '#web/ui/why.tsx'
import { craftMessages } from './craft-messages.ts'

type Level = NonNullable<Reply<Contract['GET /api/customers/:id/outlet']>['level']>

/** The monthly level with the four parts it is made of [K-30]. */
export function OutletLevel({ level }: { level: Level | null }) {
  const { level: m } = useMessages(craftMessages)
  if (level === null) return <>{m.none}</>
  return (
    <>
      <Why made={<Made level={level} />} title={m.title}>
        {m.is(level.level, level.score)}
      </Why>
      {level.before !== null && level.before !== level.level && (
        <span className="t12 ml-2 text-ink-3">{m.from(level.before)}</span>
      )}
    </>
  )
}

function Made({ level }: { level: Level }) {
  const { level: m } = useMessages(craftMessages)
  const format = useFormat()
  const facts: Record<(typeof levelParts)[number], string | null> = {
    quantity: m.quantity(format.number(level.quantity)),
    brands: m.brands(level.brands),
    price: level.averagePriceFen === null ? null : format.money(level.averagePriceFen),
    settlement: level.paidElectronically === null ? null : format.percent(level.paidElectronically),
  }
  return (
    <>
      <p className="t12 text-ink-3">{m.made(format.monthOfYear(level.month))}</p>
      <Definitions>
        {levelParts.map((part) => (
          <DefinitionRow key={part} wide term={m.parts[part]}>
            {level.parts[part] === null ? m.noPart : m.of(level.parts[part])}
            {facts[part] !== null && level.parts[part] !== null && (
              <span className="t12 ml-2 text-ink-3">{facts[part]}</span>
            )}
          </DefinitionRow>
        ))}
      </Definitions>
      <p className="t12 mt-2 text-ink-3">{m.compared}</p>
    </>
  )
}
