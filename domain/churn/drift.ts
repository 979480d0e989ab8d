import type { Day } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { DriftFacts } from './facts.ts'
import { type Group, groupsOf, placeAmong, placer } from './drift-groups.ts'
import type { FeatureSpec } from './spec.ts'
import type { RawRow } from './table.ts'

/** How the training rows lay: counts a group and column, in the order of the features, and of the out-of-fold risks. Plain JSON. */
export type Baseline = {
  columns: number[][]
  /** Borders of the risk groups, rising; `risks` has one count more. */
  cuts: number[]
  risks: number[]
}

/** The same counts of customers scored later. */
export type Counted = Pick<Baseline, 'columns' | 'risks'> & { customers: number }

/** `steady`: no more than chance or less than .1. `moved`: worth a look. `far`: .25 and more. */
export type DriftStanding = 'steady' | 'moved' | 'far'

export type Drift = {
  /** Population stability index Σ (now − then) · ln(now / then), from 0; no unit. */
  index: number
  /** What chance alone stays below, 19 times in 20, with so many customers. */
  chance: number
  standing: DriftStanding
}

export type ColumnDrift = Drift & {
  column: string
  /** The group whose share moved most, with both shares 0–1. */
  most: { group: Group; before: number; now: number } | null
}

export type DriftReport = {
  customers: number
  risk: Drift
  /** Furthest first. */
  columns: ColumnDrift[]
  said: Said<DriftFacts>
}

const RISK_GROUPS = 10

const quantileCuts = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b)
  const cuts: number[] = []
  for (let k = 1; k < RISK_GROUPS; k++) {
    const cut = sorted[Math.floor((k * sorted.length) / RISK_GROUPS)] ?? 0
    if (cut > (cuts.at(-1) ?? sorted[0] ?? 0)) cuts.push(cut)
  }
  return cuts
}

/** Counts customers as they are scored. One pass; nothing of a customer is kept. */
export type DriftCounter = { add: (row: RawRow, asOf: Day, risk: number) => void; counted: () => Counted }

export const driftCounter = (spec: FeatureSpec, cuts: readonly number[]): DriftCounter => {
  const places = spec.features.map(placer)
  const names = spec.features.map(({ name }) => name)
  const columns = spec.features.map((feature) => new Float64Array(groupsOf(feature).length))
  const risks = new Float64Array(cuts.length + 1)
  let customers = 0
  return {
    add: (row, asOf, risk) => {
      customers++
      const at = placeAmong(cuts, risk)
      risks[at] = (risks[at] ?? 0) + 1
      for (let f = 0; f < places.length; f++) {
        const group = places[f]?.(row[names[f] ?? ''], asOf) ?? 0
        const own = columns[f]
        if (own) own[group] = (own[group] ?? 0) + 1
      }
    },
    counted: () => ({ customers, columns: columns.map((own) => [...own]), risks: [...risks] }),
  }
}

/** How the training rows lay, with the risks the model gave rows it had not seen. */
export const baselineOf = (
  spec: FeatureSpec,
  rows: readonly RawRow[],
  asOf: Day,
  risks: ArrayLike<number>,
): Baseline => {
  const cuts = quantileCuts(Array.from(risks))
  const counter = driftCounter(spec, cuts)
  rows.forEach((row, i) => counter.add(row, asOf, risks[i] ?? 0))
  const { columns, risks: counts } = counter.counted()
  return { columns, cuts, risks: counts }
}

const BORDERS = { moved: 0.1, far: 0.25 }

/** Standard normal quantile of .95. */
const ONE_SIDED = 1.644853626951472

/** The value below which χ² with so many degrees of freedom stays 19 times in 20 (Wilson & Hilferty 1931). */
const chiSquareBorder = (freedom: number): number =>
  freedom * (1 - 2 / (9 * freedom) + ONE_SIDED * Math.sqrt(2 / (9 * freedom))) ** 3

const shares = (counts: readonly number[]): number[] => {
  const sum = counts.reduce((a, b) => a + b, 0)
  return counts.map((count) => (count + 0.5) / (sum + counts.length / 2))
}

/** Two ways of lying compared group by group: the population stability index with the borders .1 and .25 that credit scoring goes by (Siddiqi 2006), and
 * what chance alone would give: without any change the index times n·m ÷ (n + m) follows χ² (Yurdakul 2018). Below that nothing is said to have
 * moved, however few the customers. */
export const driftBetween = (before: readonly number[], now: readonly number[]): Drift => {
  const used = before.map((_, k) => k).filter((k) => (before[k] ?? 0) + (now[k] ?? 0) > 0)
  const [was, is] = [before, now].map((counts) => shares(used.map((k) => counts[k] ?? 0)))
  const index = (was ?? []).reduce(
    (sum, share, k) => sum + ((is?.[k] ?? 0) - share) * Math.log((is?.[k] ?? 0) / share),
    0,
  )
  const [n, m] = [before, now].map((counts) => counts.reduce((a, b) => a + b, 0))
  const chance = used.length < 2 || !n || !m ? 0 : chiSquareBorder(used.length - 1) * (1 / n + 1 / m)
  const standing = index < BORDERS.moved || index <= chance ? 'steady' : index < BORDERS.far ? 'moved' : 'far'
  return { index, chance, standing }
}

const mostMoved = (
  groups: readonly Group[],
  before: readonly number[],
  now: readonly number[],
): ColumnDrift['most'] => {
  const [n, m] = [before, now].map((counts) =>
    Math.max(
      1,
      counts.reduce((a, b) => a + b, 0),
    ),
  )
  const moves = groups.map((group, k) => ({
    group,
    before: (before[k] ?? 0) / (n ?? 1),
    now: (now[k] ?? 0) / (m ?? 1),
  }))
  return moves.toSorted((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before))[0] ?? null
}

/** Below this a shift cannot be told from chance for any column. */
const LEAST_CUSTOMERS = 100

/** Whether customers scored now still lie as those the model learnt from, and what to do about it. A model is not wrong because they moved, but its
 * figures were measured on the others. `null` for a model trained before this was kept. */
export const driftOf = (spec: FeatureSpec, baseline: Baseline | undefined, counted: Counted): DriftReport | null => {
  if (!baseline) return null
  const { customers } = counted
  const columns = spec.features
    .map((feature, f): ColumnDrift => {
      const [before, now] = [baseline.columns[f] ?? [], counted.columns[f] ?? []]
      return { column: feature.name, ...driftBetween(before, now), most: mostMoved(groupsOf(feature), before, now) }
    })
    .toSorted((a, b) => b.index - a.index)
  const risk = driftBetween(baseline.risks, counted.risks)
  return { customers, risk, columns, said: adviceOn(customers, risk, columns) }
}

const adviceOn = (customers: number, risk: Drift, columns: readonly ColumnDrift[]): Said<DriftFacts> => {
  const far = columns.filter(({ standing }) => standing === 'far').length
  const moved = columns.filter(({ standing }) => standing !== 'steady').length
  const params = { customers, columns: columns.length, moved, far }
  if (customers < LEAST_CUSTOMERS) return { code: 'drift.few', params: { customers, least: LEAST_CUSTOMERS } }
  if (risk.standing === 'far' || far * 3 >= columns.length) return { code: 'drift.retrain', params }
  return moved > 0 || risk.standing === 'moved'
    ? { code: 'drift.look', params }
    : { code: 'drift.steady', params: { customers } }
}
