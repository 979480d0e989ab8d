import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { useSession } from '#web/client/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { OwnThing } from '../own-things.ts'
import { talkMessages } from './messages.ts'
import type { Talk } from './talk.ts'

type Props = {
  talks: readonly OwnThing<Talk>[]
  onOpen: (thing: OwnThing<Talk>) => void
  onDrop: (thing: OwnThing<Talk>) => Promise<() => void>
}

const NAMED = 24

/** Conversations kept on this device, newest first, each by its first words. */
export function TalkList({ talks, onOpen, onDrop }: Props) {
  const { keep: m, view } = useMessages(talkMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const drop = async (thing: OwnThing<Talk>): Promise<void> => {
    const undo = await onDrop(thing)
    notify({ text: m.dropped, undo })
  }
  return (
    <Section title={m.title}>
      {talks.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {talks.map((thing) => {
          const read = parseTranscript(thing.value.text, thing.value.roles)
          const turns = read.ok ? read.value : []
          const first = turns.find(({ by }) => by === 'customer')?.text ?? thing.value.text
          const name = first.length > NAMED ? `${first.slice(0, NAMED)}…` : first
          return (
            <Row
              key={thing.id}
              note={`${format.shortDay(thing.value.day, today)} · ${view.count(turns.length)}`}
              end={
                <IconButton
                  size="s"
                  kind="bare"
                  icon="trash"
                  label={`${m.drop}${format.colon}${name}`}
                  onPress={() => void drop(thing)}
                />
              }
            >
              <Link quiet onPress={() => onOpen(thing)}>
                {name}
              </Link>
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
