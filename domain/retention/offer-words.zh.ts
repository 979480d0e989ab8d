import type { Words } from '#domain/kernel/said.ts'
import { percent, shortDay, yuan } from '#domain/kernel/wording.ts'
import type { AuthorityFacts } from './authority.ts'
import type { OfferFacts } from './offer.ts'
import type { OfferWay, Sensitivity, Way } from './way.ts'

export const wayNames: Record<Way, string> = {
  advantage: '新的好处',
  care: '多关心一步',
  bundle: '配套组合',
  fit: '换个更合适的',
  addition: '加一项用得上的',
  service: '把服务做好',
  measure: '好好道别',
}

/** One line on each of the seven ways, for whoever chooses. */
export const wayLines: Record<Way, string> = {
  advantage: '讲讲客户还没用上的新好处。',
  care: '先问候，把客户当朋友。',
  bundle: '几样放在一起，别处配不出来。',
  fit: '按客户的用法，换成更合适的。',
  addition: '加一项客户正用得上的新业务。',
  service: '东西差不多时，靠服务做得更好。',
  measure: '挽留不是强留；走得顺，才会再来。',
}

export const sensitivityNames: Record<Sensitivity, string> = {
  safety: '安稳',
  price: '价格',
  service: '服务',
  brand: '品牌',
}

const ways: Record<OfferWay, string> = wayNames

export const offerZh: Words<OfferFacts> = {
  'offer.answersNeed': ({ words, on, today }) => `应的是客户${shortDay(on, today, 'zh')}说的这一类：“${words}”`,
  'offer.noNeed': () => '还没有记下客户需要它。',
  'offer.fits': ({ sensitivity, way }) => `客户最看重${sensitivityNames[sensitivity]}，“${ways[way]}”排在前面。`,
  'offer.stayed': ({ stayed, of, low, high, alike }) =>
    `给过 ${of} 位${alike ? '相似的' : ''}客户，后来 ${stayed} 位还在（${percent(low)}～${percent(high)}）。`,
  'offer.fewTried': ({ of, least }) =>
    of === 0 ? `还没有用过，满 ${least} 位才看得出效果。` : `才用过 ${of} 位，满 ${least} 位才看得出效果。`,
  'offer.money': ({ cost, benefit, months }) =>
    `客户得到 ${yuan(benefit)}，我们花费 ${yuan(cost)}${months > 1 ? `，分 ${months} 个月` : ''}。`,
}

export const authorityZh: Words<AuthorityFacts> = {
  'authority.own': ({ cost, left }) =>
    cost === 0 ? '不花钱，可以直接给。' : `${yuan(cost)} 在授权以内，先给，事后写一行；还可用 ${yuan(left)}。`,
  'authority.overCase': ({ cost, perCase, spent }) =>
    `一单最多 ${yuan(perCase)}${spent > 0 ? `，已用 ${yuan(spent)}` : ''}，这次要 ${yuan(cost)}，请先报批。`,
  'authority.overMonth': ({ cost, perMonth, spent }) =>
    `本月授权 ${yuan(perMonth)}${spent > 0 ? `，已用 ${yuan(spent)}` : ''}，这次要 ${yuan(cost)}，请先报批。`,
}
