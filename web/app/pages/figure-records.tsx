import type { UseQueryResult } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { type QueryId, queryIds } from '#domain/insight/figure.ts'
import { addDays, addMonths, dayIn, monthOf } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import type { Refused } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { insightMessages } from '#web/insight/messages.ts'
import { RecordsList } from '#web/insight/records-list.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { ListFileMenu } from '../list-file-menu.tsx'
import { Page } from '../shell.tsx'

type Wanted = NonNullable<Request<Contract['GET /api/team/records']>['query']>
type Records = UseQueryResult<Reply<Contract['GET /api/team/records']>, Refused>

/** The address as a request: the server checks its parts. */
export const wantedOf = (search: Record<string, unknown>): Wanted => ({
  ...(search as Omit<Wanted, 'query'>),
  query: queryIds.find((id) => id === search['query']) ?? 'promises.due',
})

export function FigureRecordsPage({ wanted, records, back }: { wanted: Wanted; records: Records; back: string }) {
  const { query } = wanted
  const m = useMessages(insightMessages)
  const errorText = useErrorText()
  const when = useWhen(wanted)
  const { data, error, refetch } = records
  return (
    <Page
      title={m.records.title[query]}
      remark={
        <>
          {when && `${when} · `}
          <Link href={back} className="underline">
            {back === '/team' ? m.records.back : m.records.backOwn}
          </Link>
        </>
      }
      acts={
        back === '/team' ? (
          <ListFileMenu of="GET /api/team/records/file" search={wanted} />
        ) : (
          <ListFileMenu of="GET /api/me/records/file" search={wanted} />
        )
      }
    >
      <div className="px-4 pb-6 lg:px-5">
        {error && <ErrorState title={errorText(error)} remedy={m.reload} onRetry={() => void refetch()} />}
        {!error && !data && <SkeletonRows rows={8} />}
        {data && <RecordsList query={query} rows={data.rows} total={data.total} />}
      </div>
    </Page>
  )
}

/** Lists of what stands so at this moment, whatever month the page they were opened from showed. */
const ofNow: readonly string[] = [
  'promises.dueNow',
  'promises.untoldNow',
  'customers.unattended',
  'customers.unbound',
  'cases.late',
  'handOvers.late',
  'staff.all',
  'staff.overloaded',
] satisfies QueryId[]

/** What stretch of time a list is of: a month by its name, other days from and to, or now. */
const useWhen = ({ query, from, until, day, month }: Wanted): string | null => {
  const m = useMessages(insightMessages)
  const { branch } = useSession()
  const { monthOfYear } = useFormat()
  if (ofNow.includes(query)) return m.records.asOfNow
  if (month) return monthOfYear(month)
  if (day) return m.coverage.asOf(day)
  if (!from || !until) return null
  const first = dayIn(new Date(from), branch.timeZone)
  const last = dayIn(new Date(Date.parse(until) - 1), branch.timeZone)
  const whole = first.endsWith('-01') && addDays(last, 1) === `${addMonths(monthOf(first), 1)}-01`
  return whole ? monthOfYear(monthOf(first)) : m.records.between(first, last)
}
