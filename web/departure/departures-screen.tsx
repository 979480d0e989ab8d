import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { leavingEn } from '#domain/retention/leaving-words.en.ts'
import { leavingZh } from '#domain/retention/leaving-words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { departureMessages } from './messages.ts'

type Line = Reply<Contract['GET /api/departures']>['rows'][number]

export const departureWords = { zh: leavingZh, en: leavingEn }

/** Who left, and how far their customers are: unfinished ones first. */
export function DeparturesScreen() {
  const m = useMessages(departureMessages)
  const { data, error, refetch } = useRead('GET /api/departures', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  if (data.rows.length === 0) return <EmptyState {...m.none} icon="transfer" />
  return (
    <div className="px-4 lg:px-6">
      <DepartureRows rows={data.rows} />
    </div>
  )
}

export function DepartureRows({ rows }: { rows: readonly Line[] }) {
  const m = useMessages(departureMessages)
  const language = useLanguage()
  const format = useFormat()
  return (
    <Rows label={m.title}>
      {rows.map(({ id, person, leftOn, progress, done, late }) => (
        <Row
          key={id}
          note={`${m.left(format.day(leftOn))} · ${sentence(departureWords[language], progress)}`}
          end={
            done ? (
              <span className="text-jade">{m.done}</span>
            ) : (
              late > 0 && <span className="text-red">{m.late(late)}</span>
            )
          }
        >
          <Link href={`/departures/${id}`} quiet className="font-strong">
            {m.person(person.name)}
          </Link>
        </Row>
      ))}
    </Rows>
  )
}
