import type { Words } from '#domain/kernel/said.ts'
import type { DistributionFacts } from './distribution.ts'
import type { FigureFacts } from './figure.ts'
import type { GapFacts } from './gap.ts'

const n = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

export const insightZh: Words<FigureFacts & DistributionFacts & GapFacts> = {
  'figure.promisesKept': ({ numerator, denominator }) =>
    `这段时间到期的承诺 ${n(denominator)} 条，按时兑现 ${n(numerator)} 条；客户同意不用办的不算。`,
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
  'distribution.tooFew': ({ people, needed }) => `只有 ${people} 人，点一画就认得出是谁；满 ${needed} 人才显示分布。`,
  'gap.days': ({ topic, expected, experienced }) => `${topic}：期望 ${n(expected)} 天，体验 ${n(experienced)} 天`,
  'gap.grade': ({ topic, expected, experienced }) =>
    `${topic}：期望 ${n(expected)} 分，体验 ${n(experienced)} 分（满分 5）`,
  'gap.thin': ({ topic, answers, needed }) => `${topic}：只问到 ${answers} 次，证据尚不足，还差 ${needed - answers} 次`,
}
