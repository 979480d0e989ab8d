import fc from 'fast-check'
import { expect, test } from 'vitest'
import { happenedAt } from './told-later.ts'

const now = new Date('2026-11-23T09:00:00Z')

test('what was done on the road counts from when it was done, not from when the network was back', () => {
  expect(happenedAt('2026-11-23T04:10:00Z', now)).toEqual(new Date('2026-11-23T04:10:00Z'))
  expect(happenedAt(undefined, now)).toEqual(now)
})

test('whatever a device says, it is neither to come nor before what it followed', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), fc.integer({ min: 0, max: 30 }), (said, daysBefore) => {
      const since = new Date(now.getTime() - daysBefore * 86_400_000)
      const at = happenedAt(said.toISOString(), now, since)
      expect(at <= now && at >= since).toBe(true)
    }),
  )
})
