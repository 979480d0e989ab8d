import { useNavigate, useSearch } from '@tanstack/react-router'
import { isDay } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { craftMessages } from '#web/customer/craft-messages.ts'
import { MarketWeek, mondayOf } from '#web/customer/market-week.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

/** The week's market notes of every shop in reach, by street. */
export function MarketPage() {
  const { market: m } = useMessages(craftMessages)
  const { title } = useMessages(customerMessages)
  const { today } = useSession()
  const navigate = useNavigate()
  const { from } = useSearch({ from: '/signed-in/customers/market' })
  const asked = typeof from === 'string' && isDay(from) ? from : today
  return (
    <Page title={<Link href="/customers?kind=outlet">{title}</Link>} remark={m.week}>
      <MarketWeek
        from={mondayOf(asked)}
        onWeek={(monday) => void navigate({ to: '/customers/market', search: { from: monday }, replace: true })}
      />
    </Page>
  )
}
