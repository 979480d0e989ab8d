import { describe, expect, test } from 'vitest'
import { isWorkday } from '#domain/kernel/workdays.ts'
import { type CampaignMove, type CampaignPlan, moveCampaign, phaseOf, planProblem, spreadOver } from './campaign.ts'
import { campaignEn } from './campaign-words.en.ts'
import { campaignZh } from './campaign-words.zh.ts'

const plan: CampaignPlan = { share: 0.2, contactUntil: '2026-12-18', stayMonth: '2027-02', readOn: '2027-03-10' }

describe('the plan of a campaign', () => {
  test('has its outcome after the contacts and its reading after the outcome', () => {
    const code = (more: Partial<CampaignPlan>) => planProblem({ ...plan, ...more }, '2026-11-23')?.code
    expect(code({})).toBeUndefined()
    expect(code({ contactUntil: '2026-11-22' })).toBe('campaign.contactOver')
    expect(code({ stayMonth: '2026-11' })).toBe('campaign.outcomeTooSoon')
    expect(code({ stayMonth: '2026-12', readOn: '2027-01-01' })).toBeUndefined()
    expect(code({ readOn: '2027-02-28' })).toBe('campaign.readTooSoon')
  })

  test('goes from contacting over waiting to reading', () => {
    const phases = ['2026-12-18', '2026-12-19', '2027-03-09', '2027-03-10'].map((day) => phaseOf('running', plan, day))
    expect(phases).toEqual(['contacting', 'waiting', 'waiting', 'readable'])
    expect(phaseOf('stopped', plan, '2026-11-23')).toBe('waiting')
    expect(phaseOf('draft', plan, '2027-03-10')).toBe('draft')
  })
})

describe('a move', () => {
  const after = (state: 'draft' | 'running' | 'stopped', move: CampaignMove, contacted = 0, today = '2026-11-23') => {
    const moved = moveCampaign({ state, plan, contacted }, move, today)
    return moved.ok ? moved.value : moved.error.code
  }
  test('made twice is made once', () => {
    expect(after('draft', 'start')).toBe('running')
    expect(after('running', 'start')).toBe('running')
    expect(after('stopped', 'start')).toBe('campaign.notNow')
  })
  test('takes a start back only while nobody was contacted', () => {
    expect(after('running', 'unstart')).toBe('draft')
    expect(after('running', 'unstart', 3)).toBe('campaign.contacted')
  })
  test('is none from the day of reading on', () => {
    expect(after('running', 'stop', 0, '2027-03-10')).toBe('campaign.read')
    expect(after('running', 'stop', 9)).toBe('stopped')
    expect(after('stopped', 'resume')).toBe('running')
    expect(after('stopped', 'resume', 0, '2026-12-20')).toBe('campaign.contactOver')
  })
})

test('contacts are spread evenly over the workdays that are left', () => {
  const days = spreadOver(40, '2026-11-23', '2026-12-04')
  expect(days).toHaveLength(40)
  expect(days.every((day) => isWorkday(day))).toBe(true)
  expect(days.toSorted()).toEqual(days)
  const each = new Map<string, number>()
  for (const day of days) each.set(day, (each.get(day) ?? 0) + 1)
  expect([...each.values()]).toEqual(Array.from({ length: 10 }, () => 4))
  expect(spreadOver(2, '2026-11-28', '2026-11-29')).toEqual(['2026-11-29', '2026-11-29'])
  expect(spreadOver(0, '2026-11-23', '2026-12-04')).toEqual([])
})

test.each([campaignZh, campaignEn])('every refusal is a whole sentence', (words) => {
  const said = [
    words['campaign.nobody']({}),
    words['campaign.contactOver']({ until: '2026-11-20' }),
    words['campaign.outcomeTooSoon']({ month: '2026-11', until: '2026-12-01' }),
    words['campaign.readTooSoon']({ month: '2026-11', earliest: '2026-12-01' }),
    words['campaign.notNow']({ state: 'stopped' }),
    words['campaign.read']({ readOn: '2026-11-20' }),
    words['campaign.contacted']({ customers: 3 }),
    words['campaign.noPlaybook']({}),
  ]
  for (const text of said) expect(text).toMatch(/^\S.*[。.]$/u)
})
