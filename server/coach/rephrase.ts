import { marksIn } from '#domain/coach/own-rule.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { askModel, type LanguageModel } from '#server/adapters/language-model/ask.ts'
import { fail } from '#server/http/failure.ts'

/**
 * Another way to put marked words, from a language model where one is set up. It may only propose: what is marked stays as the rules say, and
 * a proposal that would itself be marked is not shown [P-35]. Long numbers stay here; the model sees where they stand.
 */
export const rephrase = async (coach: Coach, model: LanguageModel | null, text: string): Promise<{ text: string }> => {
  if (!model) return refused('model.off')
  const marks = marksIn(coach, text)
  if (marks.length === 0) return refused('model.nothing')
  const hidden = withoutNumbers(text)
  const reasons = marks.map(({ start, end, why, rewrite }) =>
    [`“${text.slice(start, end)}”`, coach.compiled.reasons[why]?.zh, rewrite].filter(Boolean).join(' — '),
  )
  const answer = await askModel(model, {
    instruction: instruction(withoutNumbers(reasons.join('\n')).text),
    text: hidden.text,
  })
  if (!answer.ok) return refused(answer.error)
  const proposed = hidden.restore(answer.value)
  const still = marksIn(coach, proposed)[0]
  if (still) return refused('model.marked', { words: proposed.slice(still.start, still.end) })
  return { text: proposed }
}

const instruction = (reasons: string): string =>
  `You help customer service staff write to customers. Rewrite the sentence below in its own language: polite, short, concrete, honest; promise nothing that it does not promise; keep every name, figure and placeholder such as 〔1〕. Answer with the sentence alone.\nWhat is wrong with it:\n${reasons}`

const refused = (code: string, params: Record<string, string> = {}): never =>
  fail('rule.refused', { reasons: [{ code, params }] })

const LONG_NUMBER = /\d[\d -]{4,}\d/g

const withoutNumbers = (text: string): { text: string; restore: (answer: string) => string } => {
  const numbers: string[] = []
  const hidden = text.replace(LONG_NUMBER, (number) => `〔${numbers.push(number)}〕`)
  return {
    text: hidden,
    restore: (answer) => answer.replace(/〔(\d+)〕/g, (slot, place: string) => numbers[Number(place) - 1] ?? slot),
  }
}
