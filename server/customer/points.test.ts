import { beforeAll, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

/** What was given for points stands on the points it was given for. */
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  for (const name of ['李素珍', '陈国栋', '方敏']) await aCustomer(api, name, { manager: 'lin' })
  await aCustomer(api, '福顺烟酒店', { manager: 'lin', kind: 'outlet' })
})

const put = (
  customer: string,
  part: string,
  fields: Record<string, unknown>,
  baseVersion: number | null = null,
  removed?: boolean,
) =>
  api.as('lin')('PUT /api/customers/:id/points/:partId', {
    params: { id: idOf(customer), partId: idOf(`${customer} ${part}`) },
    body: { baseVersion, fields, ...(removed === undefined ? {} : { removed }) },
  })

const given = (points: number, onDay = '2026-11-01') => ({ kind: 'reward', onDay, what: '老客户答谢', points })
const taken = (points: number, onDay = '2026-11-10') => ({
  kind: 'spend',
  onDay,
  what: '电饭煲',
  points,
  gift: 'goods',
})

const codeOf = ({ status, error }: { status: number; error: { reasons?: readonly { code: string }[] } }) =>
  status === 200 ? 200 : error.reasons?.[0]?.code

test('a reward that was spent is neither taken back nor made less nor moved; unspent it may be', async () => {
  await put('李素珍', 'reward', given(3000))
  expect(codeOf(await put('李素珍', 'gift', taken(3001)))).toBe('points.not_enough')
  expect(codeOf(await put('李素珍', 'gift', taken(3000)))).toBe(200)
  expect(codeOf(await put('李素珍', 'reward', {}, 1, true))).toBe('points.covered')
  expect(codeOf(await put('李素珍', 'reward', { points: 2999 }, 1))).toBe('points.covered')
  expect(codeOf(await put('李素珍', 'reward', { kind: 'late', month: '2026-10', share: 50 }, 1))).toBe('points.covered')
  expect(codeOf(await put('李素珍', 'gift', {}, 1, true))).toBe(200)
  expect(codeOf(await put('李素珍', 'reward', {}, 1, true))).toBe(200)
  expect(codeOf(await put('李素珍', 'gift', {}, 2, false))).toBe('points.not_enough')
})

test('an earlier gift does not take what a later one stands on', async () => {
  await put('陈国栋', 'reward', given(1000))
  await put('陈国栋', 'later', taken(1000, '2026-11-20'))
  expect(codeOf(await put('陈国栋', 'earlier', taken(400, '2026-11-05')))).toBe('points.covered')
})

test('nothing is given or taken on a day to come', async () => {
  expect(codeOf(await put('方敏', 'reward', given(500, '2199-01-01')))).toBe('points.future')
  expect(codeOf(await put('方敏', 'reward', given(500)))).toBe(200)
  expect(codeOf(await put('方敏', 'gift', taken(500, '2199-01-01')))).toBe('points.future')
})

test('gifts taken and a reward taken back at once never leave a gift without its points', async () => {
  await put('方敏', 'prize', given(100))
  const answers = await Promise.all([
    put('方敏', 'a', taken(600)),
    put('方敏', 'b', taken(600)),
    put('方敏', 'prize', {}, 1, true),
  ])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('four evaluations of one quarter at once are one', async () => {
  const evaluation = { quarter: '2026-Q4', business: 50, shop: 15, honest: 18 }
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      api.as('lin')('PUT /api/customers/:id/evaluations/:partId', {
        params: { id: idOf('福顺烟酒店'), partId: idOf(`evaluation ${n}`) },
        body: { baseVersion: null, fields: evaluation },
      }),
    ),
  )
  expect(answers.map((answer) => String(codeOf(answer))).toSorted()).toEqual([
    '200',
    'evaluation.twice',
    'evaluation.twice',
    'evaluation.twice',
  ])
})
