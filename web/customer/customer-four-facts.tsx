import { Button } from '#web/ui/button.tsx'
import { Definitions, DefinitionRow } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { type Fact, FourFacts } from '#web/ui/four-facts.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Why } from '#web/ui/why.tsx'
import type { Customer, Open, Standing } from './customer-types.ts'
import { customerMessages } from './messages.ts'
import { ReasonsList } from './reasons-list.tsx'
import { useWho } from './who.ts'

export type CustomerFourFactsProps = {
  customer: Customer
  standing: Standing | undefined
  open: Open | undefined
  /** 对客: who, how to reach, what is open; no money and no risk. */
  customerView: boolean
  /** Opens how the tier was made, sentence by sentence. */
  onWhyTier: () => void
}

/** Who, how valuable, how at risk, what is open; each figure can be asked what it is made of. */
export function CustomerFourFacts(props: CustomerFourFactsProps) {
  const { customer, standing, open, customerView, onWhyTier } = props
  const { facts: m } = useMessages(customerMessages)
  const who = useWho(customer)
  const value = useValueFact(customer, standing, onWhyTier)
  const risk = useRiskFact(standing)
  const owed = useOpenFact(open)
  const whoFact: Fact = { question: m.who, answer: who.answer ?? m.unknownWho, note: who.note }
  const goodTimes = customer.dossier['goodTimes']
  const reach: Fact = {
    question: m.reach,
    answer: customer.phone ?? m.nothing,
    note: typeof goodTimes === 'string' ? goodTimes : undefined,
  }
  return <FourFacts facts={customerView ? [whoFact, reach, owed] : [whoFact, value, risk, owed]} />
}

function useValueFact(customer: Customer, standing: Standing | undefined, onWhyTier: () => void): Fact {
  const { facts: m, page } = useMessages(customerMessages)
  const format = useFormat()
  const official = officialText(customer, page.points)
  if (!standing) return { question: m.value, answer: '…' }
  if (standing.paid12Fen === null) return { question: m.value, answer: m.noBills, note: official }
  const { paid12Fen, paidYearBeforeFen, rank, topShare } = standing
  const share = paidYearBeforeFen ? paid12Fen / paidYearBeforeFen - 1 : null
  const over = share === null ? null : m.over(`${share >= 0 ? '+' : ''}${format.percent(share, 1)}`)
  const place = rank === null ? null : m.rank(format.number(rank))
  const made = (
    <Definitions>
      <DefinitionRow term={m.paid12} wide>
        {format.money(paid12Fen)} · {m.monthsBilled(standing.monthsBilled)}
      </DefinitionRow>
      {paidYearBeforeFen !== null && (
        <DefinitionRow term={m.yearBefore} wide>
          {format.money(paidYearBeforeFen)}
        </DefinitionRow>
      )}
      {rank !== null && (
        <DefinitionRow term={m.value} wide>
          {place}
          {topShare !== null && ` · ${m.top(format.percent(topShare, topShare < 0.01 ? 2 : 1))}`}
        </DefinitionRow>
      )}
      <DefinitionRow term={m.ourTier} wide>
        {standing.tier ?? m.nothing}
        <Button kind="bare" size="s" slot="close" endIcon="right" className="-my-1 ml-1 text-jade" onPress={onWhyTier}>
          {m.whyTier}
        </Button>
      </DefinitionRow>
      <DefinitionRow term={m.officialTier} wide>
        {official ?? m.nothing}
      </DefinitionRow>
      <DefinitionRow term={m.standingMonth} wide>
        {standing.month && format.monthOfYear(standing.month)}
      </DefinitionRow>
    </Definitions>
  )
  return {
    question: m.value,
    answer: (
      <Why made={made} title={m.made}>
        {format.moneyShort(paid12Fen)}
      </Why>
    ),
    beside: m.perYear,
    note: [place, over].filter(Boolean).join(format.comma),
  }
}

/** What the billing system says stands beside our own reckoning and is never overwritten by it [K-24…K-27]. */
const officialText = (
  { officialLevel, officialPoints }: Customer,
  points: (n: string) => string,
): string | undefined => {
  const parts = [officialLevel, officialPoints === null ? null : points(officialPoints.toLocaleString())]
  return parts.filter(Boolean).join(' · ') || undefined
}

function useRiskFact(standing: Standing | undefined): Fact {
  const { facts: m } = useMessages(customerMessages)
  const format = useFormat()
  if (!standing) return { question: m.risk, answer: '…' }
  if (standing.risk === null && standing.band === null)
    return { question: m.risk, answer: m.noRisk, note: m.noRiskWhy(standing.monthsBilled) }
  const { risk, band, before, atRiskFen, signalPoints, reasons } = standing
  const tone = band === 'high' ? 'red' : band === 'raised' ? 'amber' : undefined
  const shown = risk === null ? (band ? m.bands[band] : m.noRisk) : format.percent(risk)
  return {
    question: m.risk,
    answer: (
      <Why made={<ReasonsList reasons={reasons} />} title={m.riskMade} {...(tone ? { tone } : {})}>
        {shown}
      </Why>
    ),
    beside:
      risk !== null && before?.risk !== null && before?.risk !== undefined
        ? m.lastMonth(format.percent(before.risk))
        : signalPoints !== null && risk === null
          ? m.signals(signalPoints)
          : undefined,
    note: atRiskFen !== null && atRiskFen > 0 ? m.atStake(format.moneyShort(atRiskFen)) : undefined,
    tone,
  }
}

function useOpenFact(open: Open | undefined): Fact {
  const { facts: m } = useMessages(customerMessages)
  if (!open) return { question: m.open, answer: '…' }
  const { overdue, dueToday, promises, expectations, cases } = open
  const note = m.openLine(promises, expectations, cases)
  if (overdue > 0) return { question: m.open, answer: m.overdue(overdue), note, tone: 'red' }
  if (dueToday > 0) return { question: m.open, answer: m.dueToday(dueToday), note, tone: 'amber' }
  if (promises + expectations + cases === 0) return { question: m.open, answer: m.nothing, note: m.nothingOpen }
  return { question: m.open, answer: promises > 0 ? m.promises(promises) : note, note: promises > 0 ? note : undefined }
}
