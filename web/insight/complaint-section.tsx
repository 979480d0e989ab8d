import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { standardMessages } from './standard-messages.ts'
import { complaintLists, type Standards, standardsHref } from './standard-words.ts'
import type { Team } from './team.ts'

/** What became of the month's complaints, on a team's page; each count opens to its cases. */
export function ComplaintSection({ team, className }: { team: Team; className?: string }) {
  const m = useMessages(standardMessages)
  const query = { month: team.month, ...(team.unit ? { unit: team.unit.id } : {}) }
  const { data } = useRead('GET /api/standards', { query }, { keep: true })
  return (
    <Section
      title={m.complaints.title}
      remark={m.complaints.remark}
      end={data && <Link href={standardsHref('timeliness', data)}>{m.complaints.toStandards}</Link>}
      className={className}
    >
      {data ? <ComplaintCounts standards={data} /> : <SkeletonRows rows={4} />}
    </Section>
  )
}

export function ComplaintCounts({ standards }: { standards: Standards }) {
  const m = useMessages(standardMessages)
  const { number } = useFormat()
  return (
    <Rows label={m.complaints.title}>
      {complaintLists.map((list) => {
        const count = standards.complaints[list].length
        return (
          <Row
            key={list}
            end={
              count === 0 ? (
                <span className="num text-ink-3">0</span>
              ) : (
                <Link href={standardsHref(list, standards)} className="num">
                  {number(count)}
                </Link>
              )
            }
          >
            {m.complaints.names[list]}
          </Row>
        )
      })}
    </Rows>
  )
}
