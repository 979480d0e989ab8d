import type { RawRow } from '#domain/churn/table.ts'
import { hasReference, referenceRows } from './reference-data.ts'

/** A public data set on leaving: raw rows without the label and the customer's number, who left, and ten sets of five folds. */
export type LabelledRows = { rows: RawRow[]; labels: Uint8Array; folds: Uint8Array[] }

export const SETS = {
  ibm: { folder: 'ibm-telco', file: 'Telco-Customer-Churn.csv' },
  iranian: { folder: 'iranian-churn', file: 'Customer_Churn.csv' },
} as const

export const hasChurnData = (set: keyof typeof SETS): boolean => hasReference(`${SETS[set].folder}/y.csv`)

/** Reads a set; `SETS` names them (see docs of the reference data for licences: Apache-2.0 and CC BY 4.0). */
export const churnData = (set: keyof typeof SETS): LabelledRows => {
  const { folder, file } = SETS[set]
  const folds = referenceRows(`${folder}/folds-10x5.csv`)
  return {
    rows: referenceRows(`${folder}/${file}`).map(({ Churn: _left, customerID: _number, ...row }) => row),
    labels: Uint8Array.from(referenceRows(`${folder}/y.csv`), ({ y }) => Number(y)),
    folds: Array.from({ length: 10 }, (_, r) => Uint8Array.from(folds, (row) => Number(row[`rep${r}`]))),
  }
}

/** The same rows with every copy of a row taken out. */
export const withoutCopies = ({ rows, labels, folds }: LabelledRows): LabelledRows => {
  const seen = new Set<string>()
  const kept = rows.flatMap((row, i) => {
    const key = JSON.stringify([row, labels[i]])
    if (seen.has(key)) return []
    seen.add(key)
    return [i]
  })
  return {
    rows: kept.map((i) => rows[i] ?? {}),
    labels: Uint8Array.from(kept, (i) => labels[i] ?? 0),
    folds: folds.map((own) => Uint8Array.from(kept, (i) => own[i] ?? 0)),
  }
}

/** The same rows with each copy moved into the fold of the first of its kind. */
export const withCopiesTogether = ({ rows, labels, folds }: LabelledRows): LabelledRows => {
  const first = new Map<string, number>()
  rows.forEach((row, i) => {
    const key = JSON.stringify(row)
    if (!first.has(key)) first.set(key, i)
  })
  const home = rows.map((row, i) => first.get(JSON.stringify(row)) ?? i)
  return { rows, labels, folds: folds.map((own) => Uint8Array.from(home, (i) => own[i] ?? 0)) }
}
