import type { Words } from '#domain/kernel/said.ts'
import type { DistributionFacts } from './distribution.ts'
import type { FigureFacts } from './figure.ts'
import type { GapFacts } from './gap.ts'
import type { ReportFacts } from './report.ts'

const n = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

export const insightZh: Words<FigureFacts & DistributionFacts & GapFacts & ReportFacts> = {
  'figure.promisesKept': ({ numerator, denominator }) =>
    `这段时间到期或已了结的承诺 ${n(denominator)} 条，按时兑现 ${n(numerator)} 条；客户同意不用办的不算。`,
  'figure.promisesTold': ({ numerator, denominator }) =>
    `没按时兑现的 ${n(denominator)} 条里，${n(numerator)} 条在到期前告诉了客户。`,
  'figure.promisesPerHundred': ({ numerator, denominator }) =>
    `${n(denominator)} 次接触里许下 ${n(numerator)} 条承诺；少许诺也会让兑现率好看，所以两个数一起看。`,
  'figure.contactedInCadence': ({ numerator, denominator }) =>
    `有联系节奏的客户 ${n(denominator)} 户，${n(numerator)} 户还在节奏之内；一次没联系过的算超期。`,
  'figure.overloaded': ({ numerator, denominator, hours }) =>
    `${n(denominator)} 人里有 ${n(numerator)} 人手上的活超过 ${n(hours)} 小时（一天半）。`,
  'figure.expectationsShort': ({ numerator, denominator }) =>
    `期望和体验分开问过 ${n(denominator)} 次，${n(numerator)} 次体验不如期望。`,
  'figure.welcomeBound': ({ numerator, denominator }) =>
    `这个月升到前两级、三个工作日已到或已定人的 ${n(denominator)} 户，按时有了客户经理的 ${n(numerator)} 户。`,
  'figure.welcomeSpoken': ({ numerator, denominator }) =>
    `这个月升到前两级、一个月已到或已联系上的 ${n(denominator)} 户，一个月内通过话或上过门的 ${n(numerator)} 户；只发短信不算。`,
  'distribution.tooFew': ({ people, needed }) =>
    people === 0
      ? `还没有人的数；满 ${needed} 人才显示分布。`
      : `只有 ${people} 人，点一画就认得出是谁；满 ${needed} 人才显示分布。`,
  'gap.days': ({ topic, expected, experienced }) => `${topic}：期望 ${n(expected)} 天，体验 ${n(experienced)} 天`,
  'gap.grade': ({ topic, expected, experienced }) =>
    `${topic}：期望 ${n(expected)} 分，体验 ${n(experienced)} 分（满分 5）`,
  'gap.thin': ({ topic, answers, needed }) => `${topic}：只问到 ${answers} 次，证据尚不足，还差 ${needed - answers} 次`,
  'report.month': () => '月份',
  'report.unit': () => '团队',
  'report.people': () => '带客户的人数',
  'report.customers': () => '客户数',
  'report.rate': ({ of }) => rates[of].rate,
  'report.numerator': ({ of }) => rates[of].numerator,
  'report.denominator': ({ of }) => rates[of].denominator,
  'report.coverage': ({ kind, tier, from, to }) =>
    `${kinds[kind]} ${tier} 级，上次接触${to === null ? `超过 ${from - 1} 天或从未` : ` ${from} 到 ${to} 天前`}`,
  'report.tierCustomers': ({ kind, tier }) => `${kinds[kind]} ${tier} 级户数`,
  'report.tierPast': ({ kind, tier }) => `${kinds[kind]} ${tier} 级超过联系节奏的户数`,
  'report.moved': ({ kind, way }) => `${kinds[kind]}${moves[way]}户数`,
  'template.noPlaces': () =>
    '表里没有找到要填的位置。请在要填数的单元格里写代码，例如 {{promises.kept_rate}}，再上传。',
}

const kinds = { person: '个人', group: '集团', outlet: '零售户' }
const moves = { up: '升级', down: '降级', left: '离开', entered: '新入' }
const rates = {
  kept: { rate: '承诺按时兑现率', numerator: '按时兑现的承诺', denominator: '到期或已了结的承诺' },
  told: { rate: '没按时的，提前告知率', numerator: '到期前告诉了客户的', denominator: '没按时兑现的承诺' },
  perHundred: { rate: '每百次接触许下的承诺', numerator: '许下的承诺', denominator: '接触次数' },
  cadence: { rate: '按节奏联系到的比例', numerator: '在节奏之内的客户', denominator: '有联系节奏的客户' },
  bound: {
    rate: '新晋三个工作日内有经理的比例',
    numerator: '按时有了经理的新晋客户',
    denominator: '该有经理的新晋客户',
  },
  spoken: { rate: '新晋一个月内联系上的比例', numerator: '按时联系上的新晋客户', denominator: '该联系上的新晋客户' },
  overloaded: { rate: '手上的活超过一天半的比例', numerator: '手上的活超过一天半的人', denominator: '带客户的人' },
}
