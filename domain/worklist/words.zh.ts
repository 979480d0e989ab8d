import { percent, yuan } from '#domain/kernel/wording.ts'
import type { AbsenceFacts } from './absence.ts'
import type { ActFacts } from './acts.ts'
import type { CadenceFacts, MissingField } from './cadence.ts'
import type { PlanFacts } from './dayPlan.ts'
import { dayZh, hoursZh, spacedZh, timeZh, weekdayName } from './daySpeech.ts'
import type { DueFacts } from './dueLabel.ts'
import type { HandOverFacts, HandOverState } from './hand-over.ts'
import type { OccasionKind } from './occasion.ts'
import type { RankFacts } from './rank.ts'
import type { RankRuleFacts } from './rankRules.ts'
import type { WhyFacts } from './why.ts'
import { whyZh } from './why.zh.ts'

export const handOverStateNames: Record<HandOverState, string> = {
  asked: '待接',
  accepted: '在办',
  answered: '已答复',
  declined: '办不了',
  withdrawn: '已收回',
}

export const occasionZh: Record<OccasionKind, string> = {
  promise: '承诺到期',
  callback: '请回电',
  appointment: '约好见面',
  untold: '变动没告知',
  complaint: '投诉待答复',
  complaintNext: '投诉要跟进',
  request: '请求待答复',
  feeling: '办结后没问感受',
  expectation: '期望没谈定',
  newCustomer: '新的重要客户',
  unbound: '升级了，没有经理',
  welcome: '新晋，要欢迎',
  retention: '挽留单',
  escalated: '投诉升级上来',
  approval: '表单等批',
  handover: '换人没打招呼',
  task: '排好的事',
  porting: '问过携号转网',
  risk: '可能流失',
  contract: '合约到期',
  billJump: '账单突增',
  faultUntold: '修好没告知',
  tierUp: '接近升级',
  tierDown: '接近降级',
  birthday: '生日',
  festival: '节日',
  points: '积分清零',
  market: '赶集',
  cadence: '到联系节奏',
}

const fields: Record<MissingField, string> = {
  birthday: '生日',
  decider: '谁拿主意',
  interests: '喜好',
  secondContact: '第二联系方式',
  address: '地址',
}

const noted = (note: string): string => (note === '' ? '' : `：${note}`)

export const worklistZh = spacedZh<
  WhyFacts & DueFacts & RankFacts & RankRuleFacts & ActFacts & PlanFacts & CadenceFacts & AbsenceFacts & HandOverFacts
>({
  ...whyZh,
  'due.time': ({ time }) => time,
  'due.today': () => '今天',
  'due.tomorrow': () => '明天',
  'due.weekday': ({ weekday }) => weekdayName(weekday, 'zh'),
  'due.thisWeek': () => '本周',
  'due.day': ({ day, thisYear }) => (thisYear ? day.slice(5) : day),
  'due.lateDays': ({ days }) => `晚 ${days} 天`,

  'rank.obligation': ({ points }) => `欠客户的事排在最前：${points} 分`,
  'rank.due': ({ points, late, days }) =>
    late ? `已经晚了：${points} 分` : days <= 0 ? `今天到期：${points} 分` : `还有 ${days} 天到期：${points} 分`,
  'rank.kind': ({ points, kind }) => `${occasionZh[kind]}：${points} 分`,
  'rank.chance': ({ points, risk }) => `没有账单，按离开的可能 ${percent(risk)} 算：${points} 分`,
  'rank.stake': ({ points, stake }) => `每年 ${yuan(Math.round(stake / 100) * 100)} 可能受影响：${points} 分`,
  'rank.cadence': ({ points, days, every }) => `应 ${every} 天联系，已 ${days} 天：${points} 分`,
  'rank.also': ({ points, more }) => `还有 ${more} 件事可以一次说：${points} 分`,
  'rank.notANumber': ({ field }) => `“${field}”要填 0 或更大的数。`,
  'rank.obligationTooLow': ({ obligation, least }) =>
    `欠客户的事现在是 ${obligation} 分，至少要 ${least} 分，才会总在销售之前。`,

  'snooze.notLater': () => '推到的时间要在现在之后。',
  'snooze.tooFar': ({ days }) => `最多推 ${days} 天；更久请改联系节奏或设免打扰。`,
  'snooze.tellFirst': ({ what, day, time }) =>
    `${what === '' ? '约好' : `“${what}”答应`}的是 ${day}${time === null ? '' : ` ${time}`}；要推过这个时间，请先告诉客户，并说好新的时间。`,
  'snooze.newDueTooSoon': () => '和客户说好的新时间早于推到的时间，请改其中一个。',
  'snooze.toldInFuture': () => '“已经告诉客户”的时间还没到，请改成实际告知的时间。',
  'snooze.toldTooEarly': ({ what, since }) => `“${what}”是 ${since} 才说起的，请改成实际告诉客户的时间。`,
  'done.whatHappened': () => '这里有欠客户的事，请选一次接触，或写一句结果。',
  'handOver.toSelf': () => '不能转交给自己，请选一位同事。',
  'handOver.noReason': () => '请写一句为什么转交，接手的人要看。',
  'handOver.notYours': () => '这件事不是转给您的，只有接手的人能处理。',
  'handOver.settled': () => '这件事已经有结果了，不用再办。',
  'handOver.noAnswer': () => '请写一句答复，转交的人要告诉客户。',
  'handOver.noWhyNot': () => '请写一句为什么办不了，转交的人好另想办法。',

  'day.empty': () => '今天没有非联系不可的客户。',
  'day.fits': ({ minutes, free }) => `今天约需 ${hoursZh(minutes)}，有 ${hoursZh(free)}，做得完。`,
  'day.tooMuch': ({ minutes, free, move, stay }) =>
    `今天约需 ${hoursZh(minutes)}，只有 ${hoursZh(free)}；${move > 0 ? `建议把 ${move} 位推到后面几天，` : ''}${stay > 0 ? `今天必须做的 ${stay} 位不动` : '今天没有非做不可的'}。`,
  'day.giveAway': ({ count, minutes }) => `还有 ${count} 位（约 ${hoursZh(minutes)}）今天做不完，请同事分担。`,

  'cadence.badDays': ({ tier, days }) => `${tier} 级的联系间隔写了 ${days} 天，要在 1 到 730 之间。`,
  'quiet.longest': ({ days, every }) => `已 ${days} 天没有联系，节奏是 ${every} 天一次。`,
  'quiet.never': () => '还没有联系过一次。',
  'quiet.missing': ({ field }) => `档案里还缺${fields[field]}，可以顺便问。`,

  'absence.toBackup': ({ what, dueDay, dueMinute, backOn, today }) =>
    `${timeZh(dueDay, dueMinute, today)}要“${what}”，这几天请您代办；${dayZh(backOn, today)}交还。`,
  'absence.nobody': ({ what, dueDay, dueMinute, today }) =>
    `${timeZh(dueDay, dueMinute, today)}要“${what}”，负责人和备份都不在，请指定一位。`,
  'return.kept': ({ what, on, note, today }) => `“${what}”${dayZh(on, today)}已兑现${noted(note)}。`,
  'return.told': ({ what, on, note, today }) => `“${what}”没能按时，${dayZh(on, today)}已告诉客户${noted(note)}。`,
  'return.done': ({ what, on, note, today }) => `“${what}”${dayZh(on, today)}已办${noted(note)}。`,
  'return.broken': ({ what, on, note, today }) => `“${what}”${dayZh(on, today)}没有兑现${noted(note)}。`,
  'return.open': ({ what, dueDay, dueMinute, today }) =>
    `“${what}”还没有办，期限是${timeZh(dueDay, dueMinute, today)}。`,
})

/** One row of the list: the headline and one more, joined as people write. */
export const joinZh = (whys: readonly string[]): string => `${whys.slice(0, 2).join('；')}。`
