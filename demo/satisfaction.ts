import type { Random } from '#domain/kernel/random.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { items } from '#domain/satisfaction/servqual.ts'
import { playFor, playbookOf, shiftOf } from '#domain/satisfaction/shift.ts'
import { playTasks as en } from '#domain/satisfaction/words.en.ts'
import { playTasks as zh } from '#domain/satisfaction/words.zh.ts'
import { between, chanceOf, pick } from './chance.ts'
import { at, dayOf } from './moment.ts'
import { staffId } from './people.ts'
import type { Rows } from './rows.ts'
import { type Asked, tellChanges } from './changes.ts'

type Question = 'expected' | 'experienced' | 'satisfied'

const MATTERS = ['修宽带', '换套餐', '账单', '合约续约', '开国际漫游'] as const
const SHOP_MATTERS = ['送货', '订货', '货源投放'] as const
const WORDS: Readonly<Record<number, readonly string[]>> = {
  1: ['打了三次电话才有人管', '没人告诉我为什么多扣'],
  2: ['等得太久', '说好上午来，下午才到'],
  3: ['还行吧', '能用，就是慢'],
  4: ['挺好的，没什么要说', '都办了'],
  5: ['小同志很耐心，当天就办好了', '想到我前面去了'],
}

/** How answers fall, from 1 to 5: for who stayed, and for who was gone within the year. */
const stayed = [0.03, 0.07, 0.2, 0.44, 0.26]
const left = [0.12, 0.14, 0.3, 0.42, 0.02]

/** A year of answers: who was asked last autumn and whether they stayed, who was asked again this year, the 22 items, and what came of it. */
export const tellSatisfaction = (rows: Rows): void => {
  const gone = goneBy(rows)
  for (const customer of rows.all<Asked>('customer')) {
    if (customer.manager_id === null || storied.has(customer.name)) continue
    const random = chanceOf(`satisfaction ${customer.id}`)
    if (random() < 0.82) lastAutumn(rows, random, customer, gone.has(customer.id))
    if (!gone.has(customer.id) && random() < 0.34) thisYear(rows, random, customer)
    if (!gone.has(customer.id) && random() < 0.05) allItems(rows, random, customer)
  }
  tellStories(rows)
  tellChanges(rows)
}

/** Whoever has no bill in September any more. */
const goneBy = (rows: Rows): Set<Id> => {
  const all = rows.all<{ customer_id: Id; month: number; amount_fen: number }>('bill')
  const billed = new Set(
    all.filter(({ month, amount_fen }) => month >= 202609 && amount_fen > 0).map(({ customer_id }) => customer_id),
  )
  return new Set(all.map(({ customer_id }) => customer_id).filter((id) => !billed.has(id)))
}

const drawn = (random: Random, shares: readonly number[]): number => {
  let rest = random()
  for (const [place, share] of shares.entries()) {
    rest -= share
    if (rest < 0) return place + 1
  }
  return shares.length
}

const lastAutumn = (rows: Rows, random: Random, customer: Asked, isGone: boolean): void => {
  const on = addDays('2025-09-01', between(random, 0, 55))
  survey(rows, customer, 'satisfied', '', on, { satisfied: drawn(random, isGone ? left : stayed) }, random)
}

const thisYear = (rows: Rows, random: Random, customer: Asked): void => {
  const matter = pick(random, customer.kind === 'outlet' ? SHOP_MATTERS : MATTERS)
  const on = addDays('2026-02-02', between(random, 0, 280))
  const expected = pick(random, [3, 4, 4, 4, 5])
  const experienced = Math.min(5, Math.max(1, expected + pick(random, [-2, -1, -1, 0, 0, 0, 0, 1, 1, 2])))
  // asked with every contact; whoever got more than they expected is a step happier than with the matter itself
  const satisfied = Math.min(5, experienced + (experienced > expected ? 1 : 0))
  if (random() < 0.4) {
    survey(rows, customer, 'expected', matter, addDays(on, -between(random, 4, 20)), { expected }, random)
    survey(rows, customer, 'contact', matter, on, { satisfied, experienced }, random)
  } else survey(rows, customer, 'contact', matter, on, { expected, satisfied, experienced }, random)
}

type Kind = 'expected' | 'contact' | 'satisfied' | 'servqual'

const survey = (
  rows: Rows,
  customer: Asked,
  kind: Kind,
  matter: string,
  on: Day,
  scores: Partial<Record<Question, number>>,
  random: Random,
): Id => {
  const id = rows.freshId()
  const spoken = kind !== 'servqual' && random() < 0.4
  const asked = addDays(on, spoken ? 0 : -between(random, 0, 3))
  rows.add('survey', {
    id,
    customer_id: customer.id,
    kind,
    way: spoken ? 'spoken' : 'message',
    matter,
    token: spoken ? null : `demo-${id}`,
    sent_on: asked,
    asked_by: customer.manager_id,
    asked_at: at(`${asked} 10:20`),
    answered_on: on,
    answered_at: at(`${on} 15:40`),
  })
  const asks = Object.entries(scores) as [Question, number][]
  const heard = random() < 0.3
  for (const [place, [question, score]] of asks.entries())
    rows.add('survey_answer', {
      id: rows.freshId(),
      survey_id: id,
      customer_id: customer.id,
      matter: question === 'satisfied' ? '' : matter,
      asks: question,
      score,
      on_day: on,
      words: heard && place === asks.length - 1 && question !== 'expected' ? pick(random, WORDS[score] ?? ['']) : '',
    })
  return id
}

/** What is short by a little everywhere, and by more in answering promptly. */
const allItems = (rows: Rows, random: Random, customer: Asked): void => {
  const on = addDays('2026-06-01', between(random, 0, 160))
  const id = survey(rows, customer, 'servqual', '', on, {}, random)
  const sheet = (least: number, most: number): Record<string, number> =>
    Object.fromEntries(
      items.map(({ number, dimension, reversed }) => {
        const counted = Math.max(
          1,
          between(random, least, most) - (dimension === 'responsiveness' && least < 4 ? 1 : 0),
        )
        return [String(number), reversed ? 6 - counted : counted]
      }),
    )
  rows.add('survey_sheet', {
    survey_id: id,
    customer_id: customer.id,
    on_day: on,
    expected: sheet(4, 5),
    experienced: sheet(3, 5),
  })
}

/** Whoever has a story of their own: satisfied and about to leave, delighted, and one whom nobody has asked yet. */
const storied = new Set(['单志远', '王慕云', '孙桂兰', '解小舟', '李素珍', '衡川精密制造'])

const tellStories = (rows: Rows): void => {
  const named = (name: string): Asked | undefined => rows.all<Asked>('customer').find((one) => one.name === name)
  const random = chanceOf('satisfaction of the stories')
  const said = (name: string, on: Day, satisfied: number): void => {
    const customer = named(name)
    if (customer) survey(rows, customer, 'satisfied', '', on, { satisfied }, random)
  }
  said('单志远', '2025-11-20', 4)
  said('单志远', '2026-08-12', 4)
  said('王慕云', '2026-09-08', 5)
  const half = named('解小舟')
  if (half)
    survey(rows, half, 'contact', '套餐价格', '2026-10-16', { expected: 3, experienced: 4, satisfied: 4 }, random)
  tellFallen(rows, random)
}

/** One of Wu Di's fell from delight into the swing zone last Friday: to be made good today. */
const tellFallen = (rows: Rows, random: Random): void => {
  const customer = rows
    .all<Asked>('customer')
    .filter(({ kind, manager_id }) => kind === 'person' && manager_id === staffId('wu'))
    .find(({ id }) => rows.all<{ customer_id: Id }>('survey').every(({ customer_id }) => customer_id !== id))
  if (!customer) return
  const days: readonly [Day, number][] = [
    ['2026-05-14', 5],
    [dayOf('11-20'), 2],
  ]
  const ids = days.map(([on, satisfied]) => survey(rows, customer, 'satisfied', '', on, { satisfied }, random))
  const shift = shiftOf(
    days.map(([on, score]) => ({
      id: on,
      customerId: customer.id,
      matter: '',
      asks: 'satisfied' as const,
      score,
      on,
      words: '',
    })),
    customer.id,
  )
  const opened = shift && playFor(shift)
  if (!opened) return
  rows.add('task', {
    id: rows.freshId(),
    customer_id: customer.id,
    owner_id: customer.manager_id,
    playbook_key: playbookOf[opened.play],
    about_zh: zh[opened.play](5, 2),
    about_en: en[opened.play](5, 2),
    due_on: opened.dueOn,
    state: 'open',
    survey_id: ids.at(-1),
    set_by: customer.manager_id,
    set_at: at('11-20 15:40'),
  })
}
