import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/folder.ts'
import { killRounds } from './rounds.ts'

test('ended without a word twenty times while people write, it loses nothing it acknowledged and leaves nothing half', async () => {
  const { rounds, ended, acknowledged, wrong, odd, audit } = await killRounds(
    path.join(temporaryFolder(), 'branch'),
    20,
    2,
  )
  expect(wrong).toEqual([])
  expect([...new Set(odd)]).toEqual([])
  expect(rounds).toBe(20)
  for (const times of Object.values(ended)) expect(times).toBeGreaterThan(0)
  expect(acknowledged).toBeGreaterThan(200)
  expect(audit.rows).toBeGreaterThan(100)
  expect(audit.faults).toBe(0)
}, 900_000)
