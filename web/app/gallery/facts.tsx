import { useState } from 'react'
import { Chip } from '#web/ui/chip.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { type Fact, FourFacts, LeadFigures } from '#web/ui/four-facts.tsx'
import { Figure, Money } from '#web/ui/figure.tsx'
import { Icon, iconNames, Mark } from '#web/ui/icons.tsx'
import { Kbd } from '#web/ui/kbd.tsx'
import { Link } from '#web/ui/link.tsx'
import { type Can, CanMark, Dots, StatusDot, Tier } from '#web/ui/marks.tsx'
import { Masked } from '#web/ui/masked.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Fill, Quote, Say } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Table, type TableColumn } from '#web/ui/table.tsx'
import { Why } from '#web/ui/why.tsx'
import { galleryMessages } from './messages.ts'

export function MarkSamples() {
  const { marks } = useMessages(galleryMessages)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <span className="flex gap-2">
          {['A', 'B', 'C', 'D'].map((letter) => (
            <Tier key={letter} letter={letter} />
          ))}
        </span>
        <CanMark can="yes" />
        <CanMark can="partly" />
        <CanMark can="no" />
        <CanMark can="yes">{marks.changeable}</CanMark>
        <StatusDot state="live">{marks.live}</StatusDot>
        <StatusDot state="good">{marks.kept}</StatusDot>
        <StatusDot state="soon">{marks.soon}</StatusDot>
        <StatusDot state="now">{marks.late}</StatusDot>
        <StatusDot state="idle">{marks.idle}</StatusDot>
        <Dots filled={2} label={marks.close} />
        <span className="flex gap-1">
          <Kbd keys="mod+k" />
          <Kbd keys="alt+p" />
          <Kbd keys="ctrl+ArrowRight" />
          <Kbd keys="?" />
        </span>
        <Masked number="130 **** 6027" />
      </div>
      <div className="flex flex-wrap items-center gap-3 text-ink-2">
        <Mark />
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
    </>
  )
}

/** The header of the sample customer. */
export function SampleFour() {
  return <FourFacts facts={useFacts()} />
}

function useFacts(): Fact[] {
  const { four } = useMessages(galleryMessages)
  const made = (
    <Definitions>
      <DefinitionRow wide term={four.made.bills}>
        {four.made.billsValue}
      </DefinitionRow>
      <DefinitionRow wide term={four.made.months}>
        12
      </DefinitionRow>
      <DefinitionRow wide term={four.made.version}>
        {four.made.versionValue}
      </DefinitionRow>
    </Definitions>
  )
  return [
    { question: four.who, answer: four.whoIs, note: four.whoNote },
    {
      question: four.value,
      answer: (
        <Why made={made} title={four.made.title}>
          <Money fen={97_000} />
        </Why>
      ),
      beside: four.perMonth,
      note: four.valueNote,
    },
    {
      question: four.risk,
      answer: (
        <Why made={four.riskMade} tone="amber">
          38%
        </Why>
      ),
      beside: four.before,
      note: four.riskNote,
    },
    { question: four.open, answer: four.openIs, note: four.openNote },
  ]
}

export function FactSamples() {
  const { sections: s, four } = useMessages(galleryMessages)
  const [chips, setChips] = useState(s.chips.length)
  return (
    <>
      <SampleFour />
      <LeadFigures
        facts={[
          { question: four.value, answer: '93%', beside: '412 / 443', note: four.valueNote },
          { question: four.risk, answer: <Why made={four.riskMade}>92.4%</Why>, note: four.riskNote, tone: 'amber' },
          { question: four.open, answer: <Figure unit={four.perMonth}>¥486</Figure>, note: four.openNote },
        ]}
      />
      <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_240px]">
        <RiskSection />
        <Definitions>
          <DefinitionRow term={s.origin}>{s.originIs}</DefinitionRow>
          <DefinitionRow term={s.number}>
            <Masked number="130 **** 6027" onReveal={() => undefined} />
          </DefinitionRow>
          <DefinitionRow term={s.verified}>
            <span className="text-jade">
              <Icon name="check" small /> {s.verifiedIs}
            </span>
          </DefinitionRow>
        </Definitions>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {s.chips.slice(0, chips).map((chip, index) => (
          <Chip
            key={chip}
            icon={index === 0 ? 'clock' : 'promise'}
            guess={index === 0}
            onPress={() => undefined}
            onRemove={() => setChips(chips - 1)}
          >
            {chip}
          </Chip>
        ))}
        <Chip icon="expect">
          <CanMark can="partly" />
        </Chip>
      </div>
    </>
  )
}

const changeable: readonly Can[] = ['yes', 'yes', 'no']

export function RiskSection() {
  const { sections: s, marks } = useMessages(galleryMessages)
  return (
    <Section title={s.risk} remark={s.riskRemark} end={<Link>{s.how}</Link>}>
      <Rows>
        {s.reasons.map((reason, index) => {
          const can = changeable[index] ?? 'no'
          return (
            <Row
              key={reason}
              note={s.evidence[index]}
              end={<CanMark can={can}>{can === 'yes' ? marks.changeable : marks.notChangeable}</CanMark>}
            >
              {reason}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

export function WordSamples() {
  const { sections: s } = useMessages(galleryMessages)
  return (
    <div className="flex flex-col gap-3">
      <Say>
        {s.say[0]}
        <Fill>{s.say[1]}</Fill>
        {s.say[2]}
      </Say>
      <Say alternative>{s.alternative}</Say>
      <p>
        <Quote>{s.want[0]}</Quote>
      </p>
    </div>
  )
}

type Wish = { rank: number; wish: string; by: string; can: Can; state: string; day: string }
const cans: readonly Can[] = ['yes', 'yes', 'partly', 'no']

export function LedgerSample() {
  const { ledger } = useMessages(galleryMessages)
  const rows: Wish[] = ledger.rows.map(([wish, by, state, day], index) => ({
    rank: index + 1,
    wish,
    by,
    can: cans[index] ?? 'no',
    state,
    day,
  }))
  const columns: TableColumn<Wish>[] = [
    {
      key: 'rank',
      title: ledger.heads[0],
      render: ({ rank }) => <span className="text-ink-3">{rank}</span>,
      width: '20px',
    },
    { key: 'wish', title: ledger.heads[1], render: ({ wish }) => wish },
    { key: 'by', title: ledger.heads[2], render: ({ by }) => by, quiet: true },
    { key: 'can', title: ledger.heads[3], render: ({ can }) => <CanMark can={can} /> },
    { key: 'state', title: ledger.heads[4], render: ({ state }) => state },
    { key: 'day', title: ledger.heads[5], render: ({ day }) => <span className="text-ink-3">{day}</span>, num: true },
  ]
  return (
    <Section level={3} title={ledger.title} remark={ledger.remark} end={<Link>{ledger.add}</Link>}>
      <Table label={ledger.title} columns={columns} rows={rows} rowKey={({ wish }) => wish} />
    </Section>
  )
}
