import { changeOf, cures } from '#domain/coach/voice/cure.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'
import type { Take } from './take.ts'
import type { Practice } from './use-practice.ts'

/** Four cures for a monotone as exercises: read, follow one, read again, see what moved [H-46]. */
export function Cures({ practice }: { practice: Practice }) {
  const { cures: m } = useMessages(voiceMessages)
  const { cure, after } = practice
  return (
    <Section title={m.title} remark={m.remark}>
      <Rows label={m.title}>
        {cures.map((id) => (
          <Row
            key={id}
            note={m.how[id]}
            end={
              cure?.id === id ? (
                <Button size="s" kind="bare" onPress={practice.leaveCure}>
                  {m.stop}
                </Button>
              ) : (
                <Button size="s" aria-label={`${m.try} ${m.names[id]}`} onPress={() => practice.tryCure(id)}>
                  {m.try}
                </Button>
              )
            }
          >
            <span className={cure?.id === id ? 'font-strong' : ''}>{m.names[id]}</span>
          </Row>
        ))}
      </Rows>
      {cure && (
        <div role="status" className="t13 mt-2 bg-paper-2 px-3 py-2">
          {!after && <p>{cure.before ? m.now(m.names[cure.id]) : m.flatFirst}</p>}
          {cure.before && after && <Difference before={cure.before} after={after} />}
        </div>
      )}
    </Section>
  )
}

/** Under half a semitone nothing is heard to have moved. */
const HEARD = 0.5

function Difference({ before, after }: { before: Take; after: Take }) {
  const { cures: m, figures } = useMessages(voiceMessages)
  const format = useFormat()
  const { range } = changeOf(before.reading, after.reading)
  const said = ({ reading }: Take): string =>
    [
      reading.pitch ? figures.semitones(format.number(reading.pitch.range, 1)) : figures.unknown,
      reading.pace.perMinute === null ? null : figures.syllables(Math.round(reading.pace.perMinute)),
    ]
      .filter(Boolean)
      .join(' · ')
  const size = format.number(Math.abs(range ?? 0), 1)
  return (
    <>
      <p>
        {m.before}
        {format.colon}
        {said(before)}
      </p>
      <p>
        {m.after}
        {format.colon}
        {said(after)}
      </p>
      {range !== null && (
        <p className="font-strong">{Math.abs(range) < HEARD ? m.same : range > 0 ? m.gained(size) : m.lost(size)}</p>
      )}
      <p className="t12 text-ink-3">{m.once}</p>
    </>
  )
}
