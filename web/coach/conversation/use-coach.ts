import { useMemo } from 'react'
import type { CompiledOwn } from '#domain/coach/own-rule.ts'
import type { Language } from '#domain/kernel/said.ts'
import { readyCoach } from '#web/client/coach/engine.ts'
import { useRules } from '#web/client/coach/use-marks.ts'

const none: readonly CompiledOwn[] = []

/** The language most words of a talk are in: one product name in English makes no English talk. */
export const languageOfTalk = (text: string): Language =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= (text.match(/[a-z]+/gi)?.length ?? 0) ? 'zh' : 'en'

/** All rules a talk is looked at with, the branch's own among them; null until they are here. */
export const useCoach = (language: Language) => {
  const { compiled, own, error, refetch } = useRules(language)
  const coach = useMemo(() => (compiled ? readyCoach(compiled, own ?? none) : null), [compiled, own])
  return { coach, error, refetch }
}
