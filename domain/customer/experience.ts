/** Stages of a customer's experience with one product [K-16]. */
export const stages = ['awareness', 'knowledge', 'inclination', 'use', 'loyalty'] as const
export type Stage = (typeof stages)[number]

export type Question = {
  key: string
  stage: Stage
  answer: { is: 'text' } | { is: 'choice'; of: readonly string[] }
}

const text = { is: 'text' } as const
const choice = (...of: string[]) => ({ is: 'choice', of }) as const

/** The question set of the interview, in the order one asks [K-16]. */
export const questions: readonly Question[] = [
  { key: 'knows', stage: 'awareness', answer: choice('yes', 'no') },
  { key: 'route', stage: 'awareness', answer: text },
  { key: 'functions', stage: 'knowledge', answer: text },
  { key: 'charging', stage: 'knowledge', answer: choice('yes', 'partly', 'no') },
  { key: 'opening', stage: 'inclination', answer: choice('simple', 'fair', 'complex') },
  { key: 'obstacle', stage: 'inclination', answer: text },
  { key: 'frequency', stage: 'use', answer: choice('daily', 'weekly', 'rarely', 'never') },
  { key: 'likes', stage: 'use', answer: text },
  { key: 'problems', stage: 'use', answer: text },
  { key: 'goOn', stage: 'loyalty', answer: choice('yes', 'unsure', 'no') },
]

export type Answers = Readonly<Record<string, string>>

/** Keeps answers to known questions only; a choice that is not offered falls away, empty text too. */
export const answersFrom = (stored: unknown): Record<string, string> => {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    questions.flatMap(({ key, answer }) => {
      const value = (stored as Record<string, unknown>)[key]
      if (typeof value !== 'string' || value.trim() === '') return []
      return answer.is === 'text' || answer.of.includes(value) ? [[key, value.trim().slice(0, 400)]] : []
    }),
  )
}

/**
 * The stage the answers show [K-16]: the furthest one that something real was said about. Who would not go on is in use, not loyal;
 * who never uses it has only an opinion of it; null while nothing says that the product is known at all.
 */
export const stageOf = (answers: Answers): Stage | null => {
  const uses = answers['frequency'] !== undefined && answers['frequency'] !== 'never'
  if (answers['goOn'] === 'yes' && uses) return 'loyalty'
  if (uses) return 'use'
  if (answers['opening'] !== undefined || answers['obstacle'] !== undefined) return 'inclination'
  if (answers['functions'] !== undefined || (answers['charging'] ?? 'no') !== 'no') return 'knowledge'
  return answers['knows'] === 'yes' || answers['route'] !== undefined ? 'awareness' : null
}
