import type { FactKey } from '#domain/playbook/facts.ts'
import type { Words } from '#domain/kernel/said.ts'
import type { PitchFacts, PitchLine } from './pitch.ts'
import type { ScriptRole } from './moment.ts'

export const roleNames: Record<ScriptRole, string> = {
  opening: '开场',
  rightPerson: '确认本人',
  convenience: '问方便',
  asksTime: '约时间',
  notice: '告知',
  care: '关怀',
  reminder: '提醒',
  confirms: '确认听懂',
  empathy: '体谅',
  refusal: '办不了时',
  offer: '给方案',
  pitch: '三句半',
  objection: '有顾虑时',
  absent: '本人不在',
  dropped: '断线',
  closing: '收尾',
  apology: '道歉',
  thanks: '道谢',
}

export const pitchLineNames: Record<PitchLine, string> = {
  itIs: '简单说，就是……',
  suits: '特别适合……',
  afterUse: '用上以后……',
  example: '比如……（半句）',
}

export const pitchWords: Words<PitchFacts> = {
  'pitch.long': ({ line, by }) => `“${pitchLineNames[line as PitchLine]}”多了 ${by} 个字，说不完客户就走神了。`,
  'pitch.empty': () => '产品、对象和四句都写上才能说。',
}

/** What a fact is called where it is not filled in yet. */
export const factNames: Record<FactKey, string> = {
  'manager.name': '您的姓名',
  'manager.shortName': '您的自称',
  'manager.phone': '您的电话',
  'company.name': '公司',
  holiday: '节日',
  address: '称呼',
  'customer.years': '入网年数',
  'lastTouch.day': '上次联系的日子',
  'lastTouch.about': '上次说的事',
  'keptPromise.what': '办好的事',
  'keptPromise.day': '办好的日子',
  'openPromise.what': '还欠着的事',
  'openPromise.day': '到期的日子',
  'openPromise.by': '期限',
  'duePromise.what': '到期的事',
  'duePromise.by': '期限',
  'product.name': '产品',
  'matter.what': '这件事',
  'matter.amount': '金额',
  'matter.day': '日子',
  'matter.cause': '原因',
  'need.what': '需要',
  'expectation.first': '最看重的',
  'expectation.offer': '我们能做的',
  'promise.what': '答应的事',
  'promise.when': '期限',
  'followUp.when': '回话时间',
  'aim.why': '来意',
  'aim.gives': '好处',
  'slot.first': '第一个时间',
  'slot.second': '第二个时间',
  'retry.when': '几时再打',
  'appointment.when': '见面时间',
  'appointment.place': '见面地点',
  'subject.what': '这件事',
  'subject.day': '日子',
  'subject.place': '地点',
  'former.name': '前任客户经理',
  'delivery.day': '送货日',
  'market.day': '集日',
}
