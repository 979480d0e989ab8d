import { type Interval, shareInterval } from '#domain/statistics/interval.ts'

/** The five gaps of service quality (Parasuraman, Zeithaml & Berry 1985) [M-07]: between what customers want and what we think they want; that and our
 * standard; the standard and what is done; what is done and what was told; what was expected and what was felt. */
export const gapKinds = ['perception', 'specification', 'delivery', 'communication', 'felt'] as const
export type GapKind = (typeof gapKinds)[number]

/** How often a gap was seen, among how many times it could have been. */
export type GapCount = { short: number; of: number }

export type ServiceGap = { gap: GapKind; count: GapCount | null; share: Interval | null }

/**
 * The five gaps with one's own figure at those that have one, "no figure" (null) at the rest [M-07]. Figures there are: perception, reasons supposed
 * otherwise than the customer said; delivery, promises due and not kept; communication, promises not kept and not told; felt, experiences
 * below what was expected.
 */
export const serviceGaps = (own: Partial<Record<GapKind, GapCount>>): ServiceGap[] =>
  gapKinds.map((gap) => {
    const count = own[gap] ?? null
    const share = count && count.of > 0 ? shareInterval(count.short / count.of, count.of) : null
    return { gap, count, share }
  })
