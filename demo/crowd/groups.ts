import { addMonths } from '#domain/kernel/day.ts'
import type { Random } from '#domain/kernel/random.ts'
import type { Book } from '../book.ts'
import { between, chanceOf, logNormal, pick } from '../chance.ts'
import { complained, inHalfYearTo } from './complaints.ts'
import { yearOfContacts } from './contacts.ts'
import { companyName, personName, TRADES } from './names.ts'
import { phoneNumbers } from './phones.ts'
import { later, leaves, monthBefore, someAttributes } from './warning.ts'
import { twoYears } from './years.ts'

const portfolios = [
  { manager: 'lin', backup: 'gu', many: 8, median: 1300, spread: 1.1, careful: true },
  { manager: 'han', backup: 'gu', many: 10, median: 1100, spread: 1.1, careful: true },
  { manager: 'qin', backup: 'pan', many: 8, median: 7000, spread: 1.2, careful: true },
  { manager: 'pan', backup: 'song', many: 20, median: 1050, spread: 1.35, careful: false },
  { manager: 'song', backup: 'ye', many: 19, median: 1000, spread: 1.35, careful: true },
  { manager: 'ye', backup: 'pan', many: 19, median: 900, spread: 1.35, careful: false },
] as const

type Portfolio = (typeof portfolios)[number]

const LINES = ['互联网专线', '商务宽带', '语音专线', '云桌面', '物联网卡', '企业短信']

/** About ninety groups: a few of them bring most of the money. */
export const tellGroups = (book: Book): void => {
  const nextNumber = phoneNumbers('1')
  const taken = new Set<string>()
  for (const portfolio of portfolios)
    for (let i = 0; i < portfolio.many; i += 1)
      tellGroup(book, portfolio, chanceOf(`group ${portfolio.manager} ${i}`), nextNumber, taken)
}

const tellGroup = (
  book: Book,
  { manager, backup, median, spread, careful }: Portfolio,
  random: Random,
  nextNumber: () => string,
  taken: Set<string>,
): void => {
  const trade = pick(random, TRADES)
  const name = freshName(random, trade, taken)
  const monthly = Math.min(95_000, Math.max(260, logNormal(random, median, spread)))
  const tenure = between(random, 10, 150)
  const known = {
    ...someAttributes(random, monthly, tenure),
    付款方式: '对公转账',
    副卡数: Math.round(monthly / 60),
    宽带: '有',
  }
  const gone = leaves(known, random) && monthly < 6000
  const now = { ...later(known, random, monthly), 付款方式: '对公转账', 副卡数: known.副卡数 }
  const told = book.group(name, {
    manager,
    backup,
    since: `${addMonths('2026-04', -tenure)}-01`,
    level: monthly > 8000 ? '金牌' : monthly > 3000 ? '银牌' : '铜牌',
    dossier: {
      background: `${trade.industry}，${between(random, 2, 20)} 年老客户`,
      industry: trade.industry,
      employees: Math.max(4, Math.round(monthly / between(random, 30, 80))),
      sensitivity: pick(random, ['price', 'service', 'safety']),
      style: pick(random, ['analytical', 'driver', 'amiable', 'expressive']),
      relationship: pick(random, ['loose', 'familiar', 'familiar', 'close']),
      buyingType: pick(random, ['straight_rebuy', 'straight_rebuy', 'modified_rebuy', 'new_purchase']),
      ...(gone || now.合约剩余月数 === 0 ? {} : { contractUntil: `${addMonths('2026-11', now.合约剩余月数)}-28` }),
    },
  })
  const decider = personName(random).name
  const met = `2026-${careful ? between(random, 10, 11) : pick(random, ['04', '06', '07', '08', '09', '10'])}-${String(between(random, 2, 19)).padStart(2, '0')}`
  told.contact(decider, {
    call: `${decider[0] ?? ''}总`,
    title: '总经理',
    role: 'decider',
    closeness: pick(random, ['loose', 'familiar', 'close']),
    met,
    phone: nextNumber(),
  })
  const clerk = personName(random)
  told.contact(clerk.name, {
    title: '行政',
    role: pick(random, ['initiator', 'gatekeeper', 'purchaser']),
    closeness: 'familiar',
    met: '11-05',
    phone: nextNumber(),
  })
  if (random() < 0.5)
    told.contact(personName(random).name, { title: '网管', role: 'evaluator', closeness: 'familiar', met: '10-22' })
  const line = pick(random, LINES)
  const status = gone ? 'left' : 'active'
  told.number({
    kind: 'line',
    number: `ZX${nextNumber().slice(5)}`,
    product: line,
    fee: Math.round(monthly * 0.6),
    main: true,
    status,
  })
  told.holds(line, { fee: Math.round(monthly * 0.6), stage: pick(random, ['use', 'use', 'loyalty']) })
  told.holds('员工号码', { fee: Math.round(monthly * 0.4), stage: 'use' })
  const bills = twoYears(random, {
    base: monthly,
    yearly: 0.07,
    noise: 0.05,
    season: 'even',
    turns: [
      { last: 17, percent: known.近三月消费变化 },
      { last: 23, percent: now.近三月消费变化 },
    ],
    lastMonth: gone ? between(random, 18, 22) : 24,
  })
  told.paidBefore(bills.slice(0, 12))
  told.pays(bills.slice(12))
  told.consents('any', 'given', '2025-01-02', '服务协议')
  told.knownAs('2026-04-30', known, gone)
  const before = complained(random, told, 'group', '2026-04-30', known.近半年投诉次数)
  if (!gone) {
    const since = complained(random, told, 'group', '2026-11-15', now.近半年投诉次数)
    const complaints = inHalfYearTo('2026-10-15', [...before, ...since])
    told.knownAs('2026-10-15', monthBefore(now, random, complaints))
    told.knownAs('2026-11-15', now)
  }
  yearOfContacts(random, told, {
    kind: 'group',
    every: careful ? 30 : 55,
    quiet: gone ? between(random, 60, 160) : careful ? between(random, 2, 20) : between(random, 6, 110),
    promises: 0.34,
    kept: careful ? 0.94 : 0.86,
  })
}

const freshName = (random: Random, trade: (typeof TRADES)[number], taken: Set<string>): string => {
  for (;;) {
    const name = companyName(random, trade)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
