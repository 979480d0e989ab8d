import type { Words } from '#domain/kernel/said.ts'
import type { AuditedStandard, AuditProblemFacts, Standard, StandardFacts } from './seven-standards.ts'

export const standardNamesZh: Record<Standard, string> = {
  timeliness: '时限',
  hasty: '办结太急',
  flow: '流程',
  adaptability: '适应性',
  anticipation: '预见性',
  communication: '信息沟通',
  feedback: '客户反馈',
  organisation: '组织和监管',
}

/** What the team asks itself for each standard [S-44]. */
export const auditQuestionsZh: Record<AuditedStandard, readonly string[]> = {
  timeliness: ['整件事多久、每一步多久，有没有说定的时间？', '快是不是就好？会不会快得像在应付？'],
  flow: ['几处一起办的时候怎么接上？', '谁看着整条线？堵住了怎么疏通？'],
  adaptability: ['客户的需要变了，能不能跟着变？', '是方便客户，还是方便自己？'],
  anticipation: ['客户还没开口，怎么知道要什么？', '哪些事是主动先做的？'],
  communication: ['说给客户的全不全、准不准、及不及时？', '消息断了怎么知道？知道时是不是已经晚了？'],
  feedback: ['怎么知道客户是怎么想的？', '知道以后改了什么？看什么数？'],
  organisation: ['谁做什么，有没有没人管的时候？', '谁在看，怎么看？'],
}

export const standardWordsZh: Words<StandardFacts & AuditProblemFacts> = {
  'standard.timeliness': ({ numerator, denominator }) => `到时限的 ${denominator} 件，按时答复 ${numerator} 件。`,
  'standard.hasty': ({ numerator, denominator }) =>
    `办结的 ${denominator} 件里，${numerator} 件没有复述就办结，或七天内又重新打开。`,
  'standard.flow': ({ numerator, denominator }) => `新开的 ${denominator} 件，${numerator} 件从没停过两个工作日。`,
  'standard.adaptability': ({ numerator, denominator }) =>
    `办结的 ${denominator} 件，${numerator} 件给了客户两种以上的办法挑。`,
  'standard.anticipation': ({ numerator, denominator }) => `新开的 ${denominator} 件，${numerator} 件是我们先说的。`,
  'standard.communication': ({ numerator, denominator }) =>
    `要说进展的 ${denominator} 件，${numerator} 件每次都按时说了。`,
  'standard.feedback': ({ numerator, denominator }) =>
    `办结后该问的 ${denominator} 件，${numerator} 件一周内问了感受，不满意的也有了动作。`,
  'standard.organisation': ({ numerator, denominator }) =>
    `新开的 ${denominator} 件，${numerator} 件一直有人管，转办都写全了四样。`,
  'audit.score': ({ standard }) => `“${standardNamesZh[standard as Standard]}”打 1 到 5 的整数。`,
  'audit.evidence': ({ standard }) => `“${standardNamesZh[standard as Standard]}”写一句依据：看了哪件事、哪个数。`,
  'audit.missing': ({ standard }) => `“${standardNamesZh[standard as Standard]}”还没有评。`,
}
