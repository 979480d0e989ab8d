import type { UseQueryResult } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { queryIds } from '#domain/insight/figure.ts'
import { useErrorText } from '#web/client/errors.ts'
import type { Refused } from '#web/client/send.ts'
import { insightMessages } from '#web/insight/messages.ts'
import { RecordsList } from '#web/insight/records-list.tsx'
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
  const { data, error, refetch } = records
  return (
    <Page
      title={m.records.title[query]}
      remark={<Link href={back}>{back === '/team' ? m.records.back : m.records.backOwn}</Link>}
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
