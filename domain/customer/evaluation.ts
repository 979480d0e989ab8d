import { addMonths, type Day, monthOf } from '#domain/kernel/day.ts'

/** `2026-Q4` */
export type Quarter = string

/** The most each part of the form can bring; together a hundred [K-31]. */
export const evaluationParts = { business: 60, shop: 20, honest: 20 } as const
export type EvaluationPart = keyof typeof evaluationParts

export type Evaluation = Readonly<Record<EvaluationPart, number>>

export const quarterOf = (day: Day): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

export const isQuarter = (text: string): boolean => /^[12]\d{3}-Q[1-4]$/.test(text)

export const quarterBefore = (quarter: Quarter): Quarter =>
  quarterOf(`${addMonths(monthOf(`${quarter.slice(0, 4)}-${monthOfQuarter[quarter.slice(5)] ?? '01'}-01`), -3)}-01`)

const monthOfQuarter: Readonly<Record<string, string>> = { Q1: '01', Q2: '04', Q3: '07', Q4: '10' }

export const sumOf = ({ business, shop, honest }: Evaluation): number => business + shop + honest

/** Eight classes a market, 1 the best [K-31]: from 90 on 1, then by steps of ten, below 30 is 8. */
export const classOf = (sum: number): number => Math.min(8, Math.max(1, 10 - Math.floor(sum / 10)))

/** Supply levels 1–30 a class of outlets is usually served at: class 1 gets 27–30, class 8 gets 1–4. A starting point. */
const levelsOf = (rank: number): { from: number; to: number } => ({
  from: Math.max(1, Math.round(27 - (rank - 1) * 3.72)),
  to: Math.min(30, Math.round(30 - (rank - 1) * 3.72)),
})

export type SupplyProposal = {
  class: number
  from: number
  to: number
  /** `keep` also where the present level is not known. */
  move: 'raise' | 'keep' | 'lower'
}

/** What supply level the class speaks for, beside the present one [K-31]. */
export const supplyProposal = (evaluation: Evaluation, present: number | null): SupplyProposal => {
  const rank = classOf(sumOf(evaluation))
  const { from, to } = levelsOf(rank)
  const move = present === null ? 'keep' : present < from ? 'raise' : present > to ? 'lower' : 'keep'
  return { class: rank, from, to, move }
}
