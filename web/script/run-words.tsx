import { useState } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { SaidWords } from '#domain/playbook/event.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { LineVersion } from '#domain/playbook/script.ts'
import type { Moment, ScriptRole } from '#domain/script/moment.ts'
import type { Wording } from '#domain/script/definition.ts'
import { slotsOf } from '#domain/playbook/slot.ts'
import { pitchText } from '#domain/script/pitch.ts'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Say } from '#web/ui/quote.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Segments } from './filled.tsx'
import { filledWords } from '#domain/script/wording.ts'
import { scriptsIn, textsIn, useLibrary, wordingIn } from './library.ts'
import { scriptMessages } from './messages.ts'
import { PITCH_WORDING, pitchKey } from './pitch-card.tsx'
import { toClipboard } from './use-copy.ts'
import { notify } from '#web/ui/toast.tsx'

/** What the words need to know of the contact under way. */
export type Talk = {
  runId: string
  /** The procedure's id: words of another are not offered. */
  playbook: string
  kind: CustomerKind
  /** What may be spoken now. */
  facts: KnownFacts
  version: LineVersion
  /** What fits the step on the screen. */
  roles: readonly ScriptRole[]
  /** Carried out in writing: messages for these moments come first. */
  moments: readonly Moment[]
  written: boolean
  said: readonly SaidWords[]
  closed: boolean
  onSaid: (words: SaidWords, said: boolean) => void
}

type Line = {
  cited: SaidWords
  title: string
  segments: { text: string; fact: boolean }[]
  text: string
  /** A fact is missing, so it is put in general words: another may fit better. */
  general: boolean
}

/** What fits a step is a handful; the rest is behind the other tab. */
const MOST_IN_STEP = 8

/** So many lines have a number key; the rest are pressed. */
const KEYS = 9

/** 话术 while talking: what fits the step, filled in; one number says that it was said, and it is counted with what comes of the talk. */
export function RunWords({ talk, onClose }: { talk: Talk; onClose: () => void }) {
  const m = useMessages(scriptMessages)
  const [everything, setEverything] = useState(false)
  const [search, setSearch] = useState('')
  const { lines, loading } = useLines(talk, everything ? null : talk.roles, search)
  return (
    <Drawer title={m.inRun.title} isOpen onClose={onClose}>
      <SegmentedTabs
        label={m.find.role}
        selected={everything ? 'all' : 'step'}
        onSelect={(id) => setEverything(id === 'all')}
        items={[
          { id: 'step', label: talk.written ? m.inRun.texts : m.inRun.step },
          { id: 'all', label: m.inRun.all },
        ]}
      />
      <SearchField label={m.find.search} className="py-2" value={search} onChange={setSearch} />
      {loading && <SkeletonRows rows={4} />}
      {!loading && lines.length === 0 && <EmptyState icon="script" title={m.find.none} hint={m.find.noneHint} />}
      <ol aria-label={m.inRun.title} className="flex flex-col">
        {lines.map((line, place) => (
          <LineRow key={line.cited.script} line={line} talk={talk} place={place} />
        ))}
      </ol>
    </Drawer>
  )
}

function LineRow({ line, talk, place }: { line: Line; talk: Talk; place: number }) {
  const { inRun: m, copy } = useMessages(scriptMessages)
  const said = talk.said.some(({ script }) => script === line.cited.script)
  const press = (): void => {
    if (talk.written && !said) void toClipboard(line.text).then(() => notify({ text: copy.copied }))
    talk.onSaid(line.cited, !said)
  }
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3" aria-label={line.title}>
      <span className="t12 text-ink-3">{line.title}</span>
      <Say small alternative={said}>
        <Segments segments={line.segments} />
      </Say>
      {!talk.closed && (
        <Button
          size="s"
          className="self-start"
          aria-pressed={said}
          onPress={press}
          {...(said ? { icon: 'check' as const } : {})}
          {...(place < KEYS ? { hotkey: String(place + 1) } : {})}
        >
          {said ? m.saidAlready : talk.written ? m.copy : m.said}
        </Button>
      )}
    </li>
  )
}

const useLines = (
  talk: Talk,
  roles: readonly ScriptRole[] | null,
  search: string,
): { lines: Line[]; loading: boolean } => {
  const language = useLanguage()
  const library = useLibrary().data
  if (!library) return { lines: [], loading: true }
  const { facts, version } = talk
  const ask = { search, language, kind: talk.kind }
  const rankOf = (own: readonly ScriptRole[]): number =>
    roles ? Math.min(...own.map((role) => placeOf(roles, role))) : 0
  const scripts = scriptsIn(library, { ...ask, roles })
    .filter(({ playbooks }) => roles === null || (playbooks?.includes(talk.playbook) ?? true))
    .toSorted(
      (a, b) => Number(b.playbooks !== null) - Number(a.playbooks !== null) || rankOf(a.roles) - rankOf(b.roles),
    )
    .flatMap((script): Line[] => {
      const wording = wordingIn(script, talk.runId)
      const filled = wording && filledWords(wording.words, version, facts, language)
      if (!wording || !filled) return []
      const cited = { script: script.key, wording: wording.key, version }
      return [
        { cited, title: script.title[language], general: isGeneral(wording.words, filled.text, language), ...filled },
      ]
    })
    .toSorted((a, b) => Number(a.general) - Number(b.general))
    .slice(0, roles && search === '' ? MOST_IN_STEP : undefined)
  const texts = textsIn(library, ask)
    .filter(({ moment }) => roles === null || talk.moments.includes(moment))
    .flatMap((text): Line[] => {
      const filled = filledWords(text.words, version, facts, language)
      const cited = { script: text.key, wording: text.wording, version }
      return filled ? [{ cited, title: text.title[language], general: false, ...filled }] : []
    })
  const pitches = library.pitches
    .filter(() => roles === null || roles.includes('pitch'))
    .map((pitch): Line => {
      const text = pitchText(pitch)
      return {
        cited: { script: pitchKey(pitch.id), wording: PITCH_WORDING, version },
        title: `${pitch.product} · ${pitch.persona}`,
        segments: [{ text, fact: false }],
        text,
        general: false,
      }
    })
    .filter(({ title, text }) => `${title}${text}`.toLowerCase().includes(search.trim().toLowerCase()))
  const lines = talk.written
    ? [...texts, ...(roles === null || texts.length === 0 ? scripts : [])]
    : [...scripts, ...pitches, ...(roles === null ? texts : [])]
  return { lines, loading: false }
}

const isGeneral = (words: Wording, text: string, language: Language): boolean =>
  words.fallback?.[language] === text && slotsOf(words.first[language]).length > 0

const placeOf = (roles: readonly ScriptRole[], role: ScriptRole): number => {
  const place = roles.indexOf(role)
  return place < 0 ? roles.length : place
}
