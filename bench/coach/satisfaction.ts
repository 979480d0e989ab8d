import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { featuresOf, type Features } from '#domain/coach/conversation/features.ts'
import type { RiskModel } from '#domain/coach/conversation/risk.ts'
import { lookAt, type Turn } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { seededRandom } from '#domain/kernel/random.ts'
import { solveSymmetric } from '#domain/statistics/symmetric.ts'
import { helpdeskFile } from './helpdesk.ts'

/** A public dialogue with the mean satisfaction nineteen readers gave it (−2 to 2). */
export type Rated = { id: string; turns: Turn[]; satisfaction: number }

type Raw = {
  id: string
  turns: { sender: string; utterances: string[] }[]
  annotations: { quality: { S: number } }[]
}

export const ratedDialogues = (): Rated[] =>
  (JSON.parse(readFileSync(helpdeskFile, 'utf8')) as Raw[]).map(({ id, turns, annotations }) => ({
    id,
    turns: turns.map(({ sender, utterances }) => ({
      by: sender === 'customer' ? 'customer' : 'staff',
      text: utterances.join(' '),
    })),
    satisfaction: annotations.reduce((sum, { quality }) => sum + quality.S, 0) / annotations.length,
  }))

export const modelFeatures = (coach: Coach, { turns }: Rated): Features =>
  featuresOf(turns, lookAt(coach, turns), coach.fold)

/** How much a weight is held towards nothing; anything from 30 to 200 ranks the dialogues alike to a hundredth. */
const RIDGE = 100

/** Ridge regression over standardised features. */
export const fitted = (rows: readonly Features[], truths: readonly number[]): RiskModel => {
  const names = Object.keys(rows[0] ?? {}).sort()
  const mean = meanOf(truths)
  const scales = names.map((name) => {
    const own = rows.map((row) => row[name] ?? 0)
    const middle = meanOf(own)
    return { name, mean: middle, spread: Math.sqrt(meanOf(own.map((value) => (value - middle) ** 2))) || 1 }
  })
  const standard = rows.map((row) => scales.map((scale) => ((row[scale.name] ?? 0) - scale.mean) / scale.spread))
  const products = scales.map((_, i) =>
    Float64Array.from(scales, (_, j) =>
      standard.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), i === j ? RIDGE : 0),
    ),
  )
  const pull = Float64Array.from(scales, (_, i) =>
    standard.reduce((sum, row, k) => sum + (row[i] ?? 0) * ((truths[k] ?? 0) - mean), 0),
  )
  const weights = solveSymmetric(products, pull)
  return { mean, spread: 1, features: scales.map((scale, i) => ({ ...scale, weight: weights[i] ?? 0 })) }
}

export const predicted = ({ mean, features }: RiskModel, row: Features): number =>
  features.reduce((sum, { name, ...own }) => sum + (((row[name] ?? 0) - own.mean) / own.spread) * own.weight, mean)

const FOLDS = 10
const foldOf = (id: string): number =>
  Number.parseInt(createHash('md5').update(`fold ${id}`).digest('hex').slice(0, 6), 16) % FOLDS

/** What each dialogue would have been given by a model that has not seen it: ten folds by dialogue. */
export const heldOut = (ids: readonly string[], rows: readonly Features[], truths: readonly number[]): number[] => {
  const folds = ids.map(foldOf)
  const models = Array.from({ length: FOLDS }, (_, fold) => {
    const keep = ids.map((_, i) => i).filter((i) => folds[i] !== fold)
    return fitted(
      keep.map((i) => rows[i] ?? {}),
      keep.map((i) => truths[i] ?? 0),
    )
  })
  return rows.map((row, i) => {
    const model = models[folds[i] ?? 0]
    return model ? predicted(model, row) : 0
  })
}

/** Rank correlation (Spearman 1904), ties sharing their rank. */
export const spearman = (a: readonly number[], b: readonly number[]): number => pearson(ranksOf(a), ranksOf(b))

/** 95 % interval of the rank correlation over resampled dialogues; 300 draws, seeded. */
export const spearmanInterval = (a: readonly number[], b: readonly number[]): [low: number, high: number] => {
  const random = seededRandom(11)
  const draws = Array.from({ length: 300 }, () => {
    const chosen = a.map(() => Math.floor(random() * a.length))
    return spearman(
      chosen.map((i) => a[i] ?? 0),
      chosen.map((i) => b[i] ?? 0),
    )
  }).sort((x, y) => x - y)
  return [draws[7] ?? Number.NaN, draws[292] ?? Number.NaN]
}

const ranksOf = (values: readonly number[]): number[] => {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
  const ranks: number[] = []
  for (let i = 0; i < order.length;) {
    let end = i
    while (end + 1 < order.length && values[order[end + 1] ?? 0] === values[order[i] ?? 0]) end++
    for (let k = i; k <= end; k++) ranks[order[k] ?? 0] = (i + end) / 2
    i = end + 1
  }
  return ranks
}

const pearson = (a: readonly number[], b: readonly number[]): number => {
  const [ma, mb] = [meanOf(a), meanOf(b)]
  const along = (x: readonly number[], mx: number, y: readonly number[], my: number): number =>
    x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0)
  return along(a, ma, b, mb) / Math.sqrt(along(a, ma, a, ma) * along(b, mb, b, mb))
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
