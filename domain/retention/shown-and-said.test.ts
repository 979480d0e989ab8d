import { expect, test } from 'vitest'
import { shownAndSaid, type ShownAndSaid } from './shown-and-said.ts'

const fee = { code: 'feature.moved', params: { zh: '每月消费', en: 'Monthly spend', value: 40 }, changeable: false }
const alsoFee = { code: 'feature.below', params: { zh: '每月消费', en: 'Monthly spend', tenths: 8 }, changeable: false }
const complained = { code: 'signal.complaint_open', params: { days: 9 }, changeable: true }

const record = (customerId: string, part: Partial<ShownAndSaid>): ShownAndSaid => ({
  customerId,
  shown: [],
  said: [],
  voice: 'customer',
  ...part,
})

test('signs stand beside what customers said, each customer once, ours apart from theirs', () => {
  const table = shownAndSaid([
    record('a', { shown: [fee, complained], said: ['price', 'service'] }),
    record('b', { shown: [alsoFee], said: ['price', 'price'] }),
    record('c', { shown: [fee], said: ['moved'], voice: 'us' }),
    record('d', { said: ['rivalPrice'] }),
    record('e', { shown: [fee] }),
  ])
  expect(table).toMatchObject({ customers: 4, unshown: 1, enough: false, least: 20 })
  expect(table.rows).toEqual([
    {
      sign: '每月消费',
      names: { zh: '每月消费', en: 'Monthly spend' },
      changeable: false,
      customers: 3,
      said: [
        { reason: 'price', customers: 2 },
        { reason: 'service', customers: 1 },
      ],
      written: [{ reason: 'moved', customers: 1 }],
    },
    {
      sign: 'signal.complaint_open',
      names: null,
      changeable: true,
      customers: 1,
      said: [
        { reason: 'price', customers: 1 },
        { reason: 'service', customers: 1 },
      ],
      written: [],
    },
  ])
})

test('nobody asked yet is an empty table', () => {
  expect(shownAndSaid([record('a', { shown: [fee] })])).toMatchObject({ customers: 0, rows: [] })
})
