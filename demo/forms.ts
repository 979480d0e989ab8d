import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Answer } from '#domain/form/answer.ts'
import type { Layout } from '#domain/form/layout.ts'
import { parseLayout } from '#domain/form/parse.ts'
import type { FormState, Signatures } from '#domain/form/standing.ts'
import type { Id } from '#domain/kernel/id.ts'
import { projectRoot } from '#server/env.ts'
import { layoutHash, storeLayout } from '#server/form/load.ts'
import type { Db } from '#server/db/pool.ts'
import { at, dayOf, ENTERED_AT } from './moment.ts'
import { staffId } from './people.ts'
import { idOf, type Rows } from './rows.ts'

/** The forms the demo has filled ones of, by pack. */
const used = {
  core: ['gift-receipt', 'gift-application', 'next-step-sheet'],
  telecom: ['fault-report'],
  tobacco: ['display-check'],
} as const

const layoutIn = (pack: string, key: string): Layout => {
  const file = path.join(projectRoot(), 'content', pack, 'forms', `${key}.yaml`)
  const read = parseLayout(file, readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(`${file} is unsound`)
  return read.value
}

/** What filled forms cite comes before them; the packs themselves are read once the branch stands. */
export const storeUsedLayouts = async (db: Db): Promise<void> => {
  for (const [pack, keys] of Object.entries(used))
    for (const key of keys) await storeLayout(db, pack, layoutIn(pack, key), ENTERED_AT)
}

type Customer = { id: Id; name: string; kind: string; manager_id: Id; code: string }
type Told = {
  who: string
  customer?: string
  made: string
  state: FormState
  answers: Record<string, Answer>
  signatures?: Signatures
  due?: string
  own?: boolean
  asked?: string
}

/** A name as a hand writes it on glass: close enough to see that it was drawn. */
const drawn =
  'M22 30L58 26M40 18L38 62M26 48L56 44M74 24L70 60M70 34L92 30L90 58M112 22L104 44L128 40M118 32L116 70M104 58L134 54M158 26L150 40M154 34L176 30L168 48L150 66M164 44L182 64M206 22L204 66M196 36L220 32M228 28L224 60L250 56M236 40L246 38'

/** Forms as a week leaves them: signed, waiting for a lead, half written, and a sheet that is somebody's own. */
export const tellForms = (rows: Rows): void => {
  const customers = rows.all<Customer>('customer')
  const put = (key: string, told: Told): void => {
    const pack = Object.entries(used).find(([, keys]) => (keys as readonly string[]).includes(key))?.[0] ?? 'core'
    const layout = layoutIn(pack, key)
    const customer = told.customer === undefined ? null : customers.find(({ name }) => name === told.customer)
    if (customer === undefined) throw new Error(`${told.customer} is no customer of the demo`)
    const author = rows.all<{ id: Id; unit_id: Id }>('staff').find(({ id }) => id === staffId(told.who))
    const done = told.state === 'filed' ? at(told.made) : null
    rows.add('form', {
      id: idOf(`form ${key} ${told.who} ${told.made}`),
      layout_hash: layoutHash(layout),
      key,
      customer_id: customer?.id ?? null,
      author_id: staffId(told.who),
      unit_id: author?.unit_id,
      own: told.own ?? false,
      on_day: dayOf(told.made),
      due_on: told.due ? dayOf(told.due) : null,
      state: told.state,
      answers: told.answers,
      signatures: told.signatures ?? {},
      asked_at: told.asked ? at(told.asked) : null,
      made_at: at(told.made),
      changed_at: at(told.made),
      filed_at: done,
      version: 2,
    })
  }
  const signed = (name: string, when: string, path: string | null = drawn) => ({
    name,
    path,
    at: at(when).toISOString(),
  })
  put('gift-receipt', {
    who: 'lin',
    customer: '满仓百货连锁',
    made: '11-12 15:20',
    state: 'filed',
    answers: {
      customer: '满仓百货连锁',
      day: '2026-11-12',
      gifts: [{ gift: '台历', count: 20, note: '各门店一本' }],
      intact: true,
    },
    signatures: { signed: signed('程立军', '11-12 15:22'), handler: signed('林晓岚', '11-12 15:23', null) },
  })
  put('gift-application', {
    who: 'lin',
    customer: '北屿冷链物流',
    made: '11-23 09:20',
    asked: '11-23 09:24',
    state: 'waiting',
    answers: {
      customer: '北屿冷链物流',
      'give-on': '2026-11-26',
      reason: '专线抢修那两天，对方机房陪着守到半夜，改期又没先说，想当面道个歉。',
      gifts: [{ gift: '茶叶礼盒', count: 2, note: '机房值班的两位' }],
    },
  })
  put('fault-report', {
    who: 'lin',
    customer: '北屿冷链物流',
    made: '11-20 17:40',
    state: 'draft',
    answers: {
      customer: '北屿冷链物流',
      shown: '仓库到总部的专线不通，冷库温度上不了平台，现场人工抄表。',
      scope: 'full',
      opened: '2026-11-20 14:06',
      answered: '2026-11-20 14:31',
      closed: '2026-11-20 17:26',
      took: '3 小时 20 分',
      cause: '道路施工挖断了光缆，备用路由有一段在同一个管孔里。',
    },
  })
  put('next-step-sheet', {
    who: 'lin',
    made: '11-16 18:10',
    due: '11-23',
    own: true,
    state: 'filed',
    answers: {
      name: '林晓岚',
      day: '2026-11-16',
      learnt: '客户着急时先把话听完，再说能办的。',
      steps: [
        { what: '每天先打一个最不想打的电话', sign: '一周五个都打了', by: '2026-11-20' },
        { what: '改期前先告诉客户', sign: '没有一个是客户先发现的', by: '2026-11-23' },
      ],
      look: '2026-11-23',
    },
  })
  tellShop(customers, put, signed)
  for (const [name, inStore, note] of gifts)
    rows.add('gift', {
      id: idOf(`gift ${name}`),
      name,
      in_store: inStore,
      note,
      changed_at: ENTERED_AT,
      changed_by: staffId('gu'),
    })
}

const gifts = [
  ['茶叶礼盒', 8, '二两装'],
  ['保温杯', 24, ''],
  ['台历', 60, '2027 年'],
  ['雨伞', 2, '长柄'],
] as const

type Put = (key: string, told: Told) => void
type Sign = (name: string, when: string, path?: string | null) => Signatures[string]

/** A county manager's shop: looked over together with the keeper, who signed on the telephone's glass. */
const tellShop = (customers: readonly Customer[], put: Put, signed: Sign): void => {
  const shop = customers
    .filter(({ kind, manager_id }) => kind === 'outlet' && manager_id === staffId('lu'))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))[0]
  if (!shop) return
  put('display-check', {
    who: 'lu',
    customer: shop.name,
    made: '11-20 10:05',
    due: '12-04',
    state: 'filed',
    answers: {
      customer: shop.name,
      day: '2026-11-20',
      again: '2026-12-04',
      licence: true,
      minors: true,
      tags: false,
      clean: true,
      dates: true,
      changes: [{ what: '第二层价签补齐，新品挪到眼睛高的位置', who: '店主', by: '2026-11-27' }],
      said: '新品卖得慢，先摆两周看看。',
    },
    signatures: { signed: signed('店主', '11-20 10:12') },
  })
}
