import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Fen } from '#domain/kernel/money.ts'
import { type Doors, type RetentionLimits, usualRetentionLimits } from './guard.ts'
import { usualDoors } from './usual-doors.ts'
import { retentionLaws } from './laws.ts'

/** How far a branch goes to keep somebody, and whose law it is under; an edition never changes, the newest holds. */
export type GuardSetting = {
  limits: RetentionLimits
  /** Whose laws hold, by country; null where only our own limits do. */
  country: string | null
  /** The branch's own names, which are no other provider's, and phrases it has forbidden besides the law's. */
  ownNames: readonly string[]
  localPhrases: readonly string[]
  /** The ways in, out and back again, as customers of each kind walk them. */
  doors: Readonly<Record<CustomerKind, Doors>>
  /** Twelve months' payments from which each loss is looked at by itself [R-15], fen. */
  reviewFrom: Fen
}

/** A starting point: the limits of `guard.ts`, mainland China's law, ways out and back no longer than the way in, ¥1,200 a year. */
export const usualGuard: GuardSetting = {
  limits: usualRetentionLimits,
  country: 'CN',
  ownNames: [],
  localPhrases: [],
  doors: usualDoors,
  reviewFrom: 120_000,
}

/** The countries there is a law for. */
export const guardCountries: readonly string[] = [...new Set(retentionLaws.map(({ country }) => country))]
