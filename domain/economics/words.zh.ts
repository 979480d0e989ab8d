import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { FigureSource } from './assumption.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFactors, LossFacts } from './loss.ts'
import type { ChainLink } from './profit-chain.ts'
import type { PulseFacts } from './pulse.ts'
import type { BridgePart } from './revenue-bridge.ts'
import type { TaughtFacts, TaughtId } from './taught.ts'

export const bridgeNames: Record<BridgePart, string> = {
  kept: '持平',
  grown: '增长',
  shrunk: '下降',
  lost: '离开',
  new: '新来',
  back: '回来',
  adjusted: '退补',
}

export const sourceNames: Record<FigureSource, string> = {
  measured: '自己的数据',
  edited: '手工改过',
  asTaught: '课上所讲，未经证实',
  start: '起步值，可改',
}

export const factorNames: Record<keyof LossFactors, string> = {
  monthly: '每月消费',
  chance: '离开的可能',
  monthlyStay: '每月留下的比例',
  months: '往后看几个月',
  margin: '毛利率',
  yearlyDiscount: '年折现率',
}

export const taughtNames: Record<TaughtId, string> = {
  winCostsLow: '赢得一位新客户，至少要花留住老客户的几倍',
  winCostsHigh: '赢得一位新客户，最多要花留住老客户的几倍',
  loyalBuys: '忠诚客户的购买是一次购买的几倍',
  yearlyGrowth: '让客户满意的企业，每年增长',
  winOne: '赢得一位客户要花',
  loseMinutes: '失去一位客户只要几分钟',
  lessChurn: '流失少多少',
  profitHbr: '利润多多少（《哈佛商业评论》）',
  profitBw: '利润多多少（《商业周刊》）',
}

export const chainNames: Record<ChainLink, string> = {
  pulse: '同事的一周',
  promisesKept: '承诺兑现',
  satisfaction: '客户满意',
  stayed: '客户留下',
  revenue: '收入',
}

/** The two questions of the weekly pulse, as a colleague reads them. */
export const pulseQuestions = { well: '这一周过得怎么样？', able: '这一周，能按自己的心意服务好客户吗？' }

const n = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

export const economicsZh: Words<LossFacts & KeepFacts & TaughtFacts & PulseFacts> = {
  'loss.badFactor': ({ factor, value, least, most }) =>
    `“${factorNames[factor]}”要在 ${n(least)} 到 ${n(most)} 之间，${n(value)} 不行。`,
  'loss.made': ({ monthly, expectedMonths, margin, chance, worth, loss }) =>
    `每月 ${yuan(Math.round(monthly))}，预计还有 ${expectedMonths.toFixed(1)} 个月，毛利 ${percent(margin)}，折到今天值 ${yuan(worth)}；离开的可能 ${percent(chance)}，预计损失 ${yuan(loss)}。`,
  'keep.unknown': () => '还没有数据：没有哪次活动证明了效果，也没有赢得新客户的花费。',
  'replace.edited': ({ keep, replace, times }) =>
    `留住一位花 ${yuan(keep)}（对照组实测），赢得一位花 ${yuan(replace)}（手工填写），是 ${n(times)} 倍。`,
  'replace.measured': ({ keep, replace, times, won }) =>
    `留住一位花 ${yuan(keep)}（对照组实测），赢得一位花 ${yuan(replace)}（新客户 ${won} 位的平均），是 ${n(times)} 倍。`,
  'replace.asTaught': ({ keep, low, high, timesLow, timesHigh }) =>
    `留住一位花 ${yuan(keep)}（对照组实测）；赢得一位没有自己的数据，按课上讲的 ${n(timesLow)}～${n(timesHigh)} 倍是 ${yuan(low)}～${yuan(high)}，未经证实。`,
  'replace.only': ({ replace }) => `赢得一位花 ${yuan(replace)}；留住一位花多少，要等有活动证明效果。`,
  'taught.outOfRange': ({ id, least, most }) => `“${taughtNames[id]}”要在 ${n(least)} 到 ${n(most)} 之间。`,
  'taught.same': ({ id }) => `“${taughtNames[id]}”没有变。`,
  'pulse.tooFew': ({ least }) => `满 ${least} 人回答才显示，免得认出是谁。`,
  'pulse.kept': ({ least }) => `别的团队不满 ${least} 人，这里一显示就能推算出来，所以先不显示。`,
}
