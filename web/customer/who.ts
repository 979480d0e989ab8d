import { daysBetween } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import type { Customer } from './customer-types.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

/** Who a customer is, in one line and a quieter second one, by kind; the second never repeats the first. */
export const useWho = ({ kind, dossier, since }: Pick<Customer, 'kind' | 'dossier' | 'since'>) => {
  const { facts: m } = useMessages(customerMessages)
  const textOf = useValueText()
  const format = useFormat()
  const { today } = useSession()
  const of = (key: string): string | null => textOf(key, dossier[key])
  const employees = dossier['employees']
  const years = since ? Math.floor(daysBetween(since, today) / 365.25) : 0
  const background = of('background')
  const lines: Record<Customer['kind'], [(string | null)[], (string | null)[]]> = {
    person: [[of('occupation'), of('employer')], [background ?? of('interests')]],
    group: [
      [of('industry'), typeof employees === 'number' ? m.people(format.number(employees)) : null],
      [background ?? of('sites')],
    ],
    outlet: [
      [of('format'), of('marketType')],
      [of('route'), background],
    ],
  }
  const [wanted, second] = lines[kind]
  const pieces = second.flatMap((text) => text?.split(/[，,；;。]\s*/u) ?? []).filter(Boolean)
  const first = wanted.filter((text): text is string => Boolean(text))
  const answer = first.length > 0 ? first : pieces.slice(0, 1)
  const rest = pieces.filter((piece) => !answer.some((said) => piece.includes(said) || said.includes(piece)))
  const joined = (parts: string[]): string | undefined => parts.join(format.comma) || undefined
  return { answer: joined(answer), note: joined([...rest, ...(years > 0 ? [m.years(years)] : [])]) }
}
