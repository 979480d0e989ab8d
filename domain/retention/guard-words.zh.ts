import type { Words } from '#domain/kernel/said.ts'
import type { GuardFacts } from './guard.ts'
import type { LawFacts } from './law.ts'

const channels: Record<string, string> = {
  hall: '营业厅',
  phone: '电话',
  app: '手机应用',
  message: '短信',
  web: '网上',
  visit: '上门',
}

export const guardZh: Words<GuardFacts> = {
  'guard.leaveRequested': () => '客户已经正式提出要走，不再劝，只帮着办好。',
  'guard.showWayOut': () => '客户问过怎么走，先把办法讲清楚，再谈别的。',
  'guard.attemptsUsed': ({ most, days }) =>
    `${days} 天内已经谈过 ${most} 次留下来的事，不再主动谈；客户来问随时可以答。`,
  'guard.restAfterNo': ({ days, left }) => `客户刚说过不需要，${days} 天内不再提，还有 ${left} 天。`,
  'guard.restAfterLetGo': ({ days, left }) => `已经好好道别，${days} 天内不再主动挽留，还有 ${left} 天。`,
  'guard.offersPerTalk': ({ most }) => `一次谈话最多提 ${most} 个方案，再提就成了讨价还价。`,
  'guard.wayOutLonger': ({ wayIn, wayOut }) => `办进来 ${wayIn} 步，办走要 ${wayOut} 步；走不能比来更麻烦。`,
  'guard.wayOutSlower': ({ wayIn, wayOut }) => `办进来约 ${wayIn} 分钟，办走约 ${wayOut} 分钟；走不能比来更费时间。`,
  'guard.wayOutChannel': ({ channel }) => `${channels[channel] ?? channel}能办进来，却不能办走。`,
  'guard.wayOutUnknown': () => '还没写明怎么办走，先把步骤写出来。',
  'guard.forbidsLeaving': ({ found }) =>
    `“${found}”是不让客户走。走不走由客户定；有条件没满足，就讲明是哪一条、怎么补上。`,
  'guard.hidesWayOut': ({ found }) => `“${found}”等于不给客户看怎么走。客户问，就讲清楚。`,
  'guard.localPhrase': ({ found }) => `“${found}”是本单位不许说的话。`,
  'guard.wayBackLonger': ({ wayIn, wayBack }) => `新办 ${wayIn} 步，回来要 ${wayBack} 步；回来的客户和新客户一样待。`,
  'guard.wayBackSlower': ({ wayIn, wayBack }) =>
    `新办约 ${wayIn} 分钟，回来约 ${wayBack} 分钟；回来的客户和新客户一样待。`,
}

/** What stands in the way of leaving by a lawful condition, as one tells a customer. */
export const groundsZh: Record<string, string> = {
  realName: '还没做实名登记',
  notInUse: '号码不在正常使用状态',
  numberEnded: '号码已经停用',
  billsOpen: '还有账单没结清',
  termOpen: '约定的在网期限还没到',
  within120Days: '距上次转网不到 120 天',
}

type Cited = LawFacts[keyof LawFacts]

const cite = ({ titleZh, number, article, item, from }: Cited): string =>
  `依据《${titleZh}》（${number}，${from} 起施行）第 ${article} 条第 ${item} 项`

const breach = (facts: Cited, found = ''): string => `${facts.actZh}${found}。${cite(facts)}。`

export const lawZh: Words<LawFacts> = {
  'law.delay': (f) =>
    breach(f, f.found === '' ? '，这里没有写理由' : `，“${groundsZh[f.found] ?? f.found}”不在规定的条件里`),
  'law.stall': (f) => breach(f, `，这里写了“${f.found}”`),
  'law.interfere': (f) => breach(f),
  'law.bindTerm': (f) => breach(f),
  'law.degrade': (f) => breach(f),
  'law.compare': (f) => breach(f, `，这里提到了“${f.found}”`),
  'law.mislead': (f) => breach(f, `，这里写了“${f.found}”`),
  'law.special': (f) => breach(f, f.found === '' ? '' : `，这里写了“${f.found}”`),
  'law.proxy': (f) => breach(f),
  'law.holdNumber': (f) => breach(f, `，客户 ${f.found} 已经退网`),
  'law.local': (f) => breach(f, `：“${f.found}”`),
}
