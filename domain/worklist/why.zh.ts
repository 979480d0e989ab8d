import type { Day } from '#domain/kernel/day.ts'
import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import { countZh, dateOf, dayZh, isMonthEnd, lunarZh, spanZh, timeZh } from './daySpeech.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import type { Festival } from './occasion.ts'
import { clockTime } from './wall.ts'
import type { WhyFacts } from './why.ts'

const festivals: Record<Festival, string> = {
  spring: '春节',
  lantern: '元宵节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  doubleNinth: '重阳节',
  nationalDay: '国庆节',
  newYear: '元旦',
}

/** Said only when it is close or gone: further off, the column of due times is enough. */
const leftZh = (left: number): string => {
  if (left < 0) return `，已经晚了 ${spanZh(-left)}`
  return left <= 120 ? `，还剩 ${spanZh(left)}` : ''
}

const answerBy = (day: Day, minute: number | null, left: number, today: Day): string => {
  if (left < 0) return `答复已经晚了 ${spanZh(-left)}`
  const when = minute === null ? `${dayZh(day, today)}下班前` : timeZh(day, minute, today)
  return `${when}要答复${left <= 120 ? `，还剩 ${spanZh(left)}` : ''}`
}

const before = (days: number): string => (days % 7 === 0 ? countZh(days / 7, '周') : countZh(days, '天'))

/** Kinds of charges as bills name them; anything else stands as the file said it. */
const billItems: Readonly<Record<string, string>> = {
  roaming: '漫游费',
  voice: '通话费',
  data: '流量费',
  message: '短信费',
}

/** What a complaint on its way still owes the customer. */
const asksZh = {
  progress: '该说进展了',
  result: '该给结果了',
  confirm: '已答复，还没问办好没有',
  law: '快到法定答复日',
}

/** What a retention case waits for. */
const retentionZh: Record<ClockKind, string> = {
  dispatch: '还没有人接，指定一位',
  reach: '先联系上',
  showWayOut: '客户问过怎么走，讲清楚',
  approve: '有方案等您批',
  line: '先给的还差一行说明',
  settle: '谈出结果',
  end: '记下留没留下',
  followUp: '回访一次',
  learn: '写下学到什么',
}

export const whyZh: Words<WhyFacts> = {
  'why.promise': ({ what, promised, dueDay, dueMinute, left, today }) =>
    `${dayZh(promised, today)}答应${timeZh(dueDay, dueMinute, today)}${what}${leftZh(left)}`,
  'why.callback': ({ about, asked, left, today }) =>
    `${dayZh(asked, today)}留话请回电，说的是“${about}”${leftZh(left)}`,
  'why.appointment': ({ way, place, dueDay, dueMinute, left, today }) => {
    const when = `${dayZh(dueDay, today)} ${clockTime(dueMinute ?? 0)} `
    const what = `约好${when}${way === 'visit' ? `上门${place === '' ? '' : `，${place}`}` : '通话'}`
    return left < 0 ? `${what}，还没有记下见没见成` : `${what}${leftZh(left)}`
  },
  'why.untold': ({ way, change, day, minute, newDay, newMinute, today }) => {
    const what = `约好${dayZh(day, today)} ${clockTime(minute)} 的${way === 'visit' ? '上门' : '通话'}`
    const later = newDay === null ? '' : `${dayZh(newDay, today)} ${clockTime(newMinute ?? 0)}`
    const became: Record<string, string> = {
      moved: `改到了${later}`,
      late: `要晚到${later}`,
      cancelled: '取消了',
      missed: '没有见成',
    }
    return `${what}${became[change] ?? change}，还没有说过一声`
  },
  'why.complaint': ({ about, opened, dueDay, dueMinute, left, today }) =>
    `“${about}”的投诉${dayZh(opened, today)}提出，${answerBy(dueDay, dueMinute, left, today)}`,
  'why.complaintNext': ({ about, ask, dueDay, dueMinute, left, today }) =>
    left < 0
      ? `“${about}”的投诉${asksZh[ask]}，已经晚了`
      : `“${about}”的投诉${asksZh[ask]}，${timeZh(dueDay, dueMinute, today)}${leftZh(left)}`,
  'why.request': ({ about, opened, dueDay, dueMinute, left, today }) =>
    `${dayZh(opened, today)}提出“${about}”，${answerBy(dueDay, dueMinute, left, today)}`,
  'why.feeling': ({ about, days }) =>
    `“${about}”的投诉${days === 0 ? '今天办结' : `办结${countZh(days, '天').replace(/^(?=\d)/, ' ')}了`}，还没有单独问过感受`,
  'why.expectation': ({ words, deciderUnseen }) =>
    `“${words}”这条期望还没有谈定${deciderUnseen === null ? '' : `，决策人已 ${deciderUnseen} 天没有见面`}`,
  'why.newCustomer': ({ assigned, workdays, today }) =>
    `${dayZh(assigned, today)}新分来的重要客户，${countZh(workdays, '个')}工作日内要完成第一次联系`,
  'why.unbound': ({ tier, promoted, by, today }) =>
    `${dayZh(promoted, today)}升到 ${tier} 级，还没有客户经理，${dayZh(by, today)}前定下来`,
  'why.welcome': ({ tier, promoted, messaged, until, today }) =>
    messaged === null
      ? `${dayZh(promoted, today)}升到 ${tier} 级，先发条短信，三个工作日后再打，${dayZh(until, today)}前要联系上`
      : `${dayZh(promoted, today)}升到 ${tier} 级，${dayZh(messaged, today)}发过短信，${dayZh(until, today)}前要联系上`,
  'why.retention': ({ asks, dueDay, dueMinute, left, today }) =>
    `挽留：${retentionZh[asks]}，${timeZh(dueDay, dueMinute, today)}前${leftZh(left)}`,
  'why.escalated': ({ about, reason, raised, today }) => `“${about}”的投诉${dayZh(raised, today)}升级上来：${reason}`,
  'why.approval': ({ by, titleZh, asked, days, today }) =>
    `${by}${dayZh(asked, today)}送批的${titleZh}还没有批${days < 2 ? '' : `，已等 ${days} 天`}`,
  'why.handover': ({ assigned, former, today }) => `${dayZh(assigned, today)}从${former}那里接过来，还没有打过招呼`,
  'why.task': ({ aboutZh, subject }) => `${aboutZh}${subject === null ? '' : `（${subject}）`}`,
  'why.porting': ({ asked, today }) => `${dayZh(asked, today)}问过携号转网的条件`,
  'why.risk': ({ risk, before: was, stake }) => {
    const now = `离开的可能 ${percent(risk)}`
    const moved = was === null ? '' : percent(was) === percent(risk) ? '，和上月一样' : `，上月 ${percent(was)}`
    return `${now}${moved}${stake > 0 ? `，关系到每年 ${yuan(roundYuan(stake))}` : ''}`
  },
  'why.contract': ({ days, askedElsewhere }) => {
    const end = days < 0 ? `合约到期 ${-days} 天了` : days === 0 ? '合约今天到期' : `合约 ${days} 天后到期`
    return askedElsewhere === null ? end : `${end}，去年也是在到期前${before(askedElsewhere)}问过别家的价格`
  },
  'why.billJump': ({ month, lastMonth, item, amount, times }) => {
    const usual = times === 0 ? '，平时没有这一项' : times === 1 ? '' : `，是平时的${countZh(times, '倍')}`
    return `${lastMonth ? '上月' : `${Number(month.slice(5))} 月`}${billItems[item] ?? item} ${yuan(amount)}${usual}，本人可能还不知道`
  },
  'why.faultUntold': ({ about, fixed, places, today }) =>
    places > 1
      ? `${countZh(places, '处')}${about}，${dayZh(fixed, today)}都修好了，还没有人说过一声`
      : `${about}，${dayZh(fixed, today)}修好了，还没有人说过一声`,
  'why.tierUp': ({ tier, missing, per, need }) =>
    `离 ${tier} 级${per === 'month' ? '每月' : ''}只差${wholeYuan(missing)}${need === null ? '' : `，提过“${need}”，正好一起谈`}`,
  'why.tierDown': ({ tier, above, per }) =>
    `${per === 'month' ? '每月' : ''}只比 ${tier} 级线高${wholeYuan(above)}，问问最近怎么样`,
  'why.birthday': ({ on, lunarMonth, lunarDay, likes, today }) => {
    const lunar = lunarMonth === null || lunarDay === null ? '' : `农历${lunarZh(lunarMonth, lunarDay)}`
    return `${dayZh(on, today)}${lunar}过生日${likes === null ? '' : `，${likes}`}`
  },
  'why.festival': ({ on, festival, today }) => `${dayZh(on, today)}是${festivals[festival]}`,
  'why.points': ({ expires, points, wanted, today }) => {
    const when = isMonthEnd(expires) ? `${Number(expires.slice(5, 7))} 月底` : dateOf(expires, today)
    const enough = wanted === null ? '' : `，够换之前提过的${wanted}`
    return `${points.toLocaleString('en-US')} 积分 ${when}清零${enough}`
  },
  'why.market': ({ on, delivery, today }) => {
    if (delivery === null) return `${dayZh(on, today)}赶集，问问货够不够`
    return delivery > on
      ? `货${dayZh(delivery, today)}到，集在${dayZh(on, today)}，先问够不够卖`
      : `${dayZh(on, today)}赶集，货${dayZh(delivery, today)}到，核对一下数量`
  },
  'why.cadence': ({ tier, every, days, lastTopic }) =>
    `${tier} 级每 ${every} 天至少联系一次，今天是第 ${days} 天${lastTopic === null ? '' : `，上次聊到${lastTopic}`}`,
  'why.neverContacted': ({ tier, every }) => `${tier} 级每 ${every} 天至少联系一次，还没有联系过`,
}

/** A distance to a line: nobody asks for the fen. */
const wholeYuan = (fen: number): string => (fen < 100 ? '不到 ¥1' : yuan(Math.round(fen / 100) * 100))

/** An estimate to the fen would look more certain than it is: to ten yuan. */
const roundYuan = (fen: number): number =>
  fen >= 100_000 ? Math.round(fen / 1000) * 1000 : Math.round(fen / 100) * 100
