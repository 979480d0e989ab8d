import { sentence } from '#domain/kernel/said.ts'
import type { Params } from '#domain/kernel/said.ts'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import type { Standing } from './customer-types.ts'
import { customerMessages } from './messages.ts'

/** Why somebody may leave: what can be changed first, then what is merely good to know. */
export function ReasonsList({ reasons }: { reasons: Standing['reasons'] }) {
  const { reasonWords, reasons: m, facts } = useMessages(customerMessages)
  if (reasons.length === 0) return <p className="t13 py-2 text-ink-3">{facts.reasonsNone}</p>
  const sorted = reasons.toSorted((a, b) => Number(b.changeable) - Number(a.changeable))
  return (
    <Rows label={m.title}>
      {sorted.map(({ code, params, changeable }) => (
        <Row
          key={code + JSON.stringify(params)}
          end={<CanMark can={changeable ? 'yes' : 'no'}>{changeable ? m.can : m.cannot}</CanMark>}
        >
          {sentence(reasonWords, { code, params: params as Params })}
        </Row>
      ))}
    </Rows>
  )
}
