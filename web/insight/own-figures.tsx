import { useEffect } from 'react'
import { ownUntil } from '#domain/insight/own-first.ts'
import { useWrite } from '#web/client/query.ts'
import { LeadFigures } from '#web/ui/four-facts.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Why } from '#web/ui/why.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { FigureWhy } from './figure-why.tsx'
import { insightMessages } from './messages.ts'
import { OwnNote } from './own-note.tsx'
import { Spread, WeeksLine } from './promises-section.tsx'
import type { Own } from './team.ts'

const noted = ['figure.promisesKept', 'figure.contactedInCadence', 'figure.overloaded'] as const

/** One's own month: seen first by the person it is about, with room for a word of one's own. */
export function OwnFigures({ own }: { own: Own }) {
  const m = useMessages(insightMessages)
  const { number, percent, duration } = useFormat()
  const { month, seen, promises, coverage, load } = own
  useSeen(month, seen)
  const { kept, told, perHundred } = promises
  const { inCadence } = coverage
  const noteFor = (formula: (typeof noted)[number]): string =>
    own.notes.find((note) => note.formula === formula)?.note ?? ''
  return (
    <div className="px-4 pb-8 lg:px-6">
      <p className="t13 py-3 text-ink-2">{m.own.lead(ownUntil(month))}</p>
      <LeadFigures
        className="border-t border-line"
        facts={[
          {
            question: m.own.kept,
            answer: (
              <FigureWhy figure={kept} side="me">
                {kept.value === null ? m.none : percent(kept.value)}
              </FigureWhy>
            ),
            beside: m.tiles.keptCount(number(kept.numerator), number(kept.denominator)),
            note: perHundred.value !== null && m.tiles.perHundred(number(perHundred.value)),
          },
          {
            question: m.own.told,
            answer: (
              <FigureWhy figure={told} side="me">
                {told.value === null ? m.none : percent(told.value)}
              </FigureWhy>
            ),
            beside: told.denominator > 0 && m.tiles.keptCount(number(told.numerator), number(told.denominator)),
            note: told.denominator === 0 && m.tiles.noneMissed,
          },
          {
            question: m.own.cadence,
            answer: (
              <FigureWhy figure={inCadence} side="me">
                {inCadence.value === null ? m.none : percent(inCadence.value, 1)}
              </FigureWhy>
            ),
            beside: m.tiles.customers(number(inCadence.numerator)),
          },
          {
            question: m.own.work,
            answer: (
              <Why
                made={
                  <p>
                    {m.workload.made} <Link href="/">{m.own.toToday}</Link>
                  </p>
                }
              >
                {duration(load.minutes)}
              </Why>
            ),
            beside: m.own.toContact(load.customers),
            note: m.workload.limit(number(own.border)),
            tone: load.over ? 'amber' : undefined,
          },
        ]}
      />
      <div className="grid gap-x-11 lg:grid-cols-[528px_minmax(0,1fr)]">
        <CoverageSection coverage={coverage} day={own.through} side="me" />
        <div>
          <Section
            title={m.promises.title}
            remark={m.promises.remark((promises.weeks.at(-1)?.to ?? own.through).slice(5))}
          >
            <WeeksLine promises={promises} />
          </Section>
          <Section title={m.own.team} remark={m.own.teamRemark} className="pt-3">
            <Spread spread={own.spread} />
          </Section>
        </div>
      </div>
      <Section title={m.own.note} remark={m.own.noteRemark} className="pt-3">
        <div className="grid gap-x-11 gap-y-3 pt-3 lg:grid-cols-3">
          {noted.map((formula) => (
            <OwnNote key={`${month}/${formula}`} month={month} formula={formula} note={noteFor(formula)} />
          ))}
        </div>
      </Section>
    </div>
  )
}

/** Having the figures on screen is having seen them. */
function useSeen(month: string, seen: boolean): void {
  const { mutate } = useWrite('PUT /api/me/figures/:month/seen')
  useEffect(() => {
    if (!seen) mutate({ params: { month } })
  }, [month, seen, mutate])
}
