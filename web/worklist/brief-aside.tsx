import type { Brief } from '#domain/customer/brief.ts'
import { type Said, sentence } from '#domain/kernel/said.ts'
import { filledIn, type OpeningFacts } from '#domain/worklist/opening.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Fill, Say } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { workMessages } from './messages.ts'

/** The first sentence, with the customer's matter marked in it. */
export function BriefOpening({ opening }: { opening: Said<OpeningFacts> }) {
  const { brief: m, openings } = useMessages(workMessages)
  const text = sentence(openings, opening)
  const filled = filledIn(opening)
  const at = filled === null ? -1 : text.indexOf(filled)
  return (
    <Section title={m.opening}>
      <div className="pt-3 pb-1.5">
        <Say small>
          {filled === null || at < 0 ? (
            text
          ) : (
            <>
              {text.slice(0, at)}
              <Fill>{filled}</Fill>
              {text.slice(at + filled.length)}
            </>
          )}
        </Say>
      </div>
    </Section>
  )
}

/** What not to say, and the ways of this customer. */
export function BriefManners({ brief }: { brief: Brief }) {
  const { brief: m, warnings, styles, observed, advice } = useMessages(workMessages)
  const { doNotSay, cues, style, guessed, goodTimes } = brief
  return (
    <>
      {doNotSay.length > 0 && (
        <Section title={m.dont}>
          <Rows>
            {doNotSay.map((line) => {
              const words = 'words' in line ? line.words : sentence(warnings, line.said)
              return (
                <Row key={words} lead={<Icon name="x" small className="text-red" />}>
                  {words}
                </Row>
              )
            })}
          </Rows>
        </Section>
      )}
      <Section title={m.cues} remark={style ? `${styles[style]}${guessed ? m.separator + m.guessed : ''}` : undefined}>
        {cues.length === 0 && !style && !goodTimes ? (
          <p className="t13 py-2 text-ink-3">{m.noCues}</p>
        ) : (
          <Rows>
            {cues.map((cue) => (
              <Row key={cue}>{observed[cue] ?? cue}</Row>
            ))}
            {cues.length === 0 && style && <Row>{advice[style].do}</Row>}
            {goodTimes && <Row>{m.goodTimes(goodTimes)}</Row>}
          </Rows>
        )}
      </Section>
    </>
  )
}
