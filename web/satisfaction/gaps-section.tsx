import type { GapKind } from '#domain/satisfaction/five-gaps.ts'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { satisfactionMessages } from './messages.ts'
import type { RecordsOf } from './address.ts'
import { domainWords } from './types.ts'

/** The five gaps of service quality: own figures where one exists, and where none is measured that is said [M-07]. */
export function GapsSection({ onRecords }: { onRecords: (records: RecordsOf) => void }) {
  const { gaps: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const format = useFormat()
  const { data } = useRead('GET /api/satisfaction/gaps', {})
  if (!data) return <SkeletonRows rows={5} />
  return (
    <>
      <p className="t13 py-2 text-ink-2">{m.remark}</p>
      <Rows ordered label={m.remark}>
        {data.gaps.map(({ gap, count, share }, index) => (
          <Row
            key={gap}
            lead={index + 1}
            note={count ? m.what[gap] : m.noneWhy[gap]}
            end={
              count === null ? (
                <span className="text-ink-3">{m.none}</span>
              ) : (
                <>
                  <b>{share ? format.percent(share.value) : '—'}</b>
                  <span className="t12 block text-ink-3">
                    {count.of === 0 ? m.empty : m.figure(count.short, count.of)}
                  </span>
                  {count.short > 0 && <Link onPress={() => onRecords(behind(gap))}>{m.records}</Link>}
                </>
              )
            }
          >
            {domainWords[language].gapNames[gap]}
          </Row>
        ))}
      </Rows>
    </>
  )
}

/** Experiences below what was expected are answers; at the other gaps promises are counted. */
const behind = (gap: GapKind): RecordsOf =>
  gap === 'felt' ? { of: 'grade', value: 'poor' } : { of: 'gap', value: gap }
