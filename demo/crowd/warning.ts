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

export const someAttributes = (random: Random, monthly: number, tenureMonths: number): Attributes => ({
  在网月数: tenureMonths,
  月均消费: Math.round(monthly),
  近三月消费变化: Math.round(9 * normal(random) - 1),
  超套餐次数: few(random, 0.3, 6),
  合约剩余月数: random() < 0.28 ? 0 : between(random, 0, 24),
  近半年投诉次数: few(random, 0.18, 4),
  月均通话分钟: Math.round(Math.max(5, monthly * (0.6 + random()))),
  月均流量GB: Math.round(Math.max(1, 8 + monthly * 0.12 * Math.exp(0.5 * normal(random)))),
  用量变化: Math.round(14 * normal(random) - 2),
  副卡数: few(random, 0.4, 5),
  宽带: random() < 0.58 ? '有' : '无',
  付款方式: pick(random, ['自动扣款', '自动扣款', '自助缴费', '自助缴费', '营业厅']),
  欠费次数: few(random, 0.15, 3),
})

/** How the demo's world makes people leave; the model has to find it out through the noise. Log-odds. */
export const leaning = (known: Attributes, random: Random): number =>
  -3.4 +
  (known.合约剩余月数 <= 1 ? 1.3 : 0) +
  0.8 * known.近半年投诉次数 +
  (known.用量变化 < -12 ? 1.4 : 0) +
  (known.近三月消费变化 < -10 ? 0.6 : 0) +
  (known.宽带 === '无' ? 0.5 : -0.3) +
  (known.付款方式 === '自动扣款' ? -0.5 : 0.2) +
  (known.在网月数 < 24 ? 0.7 : known.在网月数 > 96 ? -0.5 : 0) +
  0.3 * known.欠费次数 +
  0.6 * normal(random)

export const leaves = (known: Attributes, random: Random): boolean =>
  random() < 1 / (1 + Math.exp(-leaning(known, random)))

/** Half a year later: most things as before, some moved. */
export const later = (known: Attributes, random: Random, monthly: number): Attributes => ({
  ...someAttributes(random, monthly, known.在网月数 + 6),
  合约剩余月数:
    known.合约剩余月数 >= 6 ? known.合约剩余月数 - 6 : known.合约剩余月数 === 0 ? 0 : between(random, 6, 24),
  副卡数: known.副卡数,
  宽带: known.宽带,
  付款方式: known.付款方式,
})

/** The month before: nearly the same. */
export const monthBefore = (known: Attributes, random: Random): Attributes => ({
  ...known,
  在网月数: known.在网月数 - 1,
  合约剩余月数: known.合约剩余月数 === 0 ? 0 : known.合约剩余月数 + 1,
  近三月消费变化: known.近三月消费变化 + between(random, -3, 3),
  用量变化: known.用量变化 + between(random, -4, 6),
})
