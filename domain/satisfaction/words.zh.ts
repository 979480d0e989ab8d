import type { Words } from '#domain/kernel/said.ts'
import { percent, shortDay } from '#domain/kernel/wording.ts'
import type { QuestionKind } from './answer.ts'
import type { ValueFacts, ValueParts } from './customer-value.ts'
import type { GapKind } from './five-gaps.ts'
import type { Felt, Grade, GradeFacts } from './grade.ts'
import type { SurveyFacts, SurveyKind } from './invitation.ts'
import type { LensPart } from './lens.ts'
import type { ServqualFacts } from './servqual.ts'
import type { Play } from './shift.ts'
import type { RepresentedResult, TellingFacts } from './telling.ts'
import type { CircleFacts } from './circle.ts'
import type { Zone, ZoneFacts } from './zone.ts'

export const gradeNames: Record<Grade, string> = {
  excellent: '超出期望',
  good: '好',
  acceptable: '可以接受',
  poor: '不足',
}

export const feltNames: Record<Felt, string> = { above: '高于期望', met: '与期望一致', below: '低于期望' }

export const zoneNames: Record<Zone, string> = { swing: '摇摆区', indifference: '无差异区', delight: '感动区' }

export const playNames: Record<Play, string> = { recover: '补救', listen: '听一听', thank: '道谢' }

export const questionNames: Record<QuestionKind, string> = {
  expected: '期望',
  experienced: '实际感受',
  satisfied: '总体满意',
}

export const surveyNames: Record<SurveyKind, string> = {
  expected: '事前问期望',
  contact: '接触以后',
  satisfied: '总体满意',
  servqual: '服务质量 22 题',
}

export const resultNames: Record<RepresentedResult, string> = {
  open: '还在等回复',
  won: '办成了',
  partly: '办成一部分',
  not: '没办成',
}

export const lensNames: Record<LensPart, string> = { outcome: '得到什么', process: '怎么得到的', image: '公司的样子' }

/** What a zone shift puts on Today: what to do, and the two answers it follows from. */
export const playTasks: Record<Play, (from: number, to: number) => string> = {
  recover: (from, to) => `满意度从 ${n(from)} 分到 ${n(to)} 分：问清哪里没做好，当面说怎么补`,
  listen: (from, to) => `满意度从 ${n(from)} 分到 ${n(to)} 分：听听变了什么，先不解释`,
  thank: (from, to) => `满意度从 ${n(from)} 分到 ${n(to)} 分：道谢，问问哪一件事做对了`,
}

/** The question as the customer reads it; `matter` is what it is about. */
export const askedAs: Record<QuestionKind, (matter: string) => string> = {
  expected: (matter) => `关于${matter}，您希望我们做到几分？`,
  experienced: (matter) => `关于${matter}，我们实际做到了几分？`,
  satisfied: () => '总的来说，您对我们满意吗？',
}

export const gapNames: Record<GapKind, string> = {
  perception: '客户要的，和我们以为客户要的',
  specification: '我们以为的，和定下的标准',
  delivery: '标准，和实际做到的',
  communication: '做到的，和告诉客户的',
  felt: '客户期望的，和感受到的',
}

const parts: Record<keyof ValueParts, string> = {
  results: '结果',
  process: '过程',
  price: '价格',
  access: '获得它要花的代价',
}

const n = (score: number): string => String(Math.round(score * 100) / 100)

export const satisfactionZh: Words<
  GradeFacts & ZoneFacts & CircleFacts & SurveyFacts & TellingFacts & ServqualFacts & ValueFacts
> = {
  'grade.excellent': (f) => `期望 ${n(f.expected)} 分，感受 ${n(f.experienced)} 分，远超期望。`,
  'grade.good': (f) => `期望 ${n(f.expected)} 分，感受 ${n(f.experienced)} 分，比期望好。`,
  'grade.acceptable': (f) => `期望和感受都是 ${n(f.expected)} 分，可以接受。`,
  'grade.poor': (f) => `期望 ${n(f.expected)} 分，感受 ${n(f.experienced)} 分，没有达到期望。`,
  'grade.outOfScale': ({ value }) => `分数要在 1 到 5 之间，${n(value)} 不行。`,
  'grade.badBorder': ({ border }) => `“远超”的界线要在 0.01 到 4 分之间，${n(border)} 不行。`,
  'grade.noRule': ({ day }) => `${day} 还没有评定规则。`,
  'zone.notSafe': ({ score }) => `答了 ${n(score)} 分，满意，但还不稳：满意的客户也会走。`,
  'zone.notSafeMeasured': ({ score, stayed, customers, low, high }) =>
    `答了 ${n(score)} 分，还不稳：我们答 ${Math.floor(score)} 分的 ${customers} 位客户，一年后还在的有 ${stayed} 位（${percent(low)}～${percent(high)}）。`,
  'circle.known': ({ people, firm }) =>
    `身边认得我们的：${[people > 0 ? `资料里的 ${people} 位` : '', firm === null ? '' : `${firm}的同事`].filter(Boolean).join('、')}。把这件事办好，他们也看得见。`,
  'circle.unknown': () => '身边还有谁认得我们，资料里没有。等这件事办好了，再问问家里、单位谁也在用。',
  'zone.few': ({ score, customers, least }) => `答 ${n(score)} 分的才 ${customers} 位，满 ${least} 位才算比例。`,
  'zone.fell': ({ from, to, before, on }) => `${before} 答 ${n(from)} 分，${on} 降到 ${n(to)} 分。`,
  'zone.rose': ({ from, to, before, on }) => `${before} 答 ${n(from)} 分，${on} 升到 ${n(to)} 分。`,
  'survey.answered': ({ on }) => `您在 ${on} 已经答过，我们收到了，谢谢。`,
  'survey.over': ({ until }) => `这份问卷到 ${until} 为止，谢谢您惦记；有话想说，随时告诉客户经理。`,
  'survey.withdrawn': () => '这份问卷已经收回，不用再答。',
  'survey.tooSoon': ({ last, from }) => `${last} 刚问过，${from} 起可以再问。`,
  'survey.open': ({ sentOn }) => `${sentOn} 发出的还没有答，先等一等。`,
  'telling.owed': ({ what, days }) => `${what}已经改好${days === 0 ? '' : ` ${days} 天`}，还没有告诉客户。`,
  'trust.open': ({ what, on, today }) => `${shortDay(on, today, 'zh')}替客户提了${what}，还在等回复。`,
  'trust.won': ({ what, on, today }) => `${shortDay(on, today, 'zh')}替客户争取${what}，办成了。`,
  'trust.partly': ({ what, on, today }) => `${shortDay(on, today, 'zh')}替客户争取${what}，办成了一部分。`,
  'trust.not': ({ what, on, today }) => `${shortDay(on, today, 'zh')}替客户争取${what}，没有办成，已经尽力。`,
  'servqual.unknownItem': ({ item }) => `没有第 ${item} 题，一共 22 题。`,
  'servqual.outOfScale': ({ item, min, max }) => `第 ${item} 题要选 ${min} 到 ${max} 之间的整数。`,
  'servqual.empty': () => '期望和感受两份里没有同一题，算不出差距。',
  'value.missing': ({ part }) => `还缺“${parts[part]}”，填上才算得出。`,
  'value.notPositive': ({ part }) => `“${parts[part]}”要大于 0。`,
}
