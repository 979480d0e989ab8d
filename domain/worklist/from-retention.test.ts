import { expect, test } from 'vitest'
import { retentionOccasion } from './from-retention.ts'
import { keyOf } from './occasion.ts'
import { whySaid } from './why.ts'
import { whyEn } from './why.en.ts'
import { whyZh } from './why.zh.ts'

const dueAt = new Date('2026-11-23T04:00:00Z')
const waiting = { id: 'case', customerId: 'zhao', asks: 'reach', dueAt } as const

test('a retention case stands on Today by its clock, anew for the next thing it waits for [R-14]', () => {
  const first = retentionOccasion(waiting, 'Asia/Shanghai')
  const next = retentionOccasion({ ...waiting, asks: 'line' }, 'Asia/Shanghai')
  expect(first.due).toEqual({ by: 'minute', day: '2026-11-23', minute: 720 })
  expect(keyOf(first)).not.toBe(keyOf(next))
})

test('says what is to be done and by when', () => {
  const said = whySaid(retentionOccasion(waiting, 'Asia/Shanghai'), 0, { day: '2026-11-23', minute: 660 })
  if (said.code !== 'why.retention') throw new Error(said.code)
  expect(whyZh['why.retention'](said.params)).toBe('挽留：先联系上，今天中午前，还剩 1 小时')
  expect(whyEn['why.retention'](said.params)).toContain('reach them first')
})
