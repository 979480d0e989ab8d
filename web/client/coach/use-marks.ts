import { useEffect, useState } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import type { Mark, Written } from './engine.ts'

/** Looking waits for a pause of the hand: a line that comes and goes under every letter would be noise. */
const PAUSE_MS = 350

const HAN = /\p{Script=Han}/u
const WORDS = /[a-z]{2}[^a-z]+[a-z]{2}/i

/** Whose rules a text needs: those of its own language, whatever the screen speaks. */
const languageOf = (text: string): Language | null => (HAN.test(text) ? 'zh' : WORDS.test(text) ? 'en' : null)

/** The rules, asked for once there is something to look at; the packs' are asked for once a page, whatever is written meanwhile. */
export const useRules = (language: Language | null) => {
  const pack = useRead(
    'GET /api/coach',
    { query: { language: language ?? 'zh' } },
    { enabled: language !== null, lasting: true },
  )
  const own = useRead('GET /api/coach/own', {}, { enabled: language !== null, keep: true }).data
  return {
    compiled: pack.data?.compiled,
    own: own?.rules,
    rephrases: own?.rephrases ?? false,
    error: pack.error,
    refetch: pack.refetch,
  }
}

type Wanted = { text: string; by: Written; opening: boolean; isOff: boolean }

const nothing: readonly Mark[] = []

/** What is marked in a text as it stands after a pause; the engine comes with the first text, and without a network too. */
export const useMarks = ({ text, by, opening, isOff }: Wanted): { marks: readonly Mark[]; rephrases: boolean } => {
  const language = isOff ? null : languageOf(text)
  const { compiled, own, rephrases } = useRules(language)
  const [seen, setSeen] = useState<{ text: string; marks: readonly Mark[] }>({ text: '', marks: nothing })
  useEffect(() => {
    if (language === null || !compiled) return undefined
    let gone = false
    const look = async (): Promise<void> => {
      const { marksOf, readyCoach } = await import('./engine.ts')
      if (!gone) setSeen({ text, marks: marksOf(readyCoach(compiled, own ?? none), text, by, opening) })
    }
    const timer = setTimeout(() => void look().catch(() => undefined), PAUSE_MS)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [text, by, opening, language, compiled, own])
  return { marks: language === null ? nothing : standing(seen, text), rephrases }
}

const none: readonly never[] = []

/** While somebody goes on typing, marks stay on the words they were found on as long as these stand where they stood. */
const standing = (seen: { text: string; marks: readonly Mark[] }, text: string): readonly Mark[] =>
  seen.text === text ? seen.marks : seen.marks.filter(({ start, end, words }) => text.slice(start, end) === words)
