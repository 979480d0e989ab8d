import type { Hit } from './look.ts'

const OPEN = 'openQuestion'
const CLOSED: readonly string[] = ['closedQuestion', 'factQuestion']

/** The kind of the last question in a turn, the one the other will answer [H-25]; null where none is asked. */
export const lastQuestion = (hits: readonly Hit[]): 'open' | 'closed' | null => {
  const lastOf = (acts: readonly string[]): number =>
    hits.reduce((last, { act, end }) => (acts.includes(act) ? Math.max(last, end) : last), -1)
  const [open, closed] = [lastOf([OPEN]), lastOf(CLOSED)]
  if (open < 0 && closed < 0) return null
  return open >= closed ? 'open' : 'closed'
}
