import { sentence } from '#domain/kernel/said.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { BorderRow } from './border-row.tsx'
import { LoyaltyPlot } from './loyalty-plot.tsx'
import { satisfactionMessages } from './messages.ts'
import type { RecordsOf } from './address.ts'
import { domainWords, type Overview, sentences } from './types.ts'

type Props = { overview: Overview; onRecords: (records: RecordsOf) => void }

/** How satisfied one's own customers are, who stayed, and how what was felt stood to what was expected [R-20, M-01, M-04]. */
export function StaySection({ overview, onRecords }: Props) {
  const m = useMessages(satisfactionMessages)
  const format = useFormat()
  const until = overview.untilMonth && format.monthOfYear(overview.untilMonth)
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_384px] lg:gap-10">
      <div className="grid content-start gap-4">
        <Section title={m.stay.year}>
          {until && <p className="t12 pt-1 text-ink-3">{m.stay.yearRemark(until)}</p>}
          <LoyaltyPlot stay={overview.stay} />
          <ByScore overview={overview} onRecords={onRecords} />
        </Section>
        <Banner tone="soon">{m.stay.notSafe}</Banner>
      </div>
      <div className="grid content-start gap-4">
        <Zones overview={overview} onRecords={onRecords} />
        <Grades overview={overview} onRecords={onRecords} />
      </div>
    </div>
  )
}

function ByScore({ overview, onRecords }: Props) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const format = useFormat()
  const rows = overview.stay.toReversed()
  const now = (score: number): number => overview.scores.find((one) => one.score === score)?.customers ?? 0
  return (
    <Table
      label={m.stay.year}
      rows={rows}
      rowKey={({ score }) => String(score)}
      columns={[
        {
          key: 'score',
          title: m.stay.head.score,
          render: ({ score }) => (
            <>
              {m.scoreOf(score)} <span className="text-ink-3 max-md:hidden">{m.scoreLabels[score - 1]}</span>
            </>
          ),
        },
        {
          key: 'now',
          title: m.stay.head.now,
          num: true,
          render: ({ score }) => (
            <Count n={now(score)} onPress={() => onRecords({ of: 'score', value: String(score) })} />
          ),
        },
        {
          key: 'before',
          title: m.stay.head.before,
          num: true,
          render: ({ score, customers }) => (
            <Count n={customers} onPress={() => onRecords({ of: 'year', value: String(score) })} />
          ),
        },
        { key: 'stayed', title: m.stay.head.stayed, num: true, render: ({ stayed }) => stayed },
        {
          key: 'share',
          title: m.stay.head.share,
          num: true,
          render: ({ rate, said, customers }) =>
            rate ? (
              <>
                <b>{format.percent(rate.value)}</b>{' '}
                <span className="t12 text-ink-3 max-md:block">
                  {m.stay.range(format.percent(rate.low), format.percent(rate.high))}
                </span>
              </>
            ) : (
              said &&
              customers > 0 && (
                <span className="t12 text-ink-3" title={sentence(sentences[language], said)}>
                  {m.stay.few}
                </span>
              )
            ),
        },
      ]}
    />
  )
}

/** A count that opens the records it is made of. */
export function Count({ n, onPress }: { n: number; onPress: () => void }) {
  return n === 0 ? <span className="text-ink-3">0</span> : <Link onPress={onPress}>{n}</Link>
}

function Zones({ overview, onRecords }: Props) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  return (
    <Section title={m.stay.zones} remark={m.stay.zonesRemark}>
      <Rows label={m.stay.zones}>
        {overview.zones.map(({ zone, customers }) => (
          <Row key={zone} end={<Count n={customers} onPress={() => onRecords({ of: 'zone', value: zone })} />}>
            {domainWords[language].zoneNames[zone]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Grades({ overview, onRecords }: Props) {
  const m = useMessages(satisfactionMessages)
  const language = useLanguage()
  const total = overview.grades.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={m.stay.grades} remark={m.stay.gradesRemark}>
      {total === 0 && <p className="t13 py-2 text-ink-3">{m.stay.noPairs}</p>}
      <Rows label={m.stay.grades}>
        {total > 0 &&
          overview.grades.map(({ grade, count }) => (
            <Row key={grade} end={<Count n={count} onPress={() => onRecords({ of: 'grade', value: grade })} />}>
              {domainWords[language].gradeNames[grade]}
            </Row>
          ))}
        <BorderRow border={overview.border} may={overview.mayRule} />
      </Rows>
    </Section>
  )
}
