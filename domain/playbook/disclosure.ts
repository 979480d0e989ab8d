import { type FactKey, factAudience } from './facts.ts'
import type { Text } from './field.ts'
import type { RunState } from './state.ts'

/** What is known about this customer and this talk, by fact. Captured words are one string in either language. */
export type KnownFacts = Partial<Record<FactKey, string | Text>>

/**
 * Whether what belongs to the customer may be told now: the holder, or someone the holder has authorised, is speaking;
 * and whoever rang us has proved it. When we ring the registered number, knowing who answered is enough.
 */
export const mayDisclose = (state: RunState): boolean => {
  const ours = state.caller?.role === 'holder' || state.caller?.role === 'authorised'
  return ours && (state.context?.direction === 'outbound' || state.identity?.passed === true)
}

/** Only the facts that may be spoken in this state; the rest never reach the screen's script. */
export const speakable = (state: RunState, facts: KnownFacts): KnownFacts => {
  const knowsWho = state.caller ? state.caller.role !== 'other' : state.context?.direction === 'outbound'
  const heard = { anyone: true, person: knowsWho, private: mayDisclose(state) }
  const allowed = (Object.keys(facts) as FactKey[]).filter((key) => heard[factAudience[key]])
  return Object.fromEntries(allowed.map((key) => [key, facts[key]]))
}
