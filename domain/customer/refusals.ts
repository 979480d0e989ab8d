import type { Day } from '#domain/kernel/day.ts'

/** Why a change to customers is refused, beside what the dossier's own fields ask for. */
export type RefusalFacts = {
  'phone.unreadable': { phone: string }
  'number.elsewhere': { tail: string }
  'merge.itself': Record<string, never>
  'merge.kinds': Record<string, never>
  'merge.gone': Record<string, never>
  'merge.undone': Record<string, never>
  'merge.later': Record<string, never>
  'merge.retention': Record<string, never>
  'assign.outside': Record<string, never>
  'assign.same': Record<string, never>
  'bulk.too_many': { most: number }
  'touch.future': Record<string, never>
  'touch.longAgo': { days: number }
  'touch.outcome': Record<string, never>
  'points.not_enough': { wanted: number; there: number }
  'points.covered': { what: string; on: Day; missing: number }
  'points.future': Record<string, never>
  'points.incomplete': Record<string, never>
  'evaluation.twice': { quarter: string }
  'outlet.only': Record<string, never>
  'photo.of_person': Record<string, never>
  'photo.unreadable': Record<string, never>
  'photo.too_wide': { most: number }
  'photo.too_many': { most: number }
  'view.foreign': Record<string, never>
  'view.too_many': { most: number }
}
