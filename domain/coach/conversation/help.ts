import type { Span } from '../clause.ts'

/**
 * Words that help, in one sentence of normal text: what was found out, and what can be done or has been. Courtesy that borrows their
 * form ("due to high demand, please bear with us", "your matter has been recorded") helps nobody and is told apart here [S-46].
 */
export const causeIn = (sentence: string): Span | null => firstOf(CAUSES, sentence)

/** What was found out, or is done already. */
export const findingIn = (sentence: string): Span | null => firstOf([...CAUSES, ...DONE], sentence)

/** A way out: steps the customer can take, or something that is done already. */
export const wayIn = (sentence: string): Span | null => firstOf([...WAYS, ...DONE], sentence)

const CAUSES = [
  /(?:(?<!不是)因为|由于|原因是|规则是|(?<!什么)意思是)[^，。！？]{2,30}/,
  /属于(?!个别|正常|普遍|偶发)[^，。！？]{2,30}/,
  /查(?:到|出|了|过|明|实)(?!后|之后|没|吗)[^，。！？]{2,30}/,
  /(?<!不|会|能|要)(?:是|被)[^，。！？是被]{0,12}(?:断|坏|松|满|停|挖|错|漏|超|欠|重复|过期|到期|关|拦|占|误|改|升级|维护|老化|烧|进水|接反)[^，。！？]{0,6}(?:了|的)/,
  /\b(?:because|the reason|it turns out|turned out|i found|i(?: can)? see (?:that|a|the|two|your)|that means|was caused by)\b[^.!?]{2,}/,
]

/** Done, not about to be done; and done for the matter itself, not for our papers. */
const DONE = [
  /(?<!是否|有没有)(?:已经?|刚才?|刚刚)(?:为|帮|给|把|将)?(?:你|亲)?[^，。！？]{0,10}(?:解决|处理[好完]|退[^出]|退$|开通|恢复|补(?:上|发|给|寄|回|好)|办[好理完]|取消|修复|修好|更改|改[好成为]|更换|换[好成]|到账|接好|送到|撤销|解除|屏蔽|重置|解绑)/,
  /(?:给|帮|为|替)你[^，。！？]{0,10}(?:退[了回好]|补[了上好]|换[了好]|改[了好]|取消了|办[好完]了?|开通了|恢复了|修好了?|留好了?|解除了)/,
  /\b(?:i|we)(?: have|'ve)?(?: just| already| now)? (?:refunded|changed|restored|sent|cancelled|canceled|replaced|fixed|credited|reset|removed|booked|reissued)\b/,
]

const WAYS = [
  /点击|点开|重启|打开[^，。！？]|进入[^，。！？]{1,12}|升级到|卸载|重新(?:安装|登录|设置|插|拔|办)|拔(?:下|掉)|按住|长按|(?:你)(?:只要|可以|先)[^，。！？]{2,}|(?<!不)可以(?:先|用|在|到|通过|改|换|补|免|退|办|分|选)[^，。！？]{1,}/,
  /\byou can (?!rest|be |always|count|trust|expect|imagine|understand|see\b|call us|contact us)[a-z]+|\bplease (?:try|restart|open|press|unplug|reset|reinstall|switch)\b|\b(?:we|i) can (?:offer|send|change|refund|switch|credit|replace|bring|waive|split)\b/,
]

/** Regret, thanks and hurry around the words: the sentence is a courtesy, whatever it gives as its reason. */
const COURTESY =
  /不便|谅解|见谅|体谅|抱歉|对不起|感谢|谢谢|多多包涵|咨询量|话务|(?:用户|人数|订单|工单)(?:较|比较|过|太)多|繁忙|请(?:你)?(?:耐心|放心)|\b(?:understand|sorry|apolog|thank|patience|inconvenience|high (?:call )?volume|rest assured)/

/** Still to come, so not done. */
const AHEAD = /(?:会|将|尽快|马上|一定|争取|努力|正在|以便|才能|如果|要是|如)[^，。！？]{0,12}$/

/** "Have you restarted it?" asks, and tells nothing. */
const ASKS = /[？?]\s*$/

const firstOf = (forms: readonly RegExp[], sentence: string): Span | null => {
  if (ASKS.test(sentence)) return null
  let from = 0
  for (const clause of sentence.split(/(?<=[，：])/)) {
    const start = from
    from += clause.length
    if (COURTESY.test(clause)) continue
    for (const form of forms) {
      const found = form.exec(clause)
      if (!found || (DONE.includes(form) && AHEAD.test(clause.slice(0, found.index)))) continue
      return { start: start + found.index, end: start + found.index + found[0].length }
    }
  }
  return null
}
