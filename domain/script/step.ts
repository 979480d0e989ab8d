import type { Playbook, Step } from '#domain/playbook/definition.ts'
import type { ScriptRole } from './moment.ts'

/** What may be said in a step, by what its id says it is for; the likeliest first. */
const byName: readonly (readonly [RegExp, readonly ScriptRole[]])[] = [
  [/person|who|greet|open|hello|call-in/, ['opening', 'rightPerson', 'absent', 'convenience']],
  [/conven|moment/, ['convenience', 'asksTime']],
  [/when|time|slot|agree|appoint|book|date/, ['asksTime', 'confirms']],
  [/why|aim|reason|tell|notice|inform|news/, ['notice', 'offer', 'reminder']],
  [/listen|hear|understand|feel|calm|empath/, ['empathy', 'confirms', 'apology']],
  [/restate|confirm|check|diagnos|repeat/, ['confirms', 'empathy']],
  [/answer|solve|respond|explain|cannot|refus/, ['refusal', 'offer', 'empathy', 'apology']],
  [/offer|suggest|recommend|present|introduc|pitch|show/, ['pitch', 'offer', 'objection']],
  [/object|price|doubt|reset|expect/, ['objection', 'empathy', 'refusal']],
  [/remind|balance|debt|pay/, ['reminder', 'offer']],
  [/care|ask|wish|how/, ['care', 'thanks']],
  [/close|end|bye|leave|farewell|thank|wind/, ['closing', 'thanks', 'confirms']],
]

/** Words that may be wanted in any step of a talk. */
const always: readonly ScriptRole[] = ['dropped', 'objection', 'empathy']

/**
 * The roles of the words that fit where a talk stands: by the step's name, else by its place (the first opens, the last closes). A step with a
 * suggestion or an answer says so in its name, as the packs do.
 */
export const rolesOfStep = ({ steps }: Playbook, step: Step | undefined): readonly ScriptRole[] => {
  const talk = steps.filter(({ kind, aside }) => kind === 'talk' && !aside)
  if (!step || step.kind === 'prepare') return ['opening', 'rightPerson', 'absent']
  const named = byName.find(([name]) => name.test(step.id))?.[1] ?? []
  const placed: ScriptRole[] = step === talk[0] ? ['opening'] : step === talk.at(-1) ? ['closing', 'thanks'] : []
  return [...new Set([...placed, ...named, ...always])]
}
