import type { Fen } from '#domain/kernel/money.ts'
import { type Door, type RetentionLimits, usualRetentionLimits } from './guard.ts'
import { retentionLaws } from './laws.ts'

/** How far a branch goes to keep somebody, and whose law it is under; an edition never changes, the newest holds. */
export type GuardSetting = {
  limits: RetentionLimits
  /** Whose laws hold, by country; null where only our own limits do. */
  country: string | null
  /** The branch's own names, which are no other provider's, and phrases it has forbidden besides the law's. */
  ownNames: readonly string[]
  localPhrases: readonly string[]
  /** The ways in, out and back again, as a customer walks them. */
  doors: { in: Door; out: Door; back: Door }
  /** Twelve months' payments from which each loss is looked at by itself [R-15], fen. */
  reviewFrom: Fen
}

const step = (what: string, minutes: number) => ({ what, minutes })

/** A starting point: the limits of `guard.ts`, mainland China's law, a way out and a way back no longer than the way in, ¥1,200 a year. */
export const usualGuard: GuardSetting = {
  limits: usualRetentionLimits,
  country: 'CN',
  ownNames: [],
  localPhrases: [],
  doors: {
    in: {
      steps: [
        step('带上证件，说要办哪一种', 3),
        step('核对身份，看清约定，签名', 8),
        step('领卡或开通，当场试一次', 5),
      ],
      channels: ['hall', 'phone'],
    },
    out: {
      steps: [step('带上证件，说要走', 3), step('结清账单，余额退回', 6), step('当场办完，给一张回执', 3)],
      channels: ['hall', 'phone'],
    },
    back: {
      steps: [step('带上证件，说要回来', 3), step('看清约定，签名', 6), step('当场开通', 5)],
      channels: ['hall', 'phone'],
    },
  },
  reviewFrom: 120_000,
}

/** The countries there is a law for. */
export const guardCountries: readonly string[] = [...new Set(retentionLaws.map(({ country }) => country))]
