import type { Span } from '../clause.ts'
import { sentencesOf } from '../clause.ts'
import type { Hit, Turn } from '../look.ts'
import { type Fold, normalise, rawSpan } from '../normalise.ts'
import { causeIn, findingIn, wayIn } from './help.ts'

/** The six steps of resolving a grievance, in their order [S-46]. */
export const steps = ['listen', 'analyse', 'understand', 'restate', 'answer', 'solve'] as const
export type Step = (typeof steps)[number]

/** Words in a turn that show a step. `weak` ones show half of it: we say what we will do, and no hour. */
export type Evidence = Span & { turn: number; weak: boolean }

export type StepsSeen = Record<Step, Evidence[]>

const ACTS: Readonly<Record<Step, readonly string[]>> = {
  listen: ['openQuestion'],
  analyse: ['factQuestion', 'closedQuestion', 'spinProblem'],
  understand: ['empathy', 'feelFeltFound'],
  restate: ['restatement'],
  answer: ['refusalWithOption', 'fabBenefit'],
  solve: ['datedCommitment', 'eitherOr', 'refusalWithOption'],
}

const UNDATED = 'vagueCommitment'

/** Hurry, records and other departments: what is said where nothing is done. It is politeness, and half of no step. */
const EMPTY =
  /尽快|尽早|尽力|尽量|及时|第一时间|相关(?:部门|人员|同事)|专人|反馈|记录|登记|备注|加急|跟进|上报|转达|重视|改进|努力|耐心|等待|\b(?:as soon as|soon|shortly|asap|look into|pass(?:ed)? (?:this|it|that)|escalat|do (?:my|our) best|try|note|record|forward|feedback|get back|follow up)/

/** What the rules have no act for, in one sentence of normal text. */
const WORDS: Readonly<Partial<Record<Step, (sentence: string) => Span | null>>> = {
  listen: (sentence) =>
    spanOf(
      /你(?:请|先|接着|慢慢|继续)(?:说|讲)|我(?:在|都)(?:听|记)|\b(?:go on|i'm listening|please continue|take your time)\b/,
      sentence,
    ),
  analyse: causeIn,
  answer: findingIn,
  solve: wayIn,
}

const spanOf = (words: RegExp, sentence: string): Span | null => {
  const found = words.exec(sentence)
  return found ? { start: found.index, end: found.index + found[0].length } : null
}

/** Where each step shows in what staff said, in the order of the talk. */
export const stepsSeen = (turns: readonly Turn[], hits: readonly (readonly Hit[])[], fold: Fold): StepsSeen => {
  const seen: StepsSeen = { listen: [], analyse: [], understand: [], restate: [], answer: [], solve: [] }
  turns.forEach(({ by, text }, turn) => {
    if (by !== 'staff') return
    const normal = normalise(text, fold)
    const sentences = sentencesOf(normal.text)
    for (const { act, start, end, sentence } of hits[turn] ?? []) {
      for (const step of steps) if (ACTS[step].includes(act)) seen[step].push({ turn, start, end, weak: false })
      const promised = text.slice(sentence.start, sentence.end).toLowerCase()
      if (act === UNDATED && !EMPTY.test(promised)) seen.solve.push({ turn, start, end, weak: true })
    }
    for (const step of steps)
      for (const sentence of sentences) {
        const words = WORDS[step]?.(normal.text.slice(sentence.start, sentence.end))
        if (words)
          seen[step].push({
            turn,
            weak: false,
            ...rawSpan(normal, sentence.start + words.start, sentence.start + words.end),
          })
      }
  })
  return seen
}
