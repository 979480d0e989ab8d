import { betaBelow } from '#domain/statistics/gamma.ts'

/** What a retention campaign costs and brings, all in one unit of money, and how often it works. */
export type CampaignAssumptions = {
  /** What a customer who is kept still brings. */
  value: number
  /** What the offer costs when it is taken; those who would have stayed take it too. */
  offer: number
  /** What reaching one customer costs. */
  contact: number
  /** The share of would-be leavers who accept is not known beforehand: Beta(alpha, beta), mean alpha ÷ (alpha + beta). */
  accept: { alpha: number; beta: number }
}

/** The setting of the paper: 200, 10 and 1 euro, and 30 % who accept, give or take. */
export const PUBLISHED_CAMPAIGN: CampaignAssumptions = {
  value: 200,
  offer: 10,
  contact: 1,
  accept: { alpha: 6, beta: 14 },
}

export type CampaignProfit = {
  /** Expected profit of the best campaign, per customer of all (not per customer reached). */
  profit: number
  /** Share of customers to reach for it, from the highest risk down. */
  share: number
}

/** Shares of leavers and of stayers reached when calling from the top. */
type Reach = { leavers: number; stayers: number }

/** Whom calling from the top reaches: the share who left, and the only borders worth calling down to. Enough to reckon any campaign again. */
export type CampaignReach = { leavers: number; corners: Reach[] }

/** Of would-be leavers this share accepts, as sure as the paper is of its own 30 %. */
export const acceptedBy = (share: number): CampaignAssumptions['accept'] => {
  const { alpha, beta } = PUBLISHED_CAMPAIGN.accept
  return { alpha: share * (alpha + beta), beta: (1 - share) * (alpha + beta) }
}

/** Corners of the upper hull of the ROC curve: the only borders worth calling down to. */
const hullOf = (labels: ArrayLike<number>, scores: ArrayLike<number>): Reach[] => {
  const order = Uint32Array.from({ length: labels.length }, (_, i) => i).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  )
  const all = { leavers: 0, stayers: 0 }
  for (const i of order) all[labels[i] === 1 ? 'leavers' : 'stayers']++
  const hull: Reach[] = [{ leavers: 0, stayers: 0 }]
  const reach = { leavers: 0, stayers: 0 }
  order.forEach((i, k) => {
    reach[labels[i] === 1 ? 'leavers' : 'stayers']++
    if (k + 1 < order.length && scores[i] === scores[order[k + 1] ?? 0]) return
    const point = { leavers: reach.leavers / all.leavers, stayers: reach.stayers / all.stayers }
    for (let last = hull.at(-1), before = hull.at(-2); last && before; last = hull.at(-1), before = hull.at(-2)) {
      const turn =
        (last.stayers - before.stayers) * (point.leavers - before.leavers) -
        (last.leavers - before.leavers) * (point.stayers - before.stayers)
      if (turn < 0) break
      hull.pop()
    }
    hull.push(point)
  })
  return hull
}

/** `null` when all left or nobody did. */
export const campaignReach = (labels: ArrayLike<number>, scores: ArrayLike<number>): CampaignReach | null => {
  let left = 0
  for (let i = 0; i < labels.length; i++) left += labels[i] === 1 ? 1 : 0
  const leavers = left / labels.length
  return leavers > 0 && leavers < 1 ? { leavers, corners: hullOf(labels, scores) } : null
}

/** EMPC, the expected maximum profit of a retention campaign that calls the riskiest customers first (Verbraken, Verbeke & Baesens, IEEE
 * TKDE 2013): for every share who might accept, the best border is taken, and the profits are averaged. A way to compare models by money and to see
 * how many to call; it says nothing of whom a call helps (that is uplift). Agrees with CRAN EMP 2.0.6. Nobody is called where the offer costs as
 * much as a kept customer brings. */
export const profitOf = (
  { leavers, corners }: CampaignReach,
  { value, offer, contact, accept }: CampaignAssumptions = PUBLISHED_CAMPAIGN,
): CampaignProfit => {
  if (value <= offer) return { profit: 0, share: 0 }
  const stayers = 1 - leavers
  // from which share of acceptance on it pays to go as far as this corner
  const pays = corners.map((corner, k) => {
    const before = corners[k - 1]
    if (!before) return 0
    const more = leavers * (corner.leavers - before.leavers)
    const cost = stayers * (offer + contact) * (corner.stayers - before.stayers) + contact * more
    return Math.min(1, cost / ((value - offer) * more))
  })
  const { alpha, beta } = accept
  const mean = alpha / (alpha + beta)
  let profit = 0
  let share = 0
  corners.forEach((corner, k) => {
    const [from, to] = [pays[k] ?? 1, pays[k + 1] ?? 1]
    if (!(to > from)) return
    const chance = betaBelow(to, alpha, beta) - betaBelow(from, alpha, beta)
    const accepted = mean * (betaBelow(to, alpha + 1, beta) - betaBelow(from, alpha + 1, beta))
    const [reachedLeavers, reachedStayers] = [leavers * corner.leavers, stayers * corner.stayers]
    profit += (value - offer) * reachedLeavers * accepted
    profit -= (contact * reachedLeavers + (offer + contact) * reachedStayers) * chance
    share += (reachedLeavers + reachedStayers) * chance
  })
  return { profit, share }
}

/** The profit straight from who left and the scores; `null` when all left or nobody did. */
export const campaignProfit = (
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  assumptions: CampaignAssumptions = PUBLISHED_CAMPAIGN,
): CampaignProfit | null => {
  const reach = campaignReach(labels, scores)
  return reach && profitOf(reach, assumptions)
}
