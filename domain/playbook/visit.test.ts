import { expect, test } from 'vitest'
import { aRun, begins, checks, entersStep } from '#test/playbook-run.ts'
import { playbookSchema } from './definition.ts'
import type { Happening } from './event.ts'
import { reduceRun } from './run.ts'
import { placeInVisit, stagesOf } from './visit.ts'

const text = (zh: string) => ({ zh, en: zh })
const step = (id: string, kind: string, check: string) => ({
  id,
  kind,
  title: text(id),
  aim: text(id),
  checks: [{ id: check, label: text(check), required: true }],
})

const visit = playbookSchema.parse({
  id: 'visit',
  version: 1,
  title: text('拜访'),
  aim: text('拜访'),
  sources: ['S-40'],
  reviewer: text('主管'),
  reviewed: '2026-11-22',
  directions: ['outbound'],
  purposes: [{ id: 'care', title: text('看望'), heed: [text('多听')] }],
  steps: [
    step('know', 'prepare', 'bills'),
    step('ready', 'prepare', 'pen'),
    step('way', 'prepare', 'time'),
    step('door', 'talk', 'knocked'),
    step('leave', 'talk', 'open'),
    step('review', 'after', 'goal'),
  ],
})

const standing = (agreed: boolean, ...happenings: Parameters<typeof aRun>): string[] =>
  stagesOf(visit, reduceRun(visit, aRun(...happenings)), agreed).map(({ stage, is, open }) =>
    open > 0 ? `${stage} ${is} ${open}` : `${stage} ${is}`,
  )

test('a visit begins with what is known; without a purpose and an appointment two stages are not complete [S-40]', () => {
  expect(standing(false, begins({ direction: 'outbound' }))).toEqual([
    'information here',
    'purpose half',
    'appointment half',
    'preparation ahead',
    'meeting ahead',
    'review ahead',
  ])
})

test('a stage that was left with musts open says how many; one with all of them done is done', () => {
  const chosen: Happening = { type: 'purposesSet', purposes: ['care'] }
  const there = [
    begins({ direction: 'outbound' }),
    chosen,
    checks('know.bills'),
    entersStep('ready'),
    entersStep('way'),
    { type: 'connected' } as const,
  ]
  expect(standing(true, ...there)).toEqual([
    'information done',
    'purpose done',
    'appointment done',
    'preparation half 2',
    'meeting here',
    'review ahead',
  ])
})

test('the first step before the door is for knowing, the last the way there, the last talk the leaving', () => {
  const state = reduceRun(visit, aRun(begins({ direction: 'outbound' })))
  expect(visit.steps.map((one) => placeInVisit(visit, state, one))).toEqual([
    'know',
    'ready',
    'way',
    'meeting',
    'leave',
    'review',
  ])
})

test('what was rehearsed and whether the aim was reached stand until they are taken back [S-33][S-39]', () => {
  const noted = (what: string) => ({ type: 'visitNoted', topic: 'benefit', what }) as const
  const judged = (reached: 'partly' | null) => ({ type: 'goalJudged', reached }) as const
  const before = reduceRun(visit, aRun(begins({ direction: 'outbound' }), noted(' 少对半天账 '), judged('partly')))
  expect([before.visit, before.goal]).toEqual([{ benefit: '少对半天账' }, 'partly'])
  const after = reduceRun(
    visit,
    aRun(begins({ direction: 'outbound' }), noted('少对半天账'), judged('partly'), noted(''), judged(null)),
  )
  expect([after.visit, after.goal]).toEqual([{}, null])
})
