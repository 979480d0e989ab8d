import type { Hit, Turn } from '../look.ts'

/** The customer's mood at one of their turns: from −3 (threatens to complain or leave) to 3; `why` names what was heard. */
export type MoodPoint = { turn: number; mood: number; why: Mood[] }

export const moods = ['escalate', 'leaving', 'angry', 'again', 'hurry', 'worry', 'thanks'] as const
export type Mood = (typeof moods)[number]

const WEIGHT: Readonly<Record<Mood, number>> = {
  escalate: -2,
  leaving: -2,
  angry: -2,
  again: -1,
  hurry: -1,
  worry: -1,
  thanks: 2,
}
const [LOWEST, HIGHEST] = [-3, 3]

/** Mood over time, one point a customer turn: only what the words say, each kind once [S-46]. */
export const moodOverTime = (turns: readonly Turn[], hits: readonly (readonly Hit[])[]): MoodPoint[] =>
  turns.flatMap(({ by }, turn) => {
    if (by !== 'customer') return []
    const heard = (hits[turn] ?? [])
      .filter(({ act }) => act === 'customerMood')
      .map(({ rule }) => rule.split('.').at(-1))
    const why = moods.filter((mood) => heard.includes(mood))
    const sum = why.reduce((total, mood) => total + WEIGHT[mood], 0)
    return [{ turn, mood: Math.max(LOWEST, Math.min(HIGHEST, sum)), why }]
  })

/** Turns at which it got worse by two or more, or somebody speaks of complaining or leaving for the first time. */
export const escalations = (points: readonly MoodPoint[]): number[] =>
  points
    .filter(({ mood, why }, i) => {
      const before = points[i - 1]
      const fell = before !== undefined && before.mood - mood >= 2
      const first = (kind: Mood): boolean =>
        why.includes(kind) && !points.slice(0, i).some((earlier) => earlier.why.includes(kind))
      return fell || first('escalate') || first('leaving')
    })
    .map(({ turn }) => turn)
