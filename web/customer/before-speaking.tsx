import { isUnnamed } from '#domain/customer/address-form.ts'
import { wordsIn } from '#domain/customer/dossier.ts'
import { paceOf, syllablesAMinute } from '#domain/customer/pace.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { craftMessages } from './craft-messages.ts'
import type { Customer } from './customer-types.ts'

/** Worth knowing before one opens one's mouth: a name still to be asked, how fast they speak [K-15] and in which words [H-34], points that will be cleared [K-27]. */
export function BeforeSpeaking({ customer }: { customer: Customer }) {
  const { unnamed, pace: words, points: m } = useMessages(craftMessages)
  const format = useFormat()
  const { today } = useSession()
  const pace = paceOf(customer.dossier)
  const points = useRead(
    'GET /api/customers/:id/points',
    { params: { id: customer.id } },
    { enabled: customer.kind !== 'outlet' },
  ).data
  const expiring = points?.expiring
  const asksName = isUnnamed(customer)
  const usual = wordsIn(customer.dossier['usualWords'])
  if (!asksName && pace === null && usual.length === 0 && !(expiring && expiring.points > 0)) return null
  const { from, to } = syllablesAMinute[pace ?? 'even']
  return (
    <ul className="t13 mt-1 grid gap-0.5">
      {asksName && <li className="text-amber">{unnamed.ask}</li>}
      {expiring && expiring.points > 0 && (
        <li className="text-amber">{m.brief(format.number(expiring.points), format.shortDay(expiring.on, today))}</li>
      )}
      {pace !== null && (
        <li>
          {words.speaks[pace]} <span className="t12 ml-1 text-ink-3">{words.match(from, to)}</span>
        </li>
      )}
      {usual.length > 0 && <li>{words.usual(format.list(usual.map(words.quoted)))}</li>}
      {(pace !== null || usual.length > 0) && (
        <li>
          <Link href={`/practice?for=${customer.id}`}>{words.practise}</Link>
        </li>
      )}
    </ul>
  )
}
