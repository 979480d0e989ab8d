import { describe, expect, test } from 'vitest'
import { auditEn } from '#domain/audit/words.en.ts'
import { auditZh } from '#domain/audit/words.zh.ts'
import { actName, type AuditWords } from '#domain/audit/act.ts'
import { caseMoves } from '#domain/case/service-case.ts'
import { expectationMoves } from '#domain/expectation/board.ts'
import type { CaseEvent } from '#domain/retention/case-event.ts'
import { actions } from '#domain/staff/role.ts'
import { promiseMoves } from '#domain/touch/promise-ledger.ts'
import { isTest, sourcesOfTree } from './tree.ts'

/** Everything that can happen in a retention case is written down as an act. */
const inCase: Readonly<Record<CaseEvent['type'], true>> = {
  opened: true,
  dispatched: true,
  handedOver: true,
  talked: true,
  reasonsNoted: true,
  expectationTaken: true,
  wayOutAsked: true,
  wayOutShown: true,
  leaveRequested: true,
  leaveWithdrawn: true,
  approvalAsked: true,
  approvalGiven: true,
  approvalRefused: true,
  offered: true,
  spendNoted: true,
  replied: true,
  agreed: true,
  reset: true,
  letGo: true,
  ended: true,
  endTakenBack: true,
  followedUp: true,
  learnt: true,
  toldTakenBack: true,
  calledOff: true,
  reopened: true,
}

/** Every act the server writes down as a literal, and those it puts together from a list of moves. */
const acts = (): string[] => {
  const sources = sourcesOfTree().filter(({ path }) => path.startsWith('server/') && !isTest(path))
  const literal = sources.flatMap(({ text }) => {
    const named = [...text.matchAll(/action: (?:[^,\n`]*\? )?'(\w+\.\w+)'(?: : '(\w+\.\w+)')?/g)].flatMap(
      ([, one, other]) => [one, other],
    )
    const told = [...text.matchAll(/told\([^\n]*'(\w+\.\w+)'/g)].map(([, one]) => one)
    return [...named, ...told].flatMap((one) => one ?? [])
  })
  const moved = [
    ...promiseMoves.map((move) => `promise.${move}`),
    ...caseMoves.map((move) => `case.${move}`),
    ...expectationMoves.map((move) => `expectation.${move}`),
    ...Object.keys(inCase).map((move) => `retention.${move}`),
  ]
  const refusals: readonly string[] = actions
  return [...new Set([...literal, ...moved])].filter((act) => act === 'team.read' || !refusals.includes(act)).toSorted()
}

describe('the log of acts', () => {
  const all = acts()

  test('finds the acts it is about', () => {
    expect(all.length).toBeGreaterThan(90)
    expect(all).toEqual(expect.arrayContaining(['promise.made', 'number.revealed', 'campaign.set']))
  })

  test.each([
    ['zh', auditZh],
    ['en', auditEn],
  ] satisfies [string, AuditWords][])('has words for every act in %s', (_language, words) => {
    expect(all.filter((act) => actName(act, words) === act)).toEqual([])
  })

  test('has the same words in both languages', () => {
    for (const part of ['kinds', 'acts', 'whole'] as const)
      expect(Object.keys(auditEn[part])).toEqual(Object.keys(auditZh[part]))
  })
})
