import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { healthRoutes } from './health.ts'
import { Metrics } from './metrics.ts'

const get = async (routes: ReturnType<typeof healthRoutes>, path: string) => {
  const answer = await routes.request(path)
  return { status: answer.status, text: await answer.text() }
}

describe('what a machine is watched by', () => {
  test('it lives, it serves while the database answers, and no longer when it is about to end', async () => {
    const { db, pool, close } = await testDatabase()
    const state = { stopping: false }
    const routes = healthRoutes({ db, pool, stopping: () => state.stopping, metrics: null })
    expect(await get(routes, '/healthz')).toEqual({ status: 200, text: 'ok\n' })
    expect(await get(routes, '/readyz')).toEqual({ status: 200, text: 'ready\n' })
    state.stopping = true
    expect((await get(routes, '/readyz')).status).toBe(503)
    state.stopping = false
    await close()
    expect(await get(routes, '/readyz')).toEqual({ status: 503, text: 'no database\n' })
    expect((await get(routes, '/healthz')).status).toBe(200)
    expect((await get(routes, '/metrics')).status).toBe(404)
  })

  test('figures count by endpoint and status, never by record, in ever wider buckets', async () => {
    const { db, pool } = await testDatabase()
    const metrics = new Metrics()
    metrics.observe('GET /api/customers/:id', 200, 0.004)
    metrics.observe('GET /api/customers/:id', 200, 0.3)
    metrics.observe('GET /api/customers/:id', 404, 12)
    const { text } = await get(healthRoutes({ db, pool, stopping: () => false, metrics }), '/metrics')
    const of = 'method="GET",path="/api/customers/:id"'
    for (const line of [
      `weixi_requests_total{${of},status="200"} 2`,
      `weixi_requests_total{${of},status="404"} 1`,
      `weixi_request_seconds_bucket{${of},le="0.005"} 1`,
      `weixi_request_seconds_bucket{${of},le="0.5"} 2`,
      `weixi_request_seconds_bucket{${of},le="10"} 2`,
      `weixi_request_seconds_bucket{${of},le="+Inf"} 3`,
      `weixi_request_seconds_count{${of}} 3`,
      'weixi_jobs_waiting 0',
      'weixi_audit_unsealed 0',
    ])
      expect(text.split('\n')).toContain(line)
    // the text format: a line is a comment or a name, labels, a number
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) weixi_\w+ .+|weixi_\w+(\{[^{}]+\})? [\d.e+-]+)$/)
  })
})
