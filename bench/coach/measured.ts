import { writeFileSync } from 'node:fs'
import type { Turn } from '#domain/coach/look.ts'
import { lookAt } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { isMark } from '#domain/coach/own-level.ts'
import { sentencesIn } from './sentences.ts'
import { reported, turnsOf } from './unseen.ts'

/**
 * Writes how often each kind of rule was right where it marked something: of the sentences by another writer on the half that was not
 * tuned on, and of the sealed ones. What the library of rules shows beside a kind.
 */
export const writeMeasured = (coach: Coach): void => {
  const measured: Record<string, { right: number; marked: number }> = {}
  const count = (turns: readonly Turn[], isFaulty: boolean): void => {
    const kinds = new Set(
      (lookAt(coach, turns).at(-1) ?? [])
        .filter(({ level }) => isMark(level))
        .map(({ rule, act }) => `${rule.slice(0, 2)}.${act}`),
    )
    for (const kind of kinds) {
      const known = (measured[kind] ??= { right: 0, marked: 0 })
      known.marked++
      if (isFaulty) known.right++
    }
  }
  for (const row of reported()) count(turnsOf(row), row.label !== 'fine')
  for (const { customer, text, labels } of sentencesIn('sealed'))
    count(
      [...(customer === '' ? [] : [{ by: 'customer', text: customer } as const]), { by: 'staff', text }],
      labels.length > 0,
    )
  const sorted = Object.fromEntries(Object.entries(measured).sort(([a], [b]) => a.localeCompare(b)))
  writeFileSync('content/core/coach/measured.json', `${JSON.stringify(sorted, null, 2)}\n`)
}
