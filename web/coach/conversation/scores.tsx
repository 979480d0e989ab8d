import { processPoints, type ProcessScore } from '#domain/coach/conversation/process.ts'
import type { OutcomeRisk, RiskPart } from '#domain/coach/conversation/risk.ts'
import * as en from '#domain/coach/conversation/words.en.ts'
import * as zh from '#domain/coach/conversation/words.zh.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { talkMessages } from './messages.ts'

/** Parts of the risk that are shown; the rest are smaller. */
const SHOWN = 5

/** How it was led and how it may have ended: two figures, each with what it is made of, never one. */
export function Scores({ process, risk }: { process: ProcessScore; risk: OutcomeRisk | null }) {
  const { scores: m } = useMessages(talkMessages)
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      <div>
        <Process process={process} />
        <p className="t13 pt-3 text-ink-2">{m.apart}</p>
        <details className="t12 pt-1 text-ink-3">
          <summary className="touch cursor-pointer">{m.cannot}</summary>
          <ul className="list-disc pt-1 pl-5">
            {m.cannotList.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>{m.notJudge}</li>
          </ul>
        </details>
      </div>
      <Risk risk={risk} />
    </div>
  )
}

function Process({ process }: { process: ProcessScore }) {
  const { scores: m } = useMessages(talkMessages)
  const language = useLanguage()
  const format = useFormat()
  const words = language === 'zh' ? zh.stepWordsZh : en.stepWordsEn
  const needed = process.steps.filter((step) => step.needed)
  const share = needed.reduce((sum, { credit }) => sum + credit, 0) / Math.max(1, needed.length)
  const made = ({ credit }: { credit: number }): string => (credit === 1 ? m.full : credit > 0 ? m.half : m.none)
  const { steps, greeting, closing, words: plain, eachMark, unhelped } = processPoints
  const parts = [
    {
      name: m.steps(format.percent(share)),
      note: needed.map((step) => `${words[step.step]}${format.colon}${made(step)}`).join(' · '),
      points: m.points(Math.round(steps * share), steps),
    },
    { name: m.greeting, points: m.points(process.manners.greeting ? greeting : 0, greeting) },
    { name: m.closing, points: m.points(process.manners.closing ? closing : 0, closing) },
    { name: m.words(process.marked), points: m.points(Math.max(0, plain - eachMark * process.marked), plain) },
  ]
  return (
    <Section title={m.process} remark={m.processNote}>
      <p className="pt-2 text-2xl">
        {process.score}
        <span className="t13 text-ink-3"> {m.of100}</span>
      </p>
      <Rows label={m.processMade}>
        {parts.map(({ name, note, points }) => (
          <Row key={name} note={note} end={points}>
            {name}
          </Row>
        ))}
      </Rows>
      {!process.helped && <p className="t13 pt-2 text-amber">{m.unhelped(unhelped)}</p>}
    </Section>
  )
}

function Risk({ risk }: { risk: OutcomeRisk | null }) {
  const { scores: m } = useMessages(talkMessages)
  const format = useFormat()
  if (!risk)
    return (
      <Section title={m.risk} remark={m.riskNote}>
        <p className="t13 py-2 text-ink-2">{m.noRisk}</p>
      </Section>
    )
  return (
    <Section title={m.risk} remark={m.riskNote}>
      <p className="pt-2 text-2xl">{format.percent(risk.chance)}</p>
      <Parts title={m.worse} parts={risk.parts.filter(({ effect }) => effect < 0).slice(0, SHOWN)} />
      <Parts title={m.better} parts={risk.parts.filter(({ effect }) => effect > 0).slice(0, SHOWN)} />
      <p className="t12 pt-1 text-ink-3">{m.effectNote}</p>
    </Section>
  )
}

function Parts({ title, parts }: { title: string; parts: readonly RiskPart[] }) {
  const { scores: m } = useMessages(talkMessages)
  const language = useLanguage()
  const words = language === 'zh' ? zh.riskWordsZh : en.riskWordsEn
  if (parts.length === 0) return null
  return (
    <>
      <p className="t12 pt-2 text-ink-3">{title}</p>
      <Rows label={title}>
        {parts.map(({ feature, effect, more }) => (
          <Row key={feature} end={m.effect(`${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(2)}`)}>
            {words[feature][more ? 0 : 1]}
          </Row>
        ))}
      </Rows>
    </>
  )
}
