import type { ReactNode } from 'react'
import { pointsBetween } from '#domain/portfolio/snapshot.ts'
import type { Team } from './team.ts'
import { type Fact, LeadFigures } from '#web/ui/four-facts.tsx'
import { type Format, useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Why } from '#web/ui/why.tsx'
import { recordsHref } from './addresses.ts'
import { FigureWhy } from './figure-why.tsx'
import { useReadableCampaigns } from './holdout-section.tsx'
import { insightMessages } from './messages.ts'
import type { zh } from './messages.zh.ts'

type Words = typeof zh

/** The first five: promises, coverage, revenue kept, effect, load; each with what it is made of. */
export function TeamFigures({ team }: { team: Team }) {
  const m = useMessages(insightMessages)
  const format = useFormat()
  const campaigns = useReadableCampaigns()
  return (
    <LeadFigures
      facts={[
        keptFact(team, m, format),
        cadenceFact(team, m, format),
        keepingFact(team, m, format),
        savedFact(m, campaigns, format),
        loadFact(team, m),
      ]}
    />
  )
}

const keptFact = ({ promises }: Team, m: Words, { number, percent }: Format): Fact => {
  const { kept, keptBefore, perHundred } = promises
  const points = pointsBetween(kept, keptBefore)
  return {
    question: m.tiles.kept,
    answer: (
      <FigureWhy figure={kept} side="team">
        {kept.value === null ? m.none : percent(kept.value)}
      </FigureWhy>
    ),
    beside: m.tiles.keptCount(number(kept.numerator), number(kept.denominator)),
    note: joined([
      points !== null && (Math.round(points * 100) === 0 ? m.tiles.same : m.tiles.points(signed(points * 100, number))),
      perHundred.value !== null && (
        <FigureWhy key="perHundred" figure={perHundred} side="team">
          {m.tiles.perHundred(number(perHundred.value))}
        </FigureWhy>
      ),
    ]),
  }
}

const cadenceFact = ({ coverage }: Team, m: Words, { number, percent }: Format): Fact => {
  const { inCadence } = coverage
  const first = coverage.kinds
    .flatMap(({ rows }) => rows)
    .map(({ tier, past }) => ({ tier, past: past.reduce((sum, n) => sum + n, 0) }))
    .find(({ past }) => past > 0)
  const firstPast = first && coverage.kinds.flatMap(({ rows }) => rows).filter(({ tier }) => tier === first.tier)
  const past = firstPast?.reduce((sum, row) => sum + row.past.reduce((a, b) => a + b, 0), 0) ?? 0
  return {
    question: m.tiles.cadence,
    answer: (
      <FigureWhy figure={inCadence} side="team">
        {inCadence.value === null ? m.none : percent(inCadence.value, 1)}
      </FigureWhy>
    ),
    beside: m.tiles.customers(number(inCadence.numerator)),
    ...(first
      ? {
          tone: 'amber' as const,
          note: (
            <Link
              quiet
              href={recordsHref('team', {
                query: 'customers.pastCadence',
                where: { ...inCadence.source.numerator.where, tier: first.tier },
              })}
            >
              {m.tiles.past(first.tier, number(past))}
            </Link>
          ),
        }
      : { note: inCadence.denominator > 0 ? m.tiles.nonePast : m.noneYet }),
  }
}

const keepingFact = ({ keeping }: Team, m: Words, { number, percent, moneyShort }: Format): Fact => {
  if (!keeping)
    return {
      question: m.tiles.keeping,
      answer: <Why made={<p>{m.tiles.keepingWhat}</p>}>{m.none}</Why>,
      note: (
        <>
          {m.tiles.keepingNone} ·{' '}
          <Link href="/value" className="underline">
            {m.tiles.keepingMake}
          </Link>
        </>
      ),
    }
  const { revenue, monthOnMonth, yearOnYear } = keeping.keeping
  const change = (name: string, value: number | null): string | false =>
    value !== null && `${name} ${signed(value * 100, number, 1)}%`
  return {
    question: m.tiles.keeping,
    answer: (
      <Why
        made={
          <p>
            {m.tiles.keepingWhy(keeping.list.name)}
            <span className="mt-1.5 block">
              {moneyShort(Math.round(revenue.numerator))} ÷ {moneyShort(Math.round(revenue.denominator))}
            </span>
            <Link href="/value">{m.openList}</Link>
          </p>
        }
      >
        {revenue.value === null ? m.none : percent(revenue.value, 1)}
      </Why>
    ),
    beside: moneyShort(Math.round(revenue.numerator)),
    note: joined([change(m.tiles.change.month, monthOnMonth.value), change(m.tiles.change.year, yearOnYear.value)]),
  }
}

/** Saves caused by the newest campaign that shows an effect, with its interval; without one no figure is made up. */
const savedFact = (m: Words, campaigns: ReturnType<typeof useReadableCampaigns>, { number }: Format): Fact => {
  const shown = campaigns.find(({ effect }) => effect?.verdict === 'helped' || effect?.verdict === 'harmed')
  const saves = shown?.effect?.saves
  const whole = (n: number): string => number(Math.round(n))
  return {
    question: m.tiles.saved,
    answer: (
      <Why made={<p>{m.holdout.explain}</p>} title={m.holdout.title}>
        {saves ? whole(saves.value) : <span className="t16 inline-block leading-6">{m.tiles.savedNone}</span>}
      </Why>
    ),
    ...(shown && saves
      ? {
          beside: m.tiles.savedBetween(whole(saves.low), whole(saves.high)),
          note: (
            <Link quiet href={`/campaigns/${shown.id}`}>
              {shown.title}
            </Link>
          ),
        }
      : {
          note:
            campaigns.length === 0 ? (
              m.tiles.savedWhy
            ) : (
              <Link quiet href="/campaigns?show=readable">
                {m.tiles.savedOpen(campaigns.length)}
              </Link>
            ),
        }),
  }
}

const loadFact = ({ workload, people }: Team, m: Words): Fact => {
  const { overloaded } = workload
  return {
    question: m.tiles.over,
    answer: (
      <FigureWhy figure={overloaded} side="team" extra={{ hours: workload.border }}>
        {overloaded.value === null ? m.none : m.tiles.people(overloaded.numerator)}
      </FigureWhy>
    ),
    beside: people > 0 && m.tiles.ofPeople(people),
    note:
      overloaded.value === null ? (
        people > 0 ? (
          m.tiles.chooseUnit
        ) : (
          m.tiles.nobody
        )
      ) : overloaded.numerator > 0 ? (
        <Link href={recordsHref('team', { ...overloaded.source.denominator, query: 'staff.all' })}>
          {m.tiles.share}
        </Link>
      ) : (
        m.tiles.noneOver
      ),
  }
}

const signed = (value: number, number: Format['number'], digits = 0): string =>
  `${value < 0 ? '−' : '+'}${number(Math.abs(value), digits)}`

/** What is there, with dots between. */
const joined = (parts: readonly (ReactNode | false)[]): ReactNode =>
  parts
    .filter((part) => part !== false && part !== null)
    .map((part, i) => (
      <span key={i} className="mr-2 inline-block">
        {part}
      </span>
    ))
