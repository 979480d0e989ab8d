import type { Said } from '#domain/kernel/said.ts'
import { isMark } from './own-level.ts'
import { marksIn } from './own-rule.ts'
import type { Coach } from './ready.ts'

/** What speaks against words on their way to a customer: the kind in both languages, and a reply of our own. */
export type OutgoingFacts = {
  'wording.forbidden': { words: string; zh: string; en: string; rewrite: string | null }
  'wording.blunt': { words: string; zh: string; en: string; rewrite: string | null }
}

/** `refused` keeps the words here until they are changed; `warned` the writer may overrule. */
export type OutgoingVerdict = {
  refused: Said<Pick<OutgoingFacts, 'wording.forbidden'>>[]
  warned: Said<OutgoingFacts>[]
}

/** Looks at words before they leave to a customer: a forbidden phrase does not go, a blunt one goes when the writer means it [P-35][H-42][K-06]. */
export const mayLeave = (coach: Coach, text: string): OutgoingVerdict => {
  const verdict: OutgoingVerdict = { refused: [], warned: [] }
  for (const { act, level, start, end, rewrite } of marksIn(coach, text)) {
    if (!isMark(level) || level === 'hint') continue
    const title = coach.compiled.titles[act] ?? { zh: act, en: act }
    const params = { words: text.slice(start, end), ...title, rewrite }
    if (level === 'forbid') verdict.refused.push({ code: 'wording.forbidden', params })
    else verdict.warned.push({ code: 'wording.blunt', params })
  }
  return verdict
}
