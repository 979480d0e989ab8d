import { z } from 'zod'
import { isDay } from '#domain/kernel/day.ts'
import type { Language, Said } from '#domain/kernel/said.ts'
import { factKeys } from './facts.ts'
import type { ProblemFacts } from './problem.ts'
import { hasBrokenSlot, nearestFact, slotsOf, unknownSlots } from './slot.ts'

/** A sentence in both languages; neither may be missing. */
export type Text = Readonly<Record<Language, string>>

type Context = {
  addIssue: (issue: { code: 'custom'; params: Said<ProblemFacts>; path: string[]; input?: unknown }) => void
}

const complain = (context: Context, path: string[], said: Said<ProblemFacts>): void => {
  context.addIssue({ code: 'custom', params: said, path })
}

const matching = (fits: (text: string) => boolean, said: (text: string) => Said<ProblemFacts>) =>
  z.string().superRefine((text, context) => {
    if (!fits(text)) complain(context, [], said(text))
  })

export const words = matching(
  (text) => text.trim() !== '',
  () => ({ code: 'text.empty', params: {} }),
)

export const id = matching(
  (text) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text),
  (found) => ({ code: 'id.form', params: { found } }),
)

export const sourceId = matching(
  (text) => /^[KSRHGMP]-\d{2}$/.test(text),
  (found) => ({ code: 'source.form', params: { found } }),
)

export const day = matching(isDay, (found) => ({ code: 'day.form', params: { found } }))

export const clock = matching(
  (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
  (found) => ({ code: 'clock.form', params: { found } }),
)

const text = z.strictObject({ zh: words, en: words })

/** Words that are shown as they stand: a slot here would be read out as braces. */
export const checkedPlain = text.superRefine((value, context) => {
  for (const language of ['zh', 'en'] as const) {
    if (/\{\{|\}\}/.test(value[language])) complain(context, [language], { code: 'slot.notHere', params: {} })
  }
})

/** Words of a script, with slots from the closed list, the same ones in both languages. */
export const checkedLine = text.superRefine((value, context) => {
  for (const language of ['zh', 'en'] as const) {
    const line = value[language]
    if (hasBrokenSlot(line)) complain(context, [language], { code: 'slot.broken', params: {} })
    for (const slot of unknownSlots(line)) {
      complain(context, [language], { code: 'slot.unknown', params: { slot, nearest: nearestFact(slot, factKeys) } })
    }
  }
  const [zh, en] = [new Set(slotsOf(value.zh)), new Set(slotsOf(value.en))]
  const onlyOne = [...zh].find((slot) => !en.has(slot)) ?? [...en].find((slot) => !zh.has(slot))
  if (onlyOne !== undefined) complain(context, ['en'], { code: 'slot.oneLanguage', params: { slot: onlyOne } })
})
