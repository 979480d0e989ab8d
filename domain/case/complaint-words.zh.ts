import type { Words } from '#domain/kernel/said.ts'
import type { Alarm } from './clock.ts'
import type { NextAsk } from './clocks.ts'
import type {
  ComplaintLevel,
  ComplaintRefusalFacts,
  ComplaintStep,
  EscalationTarget,
  HandingPart,
  Motive,
  RecoveryStep,
  Temperament,
} from './complaint.ts'
import type { LimitCode, LimitKind, LimitUnit } from './limits.ts'

export const complaintStepNames: Record<ComplaintStep, string> = {
  listened: '听',
  analysed: '弄清',
  understood: '体谅',
  restated: '复述',
  answered: '答复',
  offered: '给办法',
}

export const recoveryStepNames: Record<RecoveryStep, string> = {
  apologised: '道歉，请客户体谅',
  wentThrough: '一起把事情过一遍',
  acted: '马上动手，跟到办完',
  documented: '记下来',
}

export const motiveNames: Record<Motive, string> = {
  comfort: '想有人听、有个说法',
  solution: '想把事解决',
  compensation: '想要补偿',
}

export const temperamentNames: Record<Temperament, string> = {
  upset: '心里着急',
  firm: '主意已定',
  demanding: '盼得多',
  heated: '话说得重',
  prepared: '准备充分',
  public: '提到媒体',
}

/** How to handle each is in no source we have; shown until the office writes its own [S-51]. */
export const temperamentEmpty = '怎么应对，资料里没有写。这里留着，由本单位填写。'

export const limitNames: Record<LimitCode, string> = {
  firstContact: '首次联系',
  directAnswer: '直接答复',
  result: '最终结果',
  progress: '下次说进展',
  statutoryAnswer: '法定答复日',
  appealAcceptance: '申诉受理决定',
  appealAnswer: '申诉答复',
}

export const alarmNames: Record<Alarm, string> = {
  none: '',
  owner: '过半，抓紧',
  lead: '快到时限，组长看得到',
  supervisor: '已超时，组长看得到',
}

export const complaintLevelNames: Record<ComplaintLevel, string> = {
  general: '一般',
  major: '重大',
  urgent: '紧急',
}

export const escalationNames: Record<EscalationTarget, string> = {
  lead: '组长',
  supervisor: '服务质量主管',
  appeal: '客户向申诉机构申诉',
}

export const limitKindNames: Record<LimitKind, string> = {
  law: '法定',
  standard: '地方标准',
  office: '本单位',
}

export const limitUnitNames: Record<LimitUnit, (amount: number) => string> = {
  workingMinutes: (amount) => `${amount / 60} 个工作小时`,
  hours: (amount) => `${amount} 小时`,
  days: (amount) => `${amount} 日`,
  workdays: (amount) => `${amount} 个工作日`,
}

export const nextAskNames: Record<NextAsk, string> = {
  answer: '答复客户',
  progress: '说进展',
  result: '给结果',
  confirm: '问办得怎么样',
  law: '法定答复日',
}

const partNames: Record<HandingPart, string> = {
  event: '事情',
  demand: '客户的要求',
  problem: '问题',
  measure: '打算怎么办',
  to: '交给谁',
}

export const complaintRefusals: Words<ComplaintRefusalFacts> = {
  'complaint.closed': () => '这件投诉已经办结，要再处理请先重新打开。',
  'complaint.notClosed': () => '这件投诉还没有办结，不用重新打开。',
  'complaint.restateFirst': () => '复述还没有得到客户的“对”。现在就答复，请写一句原因。',
  'complaint.answerFirst': () => '先答复客户，再问办得怎么样、再办结。',
  'complaint.partMissing': ({ parts }) =>
    `转办单还缺：${parts
      .split(', ')
      .map((part) => partNames[part as HandingPart] ?? part)
      .join('、')}。`,
  'complaint.causeMissing': () => '客户说不满意，请照原话写下原因。',
  'complaint.reasonMissing': () => '写一句原因。',
  'complaint.wordsMissing': () => '写下跟客户说了什么。',
  'complaint.nextInPast': () => '约好的下次要在现在以后。',
  'complaint.paused': () => '时钟已经停着了。',
  'complaint.notPaused': () => '时钟没有停，不用恢复。',
  'complaint.unconfirmed': ({ tried, days, need }) =>
    `办结以客户的话为准。联系不上的，要在 ${need} 天里试过 ${need} 次；现在试了 ${tried} 次，在 ${days} 天里。`,
}
