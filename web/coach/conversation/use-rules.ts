import { useMemo } from 'react'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import type { Language } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'

/** Which rules a text is looked at with: those of the language most of its words are in. */
export const languageOf = (text: string): Language =>
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= (text.match(/[a-z]+/gi)?.length ?? 0) ? 'zh' : 'en'

/** The rules, ready to look; null until they are here. */
export const useRules = (language: Language) => {
  const { data, error, refetch } = useRead('GET /api/coach', { query: { language } })
  const coach = useMemo<Coach | null>(() => (data ? coachOf(data.compiled) : null), [data])
  return { coach, error, refetch }
}
