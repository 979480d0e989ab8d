import { sentence } from '#domain/kernel/said.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { workMessages } from './messages.ts'
import type { WorkRow } from './types.ts'

/** How the list is ranked, shown on the row that is chosen: each part with its points, and their sum. */
export function RankWhy({ row }: { row: WorkRow }) {
  const { rank, list, words } = useMessages(workMessages)
  return (
    <Popover label={rank.title} placement="top end" trigger={<Link>{list.order}</Link>} className="w-[min(360px,88vw)]">
      <p className="t13 pb-1 text-ink-2">{rank.intro}</p>
      <Section title={rank.row(row.rank, row.calledBy)} end={rank.score(row.score)} level={3}>
        <Rows>
          {row.parts.map((part) => (
            <Row key={part.code}>{sentence(words, part)}</Row>
          ))}
        </Rows>
      </Section>
    </Popover>
  )
}
