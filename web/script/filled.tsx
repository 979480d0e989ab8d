import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import { type FactKey, isFactKey } from '#domain/playbook/facts.ts'
import type { LineVersion, Segment } from '#domain/playbook/script.ts'
import { piecesOf } from '#domain/playbook/slot.ts'
import type { Wording } from '#domain/script/definition.ts'
import { filledWords } from '#domain/script/wording.ts'
import type { Language } from '#domain/kernel/said.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Fill, Say } from '#web/ui/quote.tsx'
import { scriptMessages } from './messages.ts'

type Props = { words: Wording; version: LineVersion; facts: KnownFacts | null; quiet?: boolean }

/** Words filled in for a customer; without one, each fact by its name in brackets. */
export function Filled({ words, version, facts, quiet = false }: Props) {
  const m = useMessages(scriptMessages)
  const language = useLanguage()
  const segments = facts
    ? (filledWords(words, version, facts, language)?.segments ?? null)
    : named(words[version][language], m.facts)
  if (segments === null) return <p className="t13 text-ink-3">{m.blank}</p>
  return (
    <Say small alternative={quiet}>
      <Segments segments={segments} />
    </Say>
  )
}

export function Segments({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, fact }, place) => {
    const key = `${place} ${text}`
    return fact ? <Fill key={key}>{text}</Fill> : <span key={key}>{text}</span>
  })
}

const named = (line: string, names: Readonly<Record<FactKey, string>>): Segment[] =>
  piecesOf(line).map((piece) =>
    'words' in piece
      ? { text: piece.words, fact: false }
      : { text: isFactKey(piece.slot) ? `〔${names[piece.slot]}〕` : '', fact: true },
  )

/** The words as they would be copied; null when a fact is missing and nothing is there to fall back on. */
export const textOf = (words: Wording, version: LineVersion, facts: KnownFacts, language: Language): string | null =>
  filledWords(words, version, facts, language)?.text ?? null
