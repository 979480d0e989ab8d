import type { Words } from '#domain/kernel/said.ts'
import { dayZh, spacedZh } from './daySpeech.ts'
import type { OpeningFacts } from './opening.ts'

const hello = ({ calledBy, me }: { calledBy: string; me: string }): string => `${calledBy}您好，我是${me}。`

const openings: Words<OpeningFacts> = {
  'opening.promise': ({ what, promised, today, ...names }) =>
    `${hello(names)}${dayZh(promised, today)}答应您的“${what}”，现在来给您一个交代。方便听两分钟吗？`,
  'opening.callback': ({ about, ...names }) => `${hello(names)}您留话问“${about}”，我来给您回话，现在方便吗？`,
  'opening.complaint': ({ about, opened, today, ...names }) =>
    `${hello(names)}您${dayZh(opened, today)}说的“${about}”，我先把查到的说给您听，您看对不对。`,
  'opening.request': ({ about, opened, today, ...names }) =>
    `${hello(names)}您${dayZh(opened, today)}提的“${about}”，我来说说办到哪一步了。`,
  'opening.confirm': ({ about, ...names }) => `${hello(names)}“${about}”这件事我答复过您，想问问现在办好了没有？`,
  'opening.progress': ({ about, ...names }) => `${hello(names)}“${about}”这件事，我来说说办到哪一步了。`,
  'opening.feeling': ({ about, ...names }) => `${hello(names)}“${about}”这件事办完了，我想听听您的感受，哪里还不称心？`,
  'opening.expectation': ({ words, ...names }) =>
    `${hello(names)}您说过“${words}”，这件事我一直记着，想和您商量能做到哪一步。`,
  'opening.newCustomer': (names) => `${hello(names)}以后由我来照应您的事，想先听听现在用得怎么样。`,
  'opening.welcome': (names) => `${hello(names)}您从这个月起是我们的重点客户，谢谢您一直用着，往后您的事由我来办。`,
  'opening.welcomeMessage': (names) =>
    `短信：${hello(names)}您从这个月起是我们的重点客户，谢谢您一直用着。过三天我给您打个电话，说说有哪些方便；您哪个时间接电话合适，回一条就行。`,
  'opening.handover': ({ former, ...names }) =>
    `${hello(names)}${former}把您的事交给了我，答应过您的一件不落。往后有事直接找我。`,
  'opening.contract': ({ days, ...names }) =>
    days >= 0
      ? `${hello(names)}您的合约还有 ${days} 天到期，我先把几种办法列好，您比着看，不急着定。`
      : `${hello(names)}您的合约已经到期，我把几种办法列好了，您比着看，不急着定。`,
  'opening.billJump': ({ month, lastMonth, ...names }) =>
    `${hello(names)}您${lastMonth ? '上月' : `${Number(month.slice(5))} 月`}的账单比平时多，先跟您说一声，看是不是您用的。`,
  'opening.faultUntold': ({ about, ...names }) =>
    `${hello(names)}“${about}”已经修好了，该早点跟您说一声。现在用着正常吗？`,
  'opening.tierUp': ({ need, ...names }) => `${hello(names)}您提过“${need}”，我把办法理好了，现在方便说吗？`,
  'opening.birthday': ({ on, today, ...names }) =>
    on === today
      ? `${hello(names)}今天是您的生日，祝您生日快乐。`
      : `${hello(names)}${dayZh(on, today)}是您的生日，提前祝您生日快乐。`,
  'opening.market': ({ on, today, ...names }) => `${hello(names)}${dayZh(on, today)}赶集，想先问问店里的货够不够卖。`,
  'opening.points': (names) => `${hello(names)}您的积分快要清零了，先提醒您一声，看想换点什么。`,
  'opening.sameDay': (names) => `${hello(names)}今天跟您联系过，还有一点想再跟您说准。现在说话方便吗？`,
  'opening.lately': ({ spoke, today, ...names }) =>
    `${hello(names)}${dayZh(spoke, today)}跟您聊过，想听听后来怎么样。现在说话方便吗？`,
  'opening.first': (names) => `${hello(names)}想听听您最近用得怎么样。现在说话方便吗？`,
  'opening.usual': (names) => `${hello(names)}有些日子没联系了，想听听最近用得怎么样。现在说话方便吗？`,
}

export const openingZh = spacedZh(openings)
