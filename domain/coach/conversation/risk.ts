import type { Hit, Turn } from '../look.ts'
import type { Coach } from '../ready.ts'
import { type Features, featuresOf, type RiskFeature } from './features.ts'
import model from './risk-model.json' with { type: 'json' }

/**
 * How likely a stranger who reads the conversation would call the customer dissatisfied (0–1), and what speaks for and against it.
 * It knows the words and nothing else: not the tone, not what was done afterwards, not this customer.
 */
export type OutcomeRisk = { chance: number; satisfaction: number; parts: RiskPart[] }

/**
 * `effect` is in points of satisfaction (the scale runs from −2 to 2) against an ordinary conversation; below zero it adds risk.
 * `more`: there is more of the feature here than is usual.
 */
export type RiskPart = { feature: RiskFeature; effect: number; more: boolean }

/** A linear model over standardised features: what a feature is on average, how far it varies, what a standard deviation is worth. */
export type RiskModel = {
  mean: number
  /** Standard deviation of what is left unexplained, from held-out conversations. */
  spread: number
  features: { name: string; mean: number; spread: number; weight: number }[]
}

export const riskModel: RiskModel = model

/** Smaller effects are not worth a line. */
const LEAST = 0.02

/** Null where nobody answered yet, or where fewer than half of the words are Chinese: the model was made from Chinese conversations. */
export const outcomeRisk = (
  coach: Coach,
  turns: readonly Turn[],
  hits: readonly (readonly Hit[])[],
  { mean, spread, features }: RiskModel = riskModel,
): OutcomeRisk | null => {
  if (!isChinese(turns) || !turns.some(({ by }) => by === 'staff') || !turns.some(({ by }) => by === 'customer'))
    return null
  const own = featuresOf(turns, hits, coach.fold)
  const parts = features.map((feature) => ({
    feature: feature.name as RiskFeature,
    effect: effectOf(own, feature),
    more: (own[feature.name] ?? 0) > feature.mean,
  }))
  const satisfaction = parts.reduce((sum, { effect }) => sum + effect, mean)
  return {
    chance: below(-satisfaction / spread),
    satisfaction: Math.max(-2, Math.min(2, satisfaction)),
    parts: parts
      .filter(({ effect }) => Math.abs(effect) >= LEAST)
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)),
  }
}

const effectOf = (own: Features, { name, mean, spread, weight }: RiskModel['features'][number]): number =>
  (((own[name] ?? mean) - mean) / spread) * weight

const isChinese = (turns: readonly Turn[]): boolean => {
  const text = turns.map((turn) => turn.text).join('')
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/[a-z]+/gi)?.length ?? 0
  return han > latin
}

/** Chance that a standard normal value lies below `z` (Abramowitz and Stegun 7.1.26, to 1.5e-7). */
const below = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const upper = (poly * Math.exp(-x * x)) / 2
  return z >= 0 ? 1 - upper : upper
}
