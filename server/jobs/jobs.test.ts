import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'
import { inTransaction } from '#server/db/pool.ts'
import { systemClock } from '#server/http/clock.ts'
import { askForJob, type AskedJob } from './ask.ts'
import { type RunningJobs, startJobs } from './start.ts'
import { JobRefused, type Works } from './task.ts'

const ask = ({ db }: TestApi, asked: AskedJob): Promise<string> =>
  inTransaction(db, (trx) => askForJob(trx, 1, MONDAY_AT_TEN, { askedBy: idOf('lin'), ...asked }))

const jobOf = async ({ as }: TestApi, id: string, code = 'lin') =>
  (await as(code)('GET /api/jobs/:id', { params: { id } })).body

const ended = async (api: TestApi, id: string) => {
  for (let tries = 0; tries < 300; tries++) {
    const job = await jobOf(api, id)
    if (job.finishedAt !== null) return job
    await wait(50)
  }
  throw new Error(`job ${id} did not end`)
}

const withJobs = async (
  api: TestApi,
  works: Works,
  story: (jobs: RunningJobs) => Promise<void>,
): Promise<unknown[]> => {
  const errors: unknown[] = []
  const jobs = await startJobs({
    db: api.db,
    pool: api.pool,
    clock: systemClock,
    works,
    onError: (error) => errors.push(error),
  })
  try {
    await story(jobs)
  } finally {
    await jobs.close()
  }
  return errors
}

describe('a job', () => {
  test('starts when the transaction that asked for it is committed, and is done once', async () => {
    const api = await testApi()
    const seen: unknown[] = []
    const works: Works = {
      count: async ({ payload, progress }) => {
        seen.push(payload)
        await progress(3, 3)
        return { counted: 3 }
      },
    }
    const errors = await withJobs(api, works, async () => {
      const given = idOf('the job')
      await expect(
        inTransaction(api.db, async (trx) => {
          await askForJob(trx, 1, MONDAY_AT_TEN, { name: 'count', payload: { of: 'nothing' } })
          throw new Error('the change failed')
        }),
      ).rejects.toThrow('the change failed')
      expect(await ask(api, { name: 'count', payload: { of: 'bills' }, id: given })).toBe(given)
      await ask(api, { name: 'count', payload: { of: 'bills' }, id: given })
      expect(await ended(api, given)).toMatchObject({ state: 'done', done: 3, total: 3, result: { counted: 3 } })
    })
    expect(errors).toEqual([])
    expect(seen).toEqual([{ of: 'bills' }])
  })

  test('asked for again while it waits is the same job', async () => {
    const api = await testApi()
    const first = await ask(api, { name: 'monthly', payload: { month: 202611 } })
    expect(await ask(api, { name: 'monthly', payload: { month: 202611 } })).toBe(first)
    expect(await ask(api, { name: 'monthly', payload: { month: 202610 } })).not.toBe(first)
  })

  test('tells how it failed: by its own sentence, or as our fault', async () => {
    const api = await testApi()
    const works: Works = {
      refuse: async () => {
        throw new JobRefused({ code: 'sheet.empty', params: {} })
      },
      break: async () => {
        throw new Error('a bug')
      },
    }
    const errors = await withJobs(api, works, async () => {
      const [refused, broken] = [await ask(api, { name: 'refuse' }), await ask(api, { name: 'break' })]
      expect(await ended(api, refused)).toMatchObject({ state: 'failed', problem: { code: 'sheet.empty' } })
      expect(await ended(api, broken)).toMatchObject({ state: 'failed', problem: { code: 'job.failed' } })
    })
    expect(errors.map(String)).toEqual(['Error: a bug'])
  })

  test('cancelled while it runs ends at its next step; while it waits, at once', async () => {
    const api = await testApi()
    const endless: Works = {
      endless: async ({ progress }) => {
        for (let n = 0; ; n++) {
          await progress(n)
          await wait(20)
        }
      },
    }
    const waiting = await ask(api, { name: 'endless' })
    const cancelled = await api.as('lin')('PUT /api/jobs/:id/cancellation', { params: { id: waiting } })
    expect(cancelled.body.state).toBe('cancelled')
    await withJobs(api, endless, async () => {
      const id = await ask(api, { name: 'endless' })
      while ((await jobOf(api, id)).state === 'waiting') await wait(50)
      await api.as('han')('PUT /api/jobs/:id/cancellation', { params: { id } })
      expect((await jobOf(api, id)).cancelling).toBe(false)
      await api.as('lin')('PUT /api/jobs/:id/cancellation', { params: { id } })
      expect(await ended(api, id)).toMatchObject({ state: 'cancelled' })
    })
  })

  test('cut short by the end of the program goes on at the next start', async () => {
    const api = await testApi()
    let rounds = 0
    const works: Works = {
      long: async ({ progress }) => {
        rounds += 1
        if (rounds === 1)
          for (;;) {
            await progress(0)
            await wait(20)
          }
        return { rounds }
      },
    }
    let id = ''
    await withJobs(api, works, async () => {
      id = await ask(api, { name: 'long' })
      while ((await jobOf(api, id)).state === 'waiting') await wait(50)
    })
    expect((await jobOf(api, id)).state).toBe('running')
    await withJobs(api, works, async () => {
      expect(await ended(api, id)).toMatchObject({ state: 'done', result: { rounds: 2 } })
    })
  })

  test.each([
    ['lin', 200],
    ['han', 404],
    ['gu', 404],
    [null, 401],
  ])('that lin asked for answers %s with %i', async (code, status) => {
    const api = await testApi()
    const id = await ask(api, { name: 'count' })
    expect((await api.as(code)('GET /api/jobs/:id', { params: { id } })).status).toBe(status)
  })
})
