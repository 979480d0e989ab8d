import { addMonths, type Day } from '#domain/kernel/day.ts'
import type { Random } from '#domain/kernel/random.ts'
import type { Book } from '../book.ts'
import { between, chanceOf, logNormal, pick } from '../chance.ts'
import { AS_OF } from '../moment.ts'
import { complained, inHalfYearTo } from './complaints.ts'
import { yearOfContacts } from './contacts.ts'
import { personName } from './names.ts'
import { phoneNumbers } from './phones.ts'
import { later, leaves, monthBefore, someAttributes } from './warning.ts'
import { twoYears } from './years.ts'

/**
 * Who keeps how many, what they pay a month in the middle (yuan), how far apart they are, and how carefully they are kept. The VIP
 * desk keeps those who matter and those who may come to: its few large customers bring most of its money. [K-02][K-03]
 */
const portfolios = [
  { manager: 'lin', backup: 'han', many: 58, median: 165, spread: 1.45, careful: true },
  { manager: 'han', backup: 'lin', many: 54, median: 145, spread: 1.45, careful: true },
  { manager: 'ma', backup: 'han', many: 46, median: 135, spread: 1.45, careful: false },
  { manager: 'xu', backup: 'zhou', many: 76, median: 66, spread: 0.95, careful: false },
  { manager: 'zhou', backup: 'wu', many: 74, median: 62, spread: 0.95, careful: true },
  { manager: 'wu', backup: 'xu', many: 70, median: 58, spread: 0.95, careful: false },
] as const

type Portfolio = (typeof portfolios)[number]

const PLANS = [
  '孝心 39 档',
  '畅享 59 档',
  '畅享 99 档',
  '畅享 129 档',
  '商务 199 档',
  '家庭融合 199 档',
  '商务 299 档',
  '商旅 599 档',
] as const
const JOBS = [
  '个体户',
  '教师',
  '医生',
  '司机',
  '公司职员',
  '退休',
  '装修工',
  '公务员',
  '厨师',
  '会计',
  '律师',
  '房产中介',
  '工程师',
  '养殖户',
]
const TIMES = ['上午十点后', '午休后', '下班路上', '晚饭前', '周末上午']
const CUES = ['先听他说完', '要书面的', '喜欢对数字', '不爱寒暄', '爱聊孩子', '说话快，结论在先', '怕麻烦，一次说清']

/** About 380 people of the city, by manager. */
export const tellPersons = (book: Book): void => {
  const nextNumber = phoneNumbers('2')
  const taken = new Set<string>()
  for (const portfolio of portfolios)
    for (let i = 0; i < portfolio.many; i += 1)
      tellPerson(book, portfolio, chanceOf(`person ${portfolio.manager} ${i}`), nextNumber, taken)
}

const tellPerson = (
  book: Book,
  { manager, backup, median, spread, careful }: Portfolio,
  random: Random,
  nextNumber: () => string,
  taken: Set<string>,
): void => {
  const { name, gender } = freshName(random, taken)
  const monthly = Math.min(4200, Math.max(19, logNormal(random, median, spread)))
  const tenure = between(random, 8, 190)
  const known = someAttributes(random, monthly, tenure)
  const gone = leaves(known, random)
  const now = later(known, random, monthly)
  const told = book.person(name, {
    manager,
    backup,
    since: `${addMonths('2026-04', -tenure)}-${String(between(random, 1, 28)).padStart(2, '0')}`,
    level: monthly > 700 ? '金卡' : monthly > 300 ? '银卡' : '普卡',
    points: Math.round(monthly * between(random, 6, 30)),
    dossier: dossierOf(random, gender, gone ? 0 : now.合约剩余月数),
  })
  const plan = PLANS[Math.min(PLANS.length - 1, Math.floor(Math.sqrt(monthly / 12)))] ?? PLANS[1]
  const status = gone ? 'left' : 'active'
  told.number({ number: nextNumber(), product: plan, fee: Number(/\d+/.exec(plan)?.[0] ?? 59), main: true, status })
  for (let extra = 0; extra < Math.min(monthly > 700 ? 4 : 2, known.副卡数); extra += 1)
    told.number({
      number: nextNumber(),
      user: pick(random, ['爱人', '孩子', '老人']),
      product: '副卡',
      fee: 20,
      status,
    })
  if (known.宽带 === '有') told.holds('家庭宽带', { fee: 60, stage: 'use' })
  told.holds(plan, {
    fee: Number(/\d+/.exec(plan)?.[0] ?? 59),
    stage: pick(random, ['use', 'use', 'loyalty', 'inclination']),
  })
  const bills = twoYears(random, {
    base: monthly,
    yearly: 0.04,
    noise: 0.07,
    season: 'even',
    turns: [
      { last: 17, percent: known.近三月消费变化 },
      { last: 23, percent: now.近三月消费变化 },
    ],
    lastMonth: gone ? between(random, 18, 22) : 24,
  })
  told.paidBefore(bills.slice(0, 12))
  told.pays(bills.slice(12))
  told.consents('sales', random() < 0.7 ? 'given' : 'refused', '2025-03-01', '入网时选的')
  told.knownAs('2026-04-30', known, gone)
  const before = complained(random, told, 'person', '2026-04-30', known.近半年投诉次数)
  if (!gone) {
    const since = complained(random, told, 'person', '2026-11-15', now.近半年投诉次数)
    const complaints = inHalfYearTo('2026-10-15', [...before, ...since])
    told.knownAs('2026-10-15', monthBefore(now, random, complaints))
    told.knownAs('2026-11-15', now)
  }
  yearOfContacts(random, told, {
    kind: 'person',
    every: careful ? 52 : 85,
    quiet: gone
      ? between(random, 60, 200)
      : careful
        ? between(random, 2, manager === 'lin' ? 20 : 70)
        : between(random, 5, 190),
    promises: 0.28,
    kept: careful ? 0.88 : 0.78,
  })
}

const freshName = (random: Random, taken: Set<string>) => {
  for (;;) {
    const found = personName(random)
    if (taken.has(found.name)) continue
    taken.add(found.name)
    return found
  }
}

const dossierOf = (random: Random, gender: string, monthsLeft: number): Record<string, unknown> => ({
  gender,
  occupation: pick(random, JOBS),
  sensitivity: pick(random, ['price', 'price', 'service', 'brand', 'safety']),
  style: pick(random, ['analytical', 'driver', 'amiable', 'expressive']),
  relationship: pick(random, ['loose', 'familiar', 'familiar', 'close']),
  goodTimes: pick(random, TIMES),
  ...(random() < 0.6 ? { styleCues: [pick(random, CUES)] } : {}),
  // Nobody of the crowd has a birthday or a contract's end in these weeks: the stories shall be heard.
  ...(random() < 0.7
    ? {
        birthday: {
          calendar: 'solar',
          year: between(random, 1955, 2001),
          month: between(random, 1, 10),
          day: between(random, 1, 28),
        },
      }
    : {}),
  ...(monthsLeft > 0 ? { contractUntil: contractDay(monthsLeft) } : {}),
})

const contractDay = (months: number): Day => `${addMonths(AS_OF.slice(0, 7), months)}-28`
