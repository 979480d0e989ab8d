import { useSession } from '#web/client/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { OwnThing } from '../own-things.ts'
import { voiceMessages } from './messages.ts'
import type { Take } from './take.ts'
import type { Practice } from './use-practice.ts'

/** Takes kept on this device, newest first. */
export function TakeList({ practice }: { practice: Practice }) {
  const { list: m, figures } = useMessages(voiceMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { things } = practice
  const drop = async (thing: OwnThing<Take>): Promise<void> => {
    const undo = await practice.drop(thing)
    notify({ text: m.dropped, undo })
  }
  const line = ({ reading }: Take): string =>
    m.line(
      reading.pitch ? figures.semitones(format.number(reading.pitch.range, 1)) : figures.unknown,
      reading.pace.perMinute === null ? figures.unknown : figures.syllables(Math.round(reading.pace.perMinute)),
    )
  return (
    <Section title={m.title} remark={things && things.length > 0 ? m.count(things.length) : undefined}>
      {things?.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {things?.map((thing) => (
          <Row
            key={thing.id}
            note={`${format.shortDay(format.dayOf(thing.at), today)} ${format.time(thing.at)} · ${line(thing.value)}`}
            end={
              <span className="inline-flex gap-1">
                <IconButton
                  size="s"
                  kind={thing.value.model ? 'outlined' : 'bare'}
                  icon="star"
                  label={`${thing.value.model ? m.notModel : m.asModel}${format.colon}${thing.value.name}`}
                  onPress={() => void practice.put({ ...thing, value: { ...thing.value, model: !thing.value.model } })}
                />
                <IconButton
                  size="s"
                  kind="bare"
                  icon="trash"
                  label={`${m.drop}${format.colon}${thing.value.name}`}
                  onPress={() => void drop(thing)}
                />
              </span>
            }
          >
            <Link quiet onPress={() => void practice.open(thing)}>
              {thing.value.name}
            </Link>
            {thing.value.model && <span className="t12 pl-2 text-jade">{m.model}</span>}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
