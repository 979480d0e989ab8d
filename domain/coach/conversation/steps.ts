import type { Span } from '../clause.ts'
import type { Hit, Turn } from '../look.ts'
import { type Fold, normalise, rawSpan } from '../normalise.ts'

/** The six steps of resolving a grievance, in their order [S-46]. */
export const steps = ['listen', 'analyse', 'understand', 'restate', 'answer', 'solve'] as const
export type Step = (typeof steps)[number]

/** Words in a turn that show a step. `weak` ones show half of it: a promise without an hour. */
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
const WEAK_ACTS: Readonly<Partial<Record<Step, readonly string[]>>> = { solve: ['vagueCommitment'] }

/** What the rules have no act for, in normal text. */
const WORDS: Readonly<Partial<Record<Step, RegExp>>> = {
  listen:
    /你(?:请|先|接着|慢慢|继续)(?:说|讲)|我(?:在|都)(?:听|记)|\b(?:go on|i'm listening|please continue|take your time)\b/,
  answer:
    /(?:因为|由于|原因是|是因为|是由于|规则是|意思是|属于)[^，。！？]{2,30}|查(?:到|过|了)[^，。！？]{2,30}|(?:已经?|已为|已帮|已给)(?:为|帮|给)?你?[^，。！？]{0,8}(?:解决|处理好|退|开通|恢复|补|办好|取消|修复|更改|更换)|\b(?:because|the reason|it turns out|i found|i see that|that means|i have (?:refunded|changed|restored|sent))\b/,
  solve:
    /点击|重启|打开|进入[^，。！？]{1,12}|升级到|卸载|重新(?:安装|登录|设置|办)|(?:已经?|已为|已帮|已给)(?:为|帮|给)?你?[^，。！？]{0,8}(?:解决|处理好|退|开通|恢复|补|办好|取消|修复|更改|更换)|\b(?:you can|please try|i have (?:refunded|changed|restored|sent)|we can (?:offer|do))\b/,
}

/** Where each step shows in what staff said, in the order of the talk. */
export const stepsSeen = (turns: readonly Turn[], hits: readonly (readonly Hit[])[], fold: Fold): StepsSeen => {
  const seen: StepsSeen = { listen: [], analyse: [], understand: [], restate: [], answer: [], solve: [] }
  turns.forEach(({ by, text }, turn) => {
    if (by !== 'staff') return
    const normal = normalise(text, fold)
    for (const step of steps) {
      for (const { act, start, end } of hits[turn] ?? []) {
        const weak = WEAK_ACTS[step]?.includes(act) ?? false
        if (weak || ACTS[step].includes(act)) seen[step].push({ turn, start, end, weak })
      }
      const words = WORDS[step]?.exec(normal.text)
      if (words) seen[step].push({ turn, weak: false, ...rawSpan(normal, words.index, words.index + words[0].length) })
    }
  })
  return seen
}
