import clsx from 'clsx'
import { useEffect, useRef } from 'react'
import type { MissedFacts } from '#domain/coach/conversation/missed.ts'
import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import { missedWordsEn } from '#domain/coach/conversation/words.en.ts'
import { missedWordsZh } from '#domain/coach/conversation/words.zh.ts'
import type { Hit } from '#domain/coach/look.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { type Said, sentence } from '#domain/kernel/said.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { talkMessages } from './messages.ts'

/** A stretch of one turn to look at. */
export type Place = { turn: number; start?: number; end?: number }

const missedWords = { zh: missedWordsZh, en: missedWordsEn }

type Props = { turns: readonly SpokenTurn[]; view: ConversationView; coach: Coach; place: Place | null }

/** Every turn with what it did, what was marked in it with reason and better words, and what was missed at it. */
export function Lines({ turns, view, coach, place }: Props) {
  const { view: m } = useMessages(talkMessages)
  const marked = view.hits.flatMap((hits, i) => (turns[i]?.by === 'staff' ? marksOf(hits) : [])).length
  return (
    <Section title={m.lines} remark={m.count(turns.length)} end={marked === 0 ? undefined : m.marked(marked)}>
      {marked === 0 && <p className="t13 py-2 text-ink-3">{m.clean}</p>}
      <ol aria-label={m.lines}>
        {turns.map((turn, index) => (
          <Line
            key={index}
            turn={turn}
            index={index}
            hits={view.hits[index] ?? []}
            worse={view.escalations.includes(index)}
            missed={view.missed.filter((said) => 'turn' in said.params && said.params.turn === index + 1)}
            coach={coach}
            place={place?.turn === index ? place : null}
          />
        ))}
      </ol>
    </Section>
  )
}

const marksOf = (hits: readonly Hit[]): Hit[] =>
  hits.filter(({ level }) => level === 'forbid' || level === 'avoid' || level === 'hint')

type LineProps = {
  turn: SpokenTurn
  index: number
  hits: readonly Hit[]
  worse: boolean
  missed: readonly Said<MissedFacts>[]
  coach: Coach
  place: Place | null
}

function Line({ turn, index, hits, worse, missed, coach, place }: LineProps) {
  const { view: m } = useMessages(talkMessages)
  const language = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (place) row.current?.scrollIntoView({ block: 'center' })
  }, [place])
  const ours = turn.by === 'staff'
  const marks = ours ? marksOf(hits) : []
  const acts = [...new Set(hits.filter(({ level }) => level === 'neutral').map(({ act }) => act))]
  const titles = acts.map((act) => coach.compiled.titles[act]?.[language] ?? act)
  return (
    <li
      ref={row}
      aria-label={m.line(index + 1)}
      aria-current={place ? 'true' : undefined}
      className={clsx(
        'grid grid-cols-[26px_minmax(0,1fr)] border-b border-line py-2',
        place && 'bg-chosen',
        !ours && 'text-ink-2',
      )}
    >
      <span className="t12 pt-0.5 text-ink-3">{index + 1}</span>
      <div className="min-w-0">
        <p className="t12 flex flex-wrap gap-x-2 text-ink-3">
          <span className={ours ? 'text-jade' : ''}>{turn.speaker}</span>
          {ours && titles.length > 0 && <span>{titles.join(' · ')}</span>}
          {worse && <span className="text-red">{m.worse}</span>}
        </p>
        <p className="read whitespace-pre-line">
          <Marked text={turn.text} marks={marks} place={place} />
        </p>
        {marks.map((mark) => (
          <div key={`${mark.rule} ${mark.start}`} className="t13 mt-1.5 border-l-2 border-amber-mark pl-2.5">
            <p>
              <b className={mark.level === 'hint' ? 'text-ink-2' : 'text-amber'}>{m.levels[levelOf(mark)]}</b>{' '}
              {coach.compiled.reasons[mark.why]?.[language] ?? ''}
            </p>
            {mark.rewrite !== null && (
              <p className="text-ink-2">
                <span className="text-ink-3">{m.instead}</span> {mark.rewrite}
              </p>
            )}
          </div>
        ))}
        {missed.map((said) => (
          <p key={said.code} className="t13 mt-1.5 border-l-2 border-line-2 pl-2.5 text-ink-2">
            <span className="text-ink-3">{m.missed}</span> {sentence(missedWords[language], said)}
          </p>
        ))}
      </div>
    </li>
  )
}

const levelOf = ({ level }: Hit): 'forbid' | 'avoid' | 'hint' =>
  level === 'forbid' || level === 'avoid' ? level : 'hint'

type Part = { text: string; kind: 'plain' | 'mark' | 'seen' }

/** The words with the marked ones underlined and those that were asked for washed. */
function Marked({ text, marks, place }: { text: string; marks: readonly Hit[]; place: Place | null }) {
  return partsOf(text, marks, place).map(({ text: words, kind }, i) =>
    kind === 'plain' ? (
      words
    ) : (
      <mark
        key={i}
        className={
          kind === 'mark'
            ? 'border-b-2 border-amber-mark bg-transparent text-inherit'
            : 'bg-jade-wash text-inherit underline decoration-jade'
        }
      >
        {words}
      </mark>
    ),
  )
}

const partsOf = (text: string, marks: readonly Hit[], place: Place | null): Part[] => {
  const seen =
    place?.start === undefined ? [] : [{ start: place.start, end: place.end ?? place.start, kind: 'seen' as const }]
  const spans = [...seen, ...marks.map(({ start, end }) => ({ start, end, kind: 'mark' as const }))]
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  )
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0
    const span = spans.find((each) => each.start <= start && each.end >= end)
    return { text: text.slice(start, end), kind: span?.kind ?? 'plain' }
  })
}
