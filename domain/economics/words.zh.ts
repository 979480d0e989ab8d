import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { FigureSource } from './assumption.ts'
import { type FigureFacts, type FigureId, type OwnFigureId, placeOf } from './figures.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFactors, LossFacts } from './loss.ts'
import type { ChainLink } from './profit-chain.ts'
import type { PulseFacts } from './pulse.ts'
import type { BridgePart } from './revenue-bridge.ts'
import type { TaughtId, TaughtSource } from './taught.ts'

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

/** Where a saying is from, as far as anybody said. */
export const taughtOrigins: Record<TaughtSource, string> = {
  'R-02': '课上说引自《哈佛商业评论》和《商业周刊》，没有给出原文',
  'R-03': '客户关系课上的讲法，没有给出数据出处',
  'R-25': '课上只提了“250 定律”，数取自名字，没有数据',
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
  circle: '一位不满的客户，身边的人',
}

const ownNames: Record<OwnFigureId, string> = {
  months: factorNames.months,
  margin: factorNames.margin,
  yearlyDiscount: factorNames.yearlyDiscount,
  costToKeep: '留住一位客户花多少',
  costToWin: '赢得一位新客户花多少',
}

/** Every figure that may be set by hand. */
export const figureNames: Record<FigureId, string> = { ...ownNames, ...taughtNames }

const hand = (byHand: boolean): string => (byHand ? '手工填写' : '对照组实测')
const wonHand = (byHand: boolean): string => (byHand ? '手工填写' : '新客户的平均')

export const chainNames: Record<ChainLink, string> = {
  pulse: '同事的一周',
  promisesKept: '承诺兑现',
  satisfaction: '客户满意',
  stayed: '客户留下',
  revenue: '收入',
}

/** The two questions of the weekly pulse, as a colleague reads them. */
export const pulseQuestions = { well: '最近这一周，过得怎么样？', able: '最近这一周，能按自己的心意服务好客户吗？' }

/** A figure as it is written in its own unit. */
const inUnit = (id: FigureId, value: number): string => {
  const { unit } = placeOf(id)
  return unit === 'share' ? percent(value, 1) : unit === 'fen' ? yuan(Math.round(value)) : n(value)
}

const inFactor = (factor: keyof LossFactors, value: number): string =>
  factor === 'months' ? n(value) : factor === 'monthly' ? yuan(Math.round(value)) : percent(value, 1)

/** Estimates are told in whole yuan. */
const whole = (fen: number): string => yuan(Math.round(fen / 100) * 100)

const n = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 })

export const economicsZh: Words<LossFacts & KeepFacts & FigureFacts & PulseFacts> = {
  'loss.badFactor': ({ factor, value, least, most }) =>
    `“${factorNames[factor]}”要在 ${inFactor(factor, least)} 到 ${inFactor(factor, most)} 之间，${inFactor(factor, value)} 不行。`,
  'loss.made': ({ monthly, expectedMonths, margin, chance, worth, loss }) =>
    `每月 ${whole(monthly)}，预计还有 ${expectedMonths.toFixed(1)} 个月，毛利 ${percent(margin)}，折到今天值 ${whole(worth)}；离开的可能 ${percent(chance)}，预计损失 ${whole(loss)}。`,
  'keep.unknown': ({ low, high }) =>
    `留住一位、赢得一位各花多少，都还没有自己的数。课上讲赢得是留住的 ${n(low)}～${n(high)} 倍，未经证实，不拿来算钱。`,
  'keep.only': ({ keep, byHand, low, high }) =>
    `留住一位花 ${yuan(keep)}（${hand(byHand)}）；赢得一位还没有自己的数。课上讲是 ${n(low)}～${n(high)} 倍，未经证实，不拿来算钱。`,
  'replace.only': ({ replace, byHand, low, high }) =>
    `赢得一位花 ${yuan(replace)}（${wonHand(byHand)}）；留住一位还没有自己的数。课上讲赢得是留住的 ${n(low)}～${n(high)} 倍，未经证实，不拿来算钱。`,
  'keep.both': ({ keep, keepByHand, replace, replaceByHand, times }) =>
    `用自己的数：留住一位花 ${yuan(keep)}（${hand(keepByHand)}），赢得一位花 ${yuan(replace)}（${wonHand(replaceByHand)}）${times === null ? '' : `，是 ${n(times)} 倍`}。`,
  'figure.outOfRange': ({ id, least, most }) =>
    `“${figureNames[id]}”要在 ${inUnit(id, least)} 到 ${inUnit(id, most)} 之间。`,
  'figure.same': ({ id }) => `“${figureNames[id]}”没有变。`,
  'pulse.tooFew': ({ least }) => `满 ${least} 人回答才显示，免得认出是谁。`,
  'pulse.kept': ({ least }) => `别的团队不满 ${least} 人，这里一显示就能推算出来，所以先不显示。`,
}
