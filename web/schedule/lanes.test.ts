import { expect, test } from 'vitest'
import { minuteOf } from './calendar-line.ts'
import { lanesOf } from './lanes.ts'

test('what is at the same time stands side by side, what follows takes the whole width', () => {
  const lanes = lanesOf([
    { id: 'a', from: 600, minutes: 60 },
    { id: 'b', from: 630, minutes: 60 },
    { id: 'c', from: 660, minutes: 30 },
    { id: 'd', from: 720, minutes: 30 },
  ])
  expect(lanes.get('a')).toEqual({ lane: 0, lanes: 2 })
  expect(lanes.get('b')).toEqual({ lane: 1, lanes: 2 })
  expect(lanes.get('c')).toEqual({ lane: 0, lanes: 2 })
  expect(lanes.get('d')).toEqual({ lane: 0, lanes: 1 })
})

test('a time is read as people type it', () => {
  expect([minuteOf('15:30'), minuteOf('9：05'), minuteOf('24:00'), minuteOf('下午')]).toEqual([930, 545, null, null])
})
