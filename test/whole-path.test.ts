import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { churnEn } from '#domain/churn/words.en.ts'
import { churnZh } from '#domain/churn/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { whyZh } from '#domain/worklist/why.zh.ts'
import { hasChurnData, SETS } from './churn-data.ts'
import { firstStart, type OwnBranch } from './first-start.ts'
import { referenceFile } from './reference-data.ts'

type Real = keyof typeof SETS
type Story = { rows: number; leavers: number; auc: number; firstCode: string; billMonth?: string }

/** Two real files, neither of them touched, and what has to come of each. The second has one column that is a month's bill. */
const files: Record<Real, Story> = {
  iranian: { rows: 3150, leavers: 495, auc: 0.97, firstCode: 'Customer_Churn-2' },
  ibm: { rows: 7043, leavers: 1869, auc: 0.84, firstCode: '7590-VHVEG', billMonth: '2026-10' },
}

const IMPORT = '01a20320-a200-7000-8000-00000000f11e'
const TRAINING = '01a20320-a200-7000-8000-00000000f11f'

const imported = async ({ call, upload, finishJobs }: OwnBranch, set: Real) => {
  const { folder, file } = SETS[set]
  const bytes = new Uint8Array(readFileSync(referenceFile(`${folder}/${file}`)))
  const { billMonth } = files[set]
  await upload(`/api/imports/${IMPORT}/file?name=${file}&bytes=${bytes.length}&offset=0`, bytes)
  const seen = await call('GET /api/imports/:id/preview', {
    params: { id: IMPORT },
    query: billMonth ? { billMonth } : {},
  })
  const { staff } = await call('GET /api/session', {})
  await call('PUT /api/imports/:id/run', {
    params: { id: IMPORT },
    body: { mapping: seen.mapping, mode: 'both', keeperId: staff.id },
  })
  await finishJobs()
  return call('GET /api/imports/:id', { params: { id: IMPORT } })
}

const trained = async ({ call, finishJobs }: OwnBranch) => {
  await call('POST /api/warning/trainings', { body: { id: TRAINING, exclude: [] } })
  await finishJobs()
  return call('GET /api/warning', {})
}

describe.each(Object.keys(files) as Real[])('from the first start to today with the %s file', (set) => {
  const there = hasChurnData(set)
  const { rows, leavers, auc, firstCode, billMonth } = files[set]
  test.skipIf(!there)(
    `it goes in as it is, is ranked, warned of and called${there ? '' : ' (not here: WEIXI_REFERENCE_DATA)'}`,
    async () => {
      const branch = await firstStart()
      const { db, call } = branch
      const done = await imported(branch, set)
      expect(done).toMatchObject({ state: 'done', figures: { rowsRead: rows, created: rows, rejected: 0 } })
      const { rows: kept } = await sql<{ code: string; rows: number; contents: number; left: number }>`
        select min(c.code) filter (where c.code = ${firstCode}) as code, count(*)::int as rows,
          count(distinct (s.attributes, s.left_later))::int as contents, (count(*) filter (where s.left_later))::int as left
        from customer c join attribute_snapshot s on s.branch_id = c.branch_id and s.customer_id = c.id`.execute(db)
      expect(kept[0]).toMatchObject({ code: firstCode, rows, left: leavers })
      // three hundred rows of this file repeat another one to the letter, and are customers of their own all the same
      if (set === 'iranian') expect(rows - (kept[0]?.contents ?? 0)).toBe(300)

      const value = await call('GET /api/value', {})
      expect(value.shown).toMatchObject({ month: billMonth ?? '2026-11' })
      const before = await call('GET /api/warning', {})
      expect(before).toMatchObject({ model: null, labels: { rows, leavers } })

      const page = await trained(branch)
      expect(page.model?.quality.auc.value).toBeGreaterThan(auc)
      expect(page.model?.alarms).toEqual([])
      expect(page.model?.columns.filter(({ meaning }) => meaning === null)).toEqual([])
      expect(page.counts).toMatchObject({ byModel: rows, unknown: 0 })
      const [top] = (await call('GET /api/warning/customers', {})).rows
      expect(top?.reasons.length).toBeGreaterThan(0)
      // one snapshot tells neither a month nor a movement
      expect(top?.reasons.map(({ code }) => code).join()).not.toMatch(/moved|feature\.at/)
      for (const { code, params } of top?.reasons ?? [])
        for (const words of [churnZh, churnEn])
          expect(sentence(words, { code, params })).not.toMatch(/undefined|NaN|null/)
      const tier = await call('GET /api/customers/:id/tier', { params: { id: top?.id ?? '' } })
      if (billMonth) expect(page.counts.atRiskFen).toBeGreaterThan(0)
      else {
        expect(page.counts.atRiskFen).toBeNull()
        expect(top).toMatchObject({ tier: null, paid12Fen: null, atRiskFen: null })
        expect(tier.said.map(({ code }) => code)).toEqual(['tier.noBills', 'tier.rule'])
      }

      const today = await call('GET /api/today', {})
      const [first] = today.rows
      expect(first?.whys[0]?.code).toBe('why.risk')
      expect(first && sentence(whyZh, first.whys[0] ?? { code: '', params: {} })).toMatch(
        billMonth ? /^离开的可能 \d+%，关系到每年 ¥[\d,]+$/ : /^离开的可能 \d+%$/,
      )
      const begun = await call('PUT /api/runs/:id', {
        params: { id: '01a20320-a200-7000-8000-00000000f120' },
        body: { customerId: first?.customerId ?? '', direction: 'outbound', purpose: 'care', occasions: [] },
      })
      expect(begun).toBeDefined()
    },
    300_000,
  )
})
