import type { Said } from '#domain/kernel/said.ts'
import type { RowFacts } from './facts.ts'

/** Create only, update only, or both, by code. */
export type ImportMode = 'create' | 'update' | 'both'

/** A record's stored or imported values by field key; null is an empty field. */
export type Values = Readonly<Record<string, string | number | boolean | null>>

export type RowPlan =
  | { act: 'create'; after: Values }
  /** Only the fields that change; `before` holds what they were. */
  | { act: 'update'; before: Values; after: Values }
  | { act: 'unchanged' }
  | { act: 'reject'; said: Said<RowFacts> }

/** What importing one record would do to what is there under its code. Fields the file does not hold stay as they are. */
export const planRow = (mode: ImportMode, code: string, existing: Values | null, imported: Values): RowPlan => {
  if (existing === null) {
    if (mode === 'update') return { act: 'reject', said: { code: 'row.unreachable', params: { code } } }
    return { act: 'create', after: { ...imported } }
  }
  if (mode === 'create') return { act: 'reject', said: { code: 'row.exists', params: { code } } }
  const changed = Object.keys(imported).filter((key) => (existing[key] ?? null) !== imported[key])
  if (changed.length === 0) return { act: 'unchanged' }
  return {
    act: 'update',
    before: Object.fromEntries(changed.map((key) => [key, existing[key] ?? null])),
    after: Object.fromEntries(changed.map((key) => [key, imported[key] ?? null])),
  }
}

export type UndoPlan =
  | { act: 'remove' }
  /** `restore` may be empty; `left` names the fields that somebody has changed since. */
  | { act: 'restore'; restore: Values; left: string[] }
  /** A creation that people have worked on stays; `left` names what they changed, empty when things hang on it. */
  | { act: 'keep'; left: string[] }
  /** Somebody has deleted the record since. */
  | { act: 'gone' }

/**
 * Takes one imported record back [DESIGN §5]: restores only fields that still hold what the import wrote, removes a creation nobody
 * has touched, and lists what is left.
 * @param before the changed fields as they were, or null when the import created the record
 * @param written what the import wrote
 * @param current the record now, or null when it is gone; `hasOthers` when touches, promises or the like hang on it
 */
export const undoRow = (
  before: Values | null,
  written: Values,
  current: Values | null,
  hasOthers = false,
): UndoPlan => {
  if (current === null) return { act: 'gone' }
  const holds = (key: string): boolean => (current[key] ?? null) === (written[key] ?? null)
  if (before === null) {
    const left = [...new Set([...Object.keys(written), ...Object.keys(current)])].filter((key) => !holds(key))
    return left.length === 0 && !hasOthers ? { act: 'remove' } : { act: 'keep', left }
  }
  const keys = Object.keys(written)
  return {
    act: 'restore',
    restore: Object.fromEntries(keys.filter(holds).map((key) => [key, before[key] ?? null])),
    left: keys.filter((key) => !holds(key)),
  }
}
