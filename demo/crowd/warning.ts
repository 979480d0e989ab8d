import type { Random } from '#domain/kernel/random.ts'
import { between, normal, pick } from '../chance.ts'

/** What the billing system exports of a telecom customer, by the headers it uses. */
export type Attributes = {
  在网月数: number
  月均消费: number
  近三月消费变化: number
  超套餐次数: number
  合约剩余月数: number
  近半年投诉次数: number
  月均通话分钟: number
  月均流量GB: number
  用量变化: number
  副卡数: number
  宽带: string
  付款方式: string
  欠费次数: number
}

const few = (random: Random, chance: number, most: number): number => {
  let count = 0
  while (count < most && random() < chance) count += 1
  return count
}

/** Whoever drifts away uses less, pays less and complains more, all at once; six in ten do not drift at all. */
export const someAttributes = (random: Random, monthly: number, tenureMonths: number): Attributes => {
  const drift = Math.max(0, normal(random) - 0.25)
  return {
    在网月数: tenureMonths,
    月均消费: Math.round(monthly),
    近三月消费变化: Math.round(8 * normal(random) - 6 * drift),
    超套餐次数: few(random, 0.3, 6),
    合约剩余月数: random() < 0.3 ? 0 : between(random, 1, 24),
    近半年投诉次数: few(random, drift > 0.75 ? 0.55 : 0.14, 4),
    月均通话分钟: Math.round(Math.max(5, monthly * (0.6 + random()))),
    月均流量GB: Math.round(Math.max(1, 8 + monthly * 0.12 * Math.exp(0.5 * normal(random)))),
    用量变化: Math.round(11 * normal(random) + 1 - 14 * drift),
    副卡数: few(random, 0.4, 5) + Math.min(8, Math.floor(monthly / 450)),
    宽带: random() < 0.58 ? '有' : '无',
    付款方式: pick(random, ['自动扣款', '自动扣款', '自助缴费', '自助缴费', '营业厅']),
    欠费次数: few(random, 0.15, 3),
  }
}

/**
 * How the demo's world makes people leave, in log-odds; the model has to find it out through the noise. Unhappiness alone seldom
 * moves anybody who is bound; those who complained and are free to go are the ones who go.
 */
export const leaning = (known: Attributes, random: Random): number => {
  const free = known.合约剩余月数 <= 1
  const unhappy = Math.min(3, known.近半年投诉次数)
  return (
    -5.1 +
    (free ? 1.8 : 0) +
    1.2 * unhappy +
    (free && unhappy > 0 ? 0.9 : 0) +
    0.13 * Math.min(24, Math.max(0, -8 - known.用量变化)) +
    (known.近三月消费变化 < -10 ? 0.8 : 0) +
    (known.宽带 === '无' ? 0.7 : -0.4) +
    (known.付款方式 === '自动扣款' ? -0.9 : 0.3) +
    (known.在网月数 < 24 ? 1 : known.在网月数 > 96 ? -0.6 : 0) +
    0.5 * known.欠费次数 +
    0.3 * normal(random)
  )
}

export const leaves = (known: Attributes, random: Random): boolean =>
  random() < 1 / (1 + Math.exp(-leaning(known, random)))

/** Half a year later: most things as before, some moved. */
export const later = (known: Attributes, random: Random, monthly: number): Attributes => ({
  ...someAttributes(random, monthly, known.在网月数 + 7),
  合约剩余月数: contractLater(known.合约剩余月数, random),
  副卡数: known.副卡数,
  宽带: known.宽带,
  付款方式: known.付款方式,
})

/** Half of those whose contract ran out signed again. Nobody's ends in these weeks: the stories shall be heard. */
const contractLater = (months: number, random: Random): number => {
  const left = months - 7
  const renewed = random() < 0.5
  if (left >= 3) return left
  return months > 0 && renewed ? between(random, 6, 24) : 0
}

/** The month before: nearly the same; the complaints are those on record by then. */
export const monthBefore = (known: Attributes, random: Random, complaints: number): Attributes => ({
  ...known,
  在网月数: known.在网月数 - 1,
  合约剩余月数: known.合约剩余月数 === 0 ? 0 : known.合约剩余月数 + 1,
  超套餐次数: Math.max(0, known.超套餐次数 - (random() < 0.4 ? 1 : 0)),
  近半年投诉次数: complaints,
  近三月消费变化: known.近三月消费变化 + between(random, -3, 3),
  用量变化: known.用量变化 + between(random, -4, 9),
})
