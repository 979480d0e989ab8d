import { daysBetween } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import type { Customer } from './customer-types.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

/** Who a customer is, in one line and a quieter second one, by kind. */
export const useWho = ({ kind, dossier, since }: Pick<Customer, 'kind' | 'dossier' | 'since'>) => {
  const { facts: m } = useMessages(customerMessages)
  const textOf = useValueText()
  const format = useFormat()
  const { today } = useSession()
  const of = (key: string): string | null => textOf(key, dossier[key])
  const employees = dossier['employees']
  const years = since ? Math.floor(daysBetween(since, today) / 365.25) : 0
  const lines: Record<Customer['kind'], [(string | null)[], (string | null)[]]> = {
    person: [
      [of('occupation'), of('employer')],
      [of('background'), of('interests')],
    ],
    group: [
      [of('industry'), typeof employees === 'number' ? m.people(format.number(employees)) : null],
      [of('sites'), of('background')],
    ],
    outlet: [
      [of('format'), of('marketType'), of('keeper')],
      [of('route'), of('background')],
    ],
  }
  const [first, second] = lines[kind]
  const joined = (parts: (string | null)[]): string | undefined => parts.filter(Boolean).join(format.comma) || undefined
  return { answer: joined(first), note: joined([...second, years > 0 ? m.years(years) : null]) }
}
