import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useSession } from '#web/client/session.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { type Fact, FourFacts } from '#web/ui/four-facts.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Why } from '#web/ui/why.tsx'
import { BriefReasons } from './brief-sections.tsx'
import { workMessages } from './messages.ts'

export type Customer = Reply<Contract['GET /api/customers/:id']>
export type Standing = Reply<Contract['GET /api/customers/:id/standing']>
export type Open = Reply<Contract['GET /api/customers/:id/open']>

/** Who, how valuable, how at risk, what is open: the four questions before a contact. */
export function BriefFour({ customer, standing, open }: { customer: Customer; standing: Standing; open: Open }) {
  const facts = [useWho(customer), useWorth(standing), useRisk(standing), useOwed(open)]
  return <FourFacts facts={facts} />
}

function useWho(customer: Customer): Fact {
  const { brief: m } = useMessages(workMessages)
  const { today } = useSession()
  const { background, occupation, industry } = customer.dossier
  const text = [background, occupation, industry].find(
    (each): each is string => typeof each === 'string' && each !== '',
  )
  const [first = '', ...rest] = text?.split(/[，,。；;]/u) ?? []
  const years = customer.since ? Number(today.slice(0, 4)) - Number(customer.since.slice(0, 4)) : null
  return {
    question: m.who,
    answer: first || m.unknown,
    beside: years ? m.years(years) : undefined,
    note: rest.filter(Boolean).join('，') || undefined,
  }
}

function useWorth(standing: Standing): Fact {
  const { brief: m } = useMessages(workMessages)
  const format = useFormat()
  const { paid12Fen, monthsBilled, topShare, tier, month } = standing
  if (paid12Fen === null || monthsBilled === 0) return { question: m.worth, answer: m.noBills }
  const made = (
    <Definitions>
      <DefinitionRow wide term={m.paid}>
        {format.money(paid12Fen)}
      </DefinitionRow>
      <DefinitionRow wide term={m.months}>
        {monthsBilled}
      </DefinitionRow>
      <DefinitionRow wide term={m.tier}>
        {tier ?? '–'}
      </DefinitionRow>
      {month && (
        <DefinitionRow wide term={m.monthOf}>
          {format.monthOfYear(month)}
        </DefinitionRow>
      )}
    </Definitions>
  )
  const perMonth = Math.round(paid12Fen / monthsBilled / 100) * 100
  return {
    question: m.worth,
    answer: <Why made={made}>{format.money(perMonth)}</Why>,
    beside: m.perMonth,
    note: topShare === null ? undefined : m.top(format.percent(topShare, topShare < 0.1 ? 1 : 0)),
  }
}

function useRisk(standing: Standing): Fact {
  const { brief: m } = useMessages(workMessages)
  const format = useFormat()
  const { risk, band, before, atRiskFen, signalPoints, reasons } = standing
  if (risk === null && (band === null || signalPoints === null || signalPoints === 0))
    return { question: m.risk, answer: m.noRisk }
  const tone = band === 'high' ? 'red' : band === 'raised' ? 'amber' : undefined
  const shown = risk === null ? m.bands[band ?? 'low'] : format.percent(risk)
  return {
    question: m.risk,
    answer: (
      <Why made={<BriefReasons reasons={reasons} />} title={m.reasons} {...(tone ? { tone } : {})}>
        {shown}
      </Why>
    ),
    beside:
      risk === null
        ? m.points(signalPoints ?? 0)
        : typeof before?.risk === 'number'
          ? m.lastMonth(format.percent(before.risk))
          : undefined,
    note: atRiskFen !== null && atRiskFen > 0 ? m.stake(format.money(Math.round(atRiskFen / 1000) * 1000)) : undefined,
    tone,
  }
}

function useOwed({ promises, expectations, cases, overdue }: Open): Fact {
  const { brief: m } = useMessages(workMessages)
  const late = overdue > 0 ? ` · ${m.overdue(overdue)}` : ''
  return {
    question: m.owed,
    answer: promises + expectations === 0 ? m.noneOwed : m.owedLine(promises, expectations),
    note: `${m.cases(cases)}${late}`,
    tone: overdue > 0 ? 'amber' : undefined,
  }
}
