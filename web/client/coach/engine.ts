import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { lookAtTurn, type Turn } from '#domain/coach/look.ts'
import { isMark, type OwnLevel } from '#domain/coach/own-level.ts'
import { type CompiledOwn, withOwn } from '#domain/coach/own-rule.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import type { Reason } from '#domain/coach/compiled.ts'

/** What is marked in a text, with everything the line under the field says of it. Places are UTF-16 offsets. */
export type Mark = {
  /** The same while the same words are marked by the same rule. */
  key: string
  rule: string
  act: string
  level: OwnLevel
  start: number
  end: number
  words: string
  sentence: string
  title: Reason
  why: Reason
  rewrite: string | null
  replaces: { start: number; end: number }
}

export type Written = 'note' | 'staff'

let built: { compiled: CompiledCoach; own: readonly CompiledOwn[]; coach: Coach } | null = null

/** Building takes some milliseconds, so the rules last built are kept. */
export const readyCoach = (compiled: CompiledCoach, own: readonly CompiledOwn[]): Coach => {
  if (built?.compiled !== compiled || built.own !== own)
    built = { compiled, own, coach: coachOf(withOwn(compiled, own)) }
  return built.coach
}

/** Before these words others were said: nothing is asked of them that only an opening owes. */
const before: readonly Turn[] = [
  { by: 'staff', text: '' },
  { by: 'customer', text: '' },
]

export const marksOf = (coach: Coach, text: string, by: Written, opening: boolean): Mark[] => {
  const turns: Turn[] = [...(opening ? [] : before), { by, text }]
  const nothing = { zh: '', en: '' }
  return lookAtTurn(coach, turns, turns.length - 1).flatMap(
    ({ level, rule, act, start, end, sentence, why, rewrite, replaces }) => {
      if (!isMark(level)) return []
      const words = text.slice(start, end)
      return {
        key: `${rule} ${words}`,
        rule,
        act,
        level,
        start,
        end,
        words,
        sentence: text.slice(sentence.start, sentence.end),
        title: coach.compiled.titles[act] ?? nothing,
        why: coach.compiled.reasons[why] ?? nothing,
        rewrite,
        replaces,
      }
    },
  )
}
