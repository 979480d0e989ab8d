import { steps } from '#domain/coach/conversation/steps.ts'
import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import * as en from '#domain/coach/conversation/words.en.ts'
import * as zh from '#domain/coach/conversation/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { TimeLines } from '#web/ui/charts/time-lines.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { Place } from './lines.tsx'
import { talkMessages } from './messages.ts'
import { NeedQuestions, SaidBack } from './understanding.tsx'

type Props = { turns: readonly SpokenTurn[]; view: ConversationView; onGo: (place: Place) => void }

const wordsIn = {
  zh: { step: zh.stepWordsZh, mood: zh.moodWordsZh, missed: zh.missedWordsZh },
  en: { step: en.stepWordsEn, mood: en.moodWordsEn, missed: en.missedWordsEn },
}

/** The six steps with their evidence, what was missed, what was said back, the customer's mood, questions by kind; each leads to its line. */
export function Findings(props: Props) {
  return (
    <div className="grid content-start gap-4">
      <MoodLine {...props} />
      <SixSteps {...props} />
      <Missed {...props} />
      <SaidBack {...props} />
      <Questions {...props} />
      <NeedQuestions {...props} />
    </div>
  )
}

function SixSteps({ turns, view, onGo }: Props) {
  const { steps: m, view: v } = useMessages(talkMessages)
  const words = wordsIn[useLanguage()].step
  return (
    <Section title={m.title} remark={m.remark}>
      <Rows label={m.title} ordered>
        {steps.map((step, place) => {
          const seen = view.steps[step]
          const whole = seen.filter(({ weak }) => !weak)
          // The way that was found stands at the end; every other step is seen where it first was.
          const first = (step === 'solve' ? whole.at(-1) : whole[0]) ?? seen[0]
          return (
            <Row
              key={step}
              lead={place + 1}
              end={first ? <Link onPress={() => onGo(first)}>{v.line(first.turn + 1)}</Link> : m.missing}
              note={
                first && `${turns[first.turn]?.text.slice(first.start, first.end)}${first.weak ? ` · ${m.weak}` : ''}`
              }
            >
              <span className={first ? '' : 'text-ink-3'}>{words[step]}</span>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

function Missed({ view, onGo }: Props) {
  const { missed: m, view: v } = useMessages(talkMessages)
  const words = wordsIn[useLanguage()].missed
  return (
    <Section title={m.title}>
      {view.missed.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {view.missed.map((said, place) => {
          const turn = 'turn' in said.params ? said.params.turn : null
          return (
            <Row
              key={`${said.code} ${place}`}
              end={turn === null ? undefined : <Link onPress={() => onGo({ turn: turn - 1 })}>{v.line(turn)}</Link>}
            >
              {sentence(words, said)}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}

function MoodLine({ view: { mood, escalations }, onGo }: Props) {
  const { mood: m, view: v } = useMessages(talkMessages)
  const words = wordsIn[useLanguage()].mood
  const format = useFormat()
  const [first, last] = [mood[0], mood.at(-1)]
  const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
  if (!first || !last || mood.length < 2)
    return (
      <Section title={m.title}>
        <p className="t13 py-2 text-ink-3">{m.few}</p>
      </Section>
    )
  const worse = mood.filter(({ turn }) => escalations.includes(turn))
  return (
    <Section title={m.title} remark={m.remark}>
      <TimeLines
        summary={m.summary(first.mood, last.mood, worse.length)}
        height={148}
        table={{
          columns: [m.turn, m.value, m.heard],
          rows: mood.map(({ turn, mood: value, why }) => [
            turn + 1,
            signed(value),
            format.list(why.map((kind) => words[kind])),
          ]),
        }}
        x={{
          range: [first.turn, last.turn],
          ticks: mood.map(({ turn }) => ({ at: turn, label: String(turn + 1) })),
        }}
        y={{ range: [-3, 3], ticks: [-3, 0, 3].map((at) => ({ at, label: signed(at) })) }}
        lines={[{ label: m.title, points: mood.map(({ turn, mood: value }) => ({ x: turn, y: value })), dots: true }]}
        marks={worse.map(({ turn, mood: value }) => ({ x: turn, y: value }))}
      />
      {worse.length === 0 ? (
        <p className="t12 text-ink-3">{m.calm}</p>
      ) : (
        <Rows label={m.worse}>
          {worse.map(({ turn, why }) => (
            <Row key={turn} end={<Link onPress={() => onGo({ turn })}>{v.line(turn + 1)}</Link>}>
              <span className="text-red">{m.worse}</span> {format.list(why.map((kind) => words[kind]))}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

function Questions({ view: { questions }, onGo }: Props) {
  const { questions: m, view: v } = useMessages(talkMessages)
  return (
    <Section title={m.title} remark={m.counts(questions.open.length, questions.closed.length)}>
      <Rows label={m.title}>
        {(['open', 'closed'] as const).map((kind) => (
          <Row
            key={kind}
            end={
              questions[kind].length === 0 ? (
                m.none
              ) : (
                <span className="inline-flex flex-wrap justify-end gap-x-3">
                  {questions[kind].map((turn) => (
                    <Link key={turn} onPress={() => onGo({ turn })}>
                      {v.line(turn + 1)}
                    </Link>
                  ))}
                </span>
              )
            }
          >
            {m[kind]}
          </Row>
        ))}
      </Rows>
      <p className="t12 pt-1 text-ink-3">{m.note}</p>
    </Section>
  )
}
