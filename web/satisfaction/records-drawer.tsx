import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { satisfactionMessages } from './messages.ts'
import type { RecordsOf } from './address.ts'
import { domainWords } from './types.ts'

/** The customers and answers a figure is made of. */
export function RecordsDrawer({ records, onClose }: { records: RecordsOf; onClose: () => void }) {
  const m = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const { data } = useRead('GET /api/satisfaction/records', { query: records })
  const title = useTitle(records)
  return (
    <Drawer title={title} remark={data && m.records.total(data.total, data.rows.length)} isOpen onClose={onClose}>
      {!data && <SkeletonRows rows={6} />}
      {data && data.rows.length === 0 && <p className="t13 py-3 text-ink-3">{m.records.none}</p>}
      <Rows label={title}>
        {data?.rows.map((row) => (
          <Row
            key={row.id}
            note={
              <>
                {[row.matter, format.shortDay(row.on, today), row.manager].filter(Boolean).join(' · ')}
                {row.words && (
                  <span className="block">
                    <Quote>{row.words}</Quote>
                  </span>
                )}
              </>
            }
            end={
              <>
                {row.score !== null &&
                  (row.expected === null ? m.scoreOf(row.score) : m.records.pair(row.expected, row.score))}
                {row.stayed !== null && (
                  <span className={`block ${row.stayed ? 'text-ink-3' : 'text-amber'}`}>
                    {row.stayed ? m.records.stayed : m.records.left}
                  </span>
                )}
              </>
            }
          >
            <Link quiet href={`/customers/${row.customerId}`}>
              {row.name}
            </Link>
          </Row>
        ))}
      </Rows>
    </Drawer>
  )
}

const useTitle = ({ of, value }: RecordsOf): string => {
  const { records: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { zoneNames, gradeNames, gapNames } = domainWords[language]
  if (of === 'zone') return (zoneNames as Record<string, string>)[value] ?? m.title
  if (of === 'grade') return (gradeNames as Record<string, string>)[value] ?? m.title
  if (of === 'gap') return (gapNames as Record<string, string>)[value] ?? m.title
  return m.of[of](value)
}
