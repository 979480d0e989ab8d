import { standing } from './capture.ts'
import type { Condition } from './definition.ts'
import type { RunState } from './state.ts'

/** Whether a condition holds in a run: every key given, any of its values. No condition always holds. */
export const holds = (when: Condition | undefined, state: RunState): boolean => {
  const { context } = state
  if (when === undefined) return true
  if (context === null) return false
  return (
    among(when.direction, context.direction) &&
    among(when.customerKind, context.customerKind) &&
    among(when.stage, context.stage) &&
    among(when.skill, context.skill) &&
    among(when.lastOutcome, context.lastOutcome) &&
    any(when.captured, (kind) => standing(state.captures, kind).length > 0) &&
    any(when.checked, (check) => state.checks.includes(check)) &&
    any(when.purpose, (purpose) => state.purposes.includes(purpose)) &&
    any(when.entered, (step) => state.step === step || Object.hasOwn(state.spent, step))
  )
}

const among = <T>(wanted: readonly T[] | undefined, actual: T | null): boolean =>
  wanted === undefined || (actual !== null && wanted.includes(actual))

const any = <T>(wanted: readonly T[] | undefined, met: (value: T) => boolean): boolean =>
  wanted === undefined || wanted.some(met)
