import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#test/folder.ts'
import { loadFor } from './load.ts'

test('two hundred people sign in and work for half a minute, and nothing fails', async () => {
  const { requests, wrong, took } = await loadFor(path.join(temporaryFolder(), 'branch'), 200, 30, 1)
  expect(wrong).toEqual([])
  expect(requests).toBeGreaterThan(500)
  expect(took.get('POST /api/runs/:id/events')?.length).toBeGreaterThan(0)
}, 900_000)
