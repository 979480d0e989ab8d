import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import type { PromiseKind } from './promise.ts'
import type { PaceFacts } from './promise-time.ts'

const kindNames: Record<string, string> = {
  call: '回电',
  visit: '上门',
  reply: '答复',
  refund: '退款',
  deliver: '送达',
  send: '发送',
  fix: '办理',
  other: '其他',
} satisfies Record<PromiseKind, string>

export const paceWords: Words<PaceFacts> = {
  'pace.few': ({ kind, of, least }) => `“${kindNames[kind] ?? kind}”承诺到期的才 ${of} 次，不满 ${least} 次不算把握。`,
  'pace.never': ({ days, kept, of }) =>
    `给足 ${days} 天也只兑现过 ${of} 次里的 ${kept} 次：没有哪个天数十次能做到九次，先约好哪天给个准信。`,
  'pace.kept': ({ kind, own, days, kept, of, low, high }) =>
    `${own ? '自己的' : '同事们的'}“${kindNames[kind] ?? kind}”承诺，${days === 0 ? '当天' : `${days} 天内`}兑现过 ${of} 次里的 ${kept} 次（${percent(kept / of)}，可信范围 ${percent(low)}–${percent(high)}）。`,
}

/** Beside the sentence: taking the day that nine of ten made, and asking why. */
export const paceActs = {
  take: (day: string) => `改成${day}：十次有九次做到`,
  why: '为什么留余地',
  few: '先怎么定',
}

/** The same work, blamed or praised by what was promised [R-07]. */
export const promiseStory = {
  title: '同样是 50 分钟',
  text: '两家都是 50 分钟修好。一家答应 30 分钟，客户等到 50 分钟，给了差评；另一家答应 60 到 90 分钟，50 分钟就好了，客户夸快。活没有变，变的是答应的时间：答应做得到的，早做到的那一点就是惊喜。',
}
