import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Random } from '#domain/kernel/random.ts'
import type { Book, Told } from '../book.ts'
import { between, chanceOf, logNormal, pick } from '../chance.ts'
import { AS_OF } from '../moment.ts'
import { yearOfContacts } from './contacts.ts'
import { personName, shopName, VILLAGES } from './names.ts'
import { phoneNumbers } from './phones.ts'
import { twoYears } from './years.ts'

const portfolios = [
  { manager: 'lu', backup: 'shi', many: 50, route: '东线', careful: true },
  { manager: 'shi', backup: 'lu', many: 47, route: '东线', careful: false },
  { manager: 'ge', backup: 'lu', many: 45, route: '西线', careful: true },
] as const

type Portfolio = (typeof portfolios)[number]

const BRANDS = [
  ['青峦 硬', 220],
  ['云岫 软', 420],
  ['江月 细支', 260],
  ['松间 中支', 330],
  ['白鹭 硬', 140],
  ['望春 软', 180],
] as const

/** Each village has its market days by the lunar calendar, in the order of `VILLAGES`; the vans have theirs by the week. */
const markets = [
  [3, 6, 9],
  [1, 4, 7],
  [4, 9],
  [1, 4, 7],
  [2, 7],
  [4, 9],
  [1, 4, 7],
  [2, 7],
  [2, 5, 8],
  [1, 4, 7],
  [2, 7],
  [4, 9],
] as const

/** About 140 licensed retailers of a county. */
export const tellOutlets = (book: Book): void => {
  const nextNumber = phoneNumbers('3')
  const taken = new Set<string>(['福顺烟酒店'])
  for (const portfolio of portfolios)
    for (let i = 0; i < portfolio.many; i += 1)
      tellOutlet(book, portfolio, chanceOf(`outlet ${portfolio.manager} ${i}`), nextNumber, taken)
}

const tellOutlet = (
  book: Book,
  { manager, backup, route, careful }: Portfolio,
  random: Random,
  nextNumber: () => string,
  taken: Set<string>,
): void => {
  const village = Math.floor(random() * VILLAGES.length)
  const { name, format } = freshName(random, VILLAGES[village] ?? '柳溪镇', taken)
  const owner = personName(random)
  const monthly = Math.min(60_000, Math.max(500, logNormal(random, 2600, 0.85)))
  const weekday = 1 + (village % 5)
  const told = book.outlet(name, {
    manager,
    backup,
    since: `${between(random, 2006, 2024)}-0${between(random, 1, 9)}-15`,
    dossier: {
      background: pick(random, [
        '夫妻店',
        '老人看店，儿子订货',
        '兼卖早点',
        '村口独一家',
        '学校附近',
        '国道边，过路客多',
      ]),
      address: `${VILLAGES[village] ?? ''}${between(random, 1, 90)} 号`,
      format,
      marketType: village < 3 ? 'town' : 'country',
      scale: monthly > 8000 ? 'large' : monthly > 2500 ? 'medium' : 'small',
      route: `${route} ${1 + (village % 4)} 号车`,
      deliveryDays: { kind: 'weekdays', weekdays: [weekday] },
      marketDays: { kind: 'digits', calendar: 'lunar', digits: markets[village] },
      orderDay: { kind: 'weekdays', weekdays: [weekday > 2 ? weekday - 2 : weekday + 5] },
      orderingWay: pick(random, ['online', 'online', 'phone', 'visit']),
      licenceNumber: `LX-${String(1000 + Math.floor(random() * 9000))}`,
      licenceUntil: `${between(random, 2027, 2030)}-0${between(random, 2, 9)}-${between(random, 10, 28)}`,
      credit: pick(random, ['a', 'a', 'b', 'b', 'c']),
      demonstration: random() < 0.12,
      allocationLevel: Math.min(30, Math.max(1, Math.round(Math.sqrt(monthly) / 6))),
      brands: between(random, 12, 48),
      averagePrice: between(random, 110, 320) * 100,
      relationship: pick(random, ['loose', 'familiar', 'familiar', 'close']),
      sensitivity: pick(random, ['price', 'service', 'brand']),
      goodTimes: pick(random, ['早上八点前', '下午四点后', '不赶集的日子']),
    },
  })
  const number = nextNumber()
  told.number({ number, product: '订货手机', main: true })
  told.contact(owner.name, {
    title: '店主',
    role: 'decider',
    closeness: 'familiar',
    met: `11-${String(between(random, 2, 20)).padStart(2, '0')}`,
    phone: number,
  })
  const bills = twoYears(random, { base: monthly, yearly: 0.02, noise: 0.09, season: 'shop' })
  told.paidBefore(bills.slice(0, 12))
  told.pays(bills.slice(12))
  orders(random, told, monthly, weekday)
  tellShop(told, village, monthly)
  yearOfContacts(random, told, {
    kind: 'outlet',
    every: careful ? 24 : 45,
    quiet: careful ? between(random, 2, 20) : between(random, 4, 80),
    promises: 0.16,
    kept: careful ? 0.93 : 0.85,
  })
}

/** Eight weeks of orders, two days before the van. */
const orders = (random: Random, told: Told, monthly: number, weekday: number): void => {
  const first: Day = addDays('2026-09-27', weekday)
  // a source of its own, so that the rest of the county stays as it was
  const settles = chanceOf(`settles ${told.id}`)
  const habit = 0.4 + 0.6 * settles()
  for (let week = 0; week < 8; week += 1) {
    const delivered = addDays(first, week * 7)
    if (delivered >= AS_OF) return
    for (let line = 0; line < 3; line += 1) {
      const [brand, price] = pick(random, BRANDS)
      const quantity = Math.max(1, Math.round((monthly / 4.3 / 3 / price) * (0.7 + 0.6 * random())))
      told.orders(addDays(delivered, -2), delivered, brand, quantity, quantity * price, settles() < habit)
    }
  }
}

const heard = [
  ['stock', '中支还有半箱，不用急着补'],
  ['sales', '这一周客流和上周差不多'],
  ['new_products', '新上的细支有人问，还没人回头买'],
  ['hours', '入冬后改到七点开门'],
  ['service_need', '想要一张新的价签底板'],
  ['policy', '问明年的档位什么时候定'],
  ['neighbours', '隔壁新开了一家快递点，顺路的人多了'],
  ['compliance', '许可证挂在明处，没有外来烟'],
] as const

/** Last quarter's evaluation, and what one visit in five of the last days found out. */
const tellShop = (told: Told, village: number, monthly: number): void => {
  const random = chanceOf(`shop ${told.id}`)
  const business = Math.min(60, Math.round(22 + Math.sqrt(monthly) / 4 + between(random, 0, 14)))
  told.evaluated('2026-Q3', business, between(random, 10, 20), between(random, 13, 20))
  if (random() > 0.2) return
  const [topic, what] = pick(random, heard)
  told.found(`11-${String(16 + (village % 5)).padStart(2, '0')}`, topic, what)
}

const freshName = (random: Random, village: string, taken: Set<string>) => {
  for (;;) {
    const found = shopName(random)
    const name = taken.has(found.name) ? `${village}${found.name}` : found.name
    if (taken.has(name)) continue
    taken.add(name)
    return { ...found, name }
  }
}
