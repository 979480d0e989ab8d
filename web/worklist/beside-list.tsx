import { sentence } from '#domain/kernel/said.ts'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { workMessages } from './messages.ts'
import type { TodayReply } from './types.ts'

type Named = { customerId: string; calledBy: string; name: string; tier: string | null }

/** Back from leave: what became of what others looked after, what is open first. */
export function Returned({ returned }: { returned: TodayReply['returned'] }) {
  const { list, words } = useMessages(workMessages)
  if (returned.length === 0) return null
  return (
    <Section title={list.returned} className="px-4 lg:px-5">
      <Rows>
        {returned.map(({ key, open, said, by, ...named }) => (
          <Row
            key={key}
            lead={<Icon name={open ? 'clock' : 'check'} small className={open ? 'text-amber' : 'text-jade'} />}
            note={sentence(words, said)}
            end={by === null ? undefined : <span className="text-ink-3">{by}</span>}
          >
            <NameLink {...named} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** For a lead: owed while its owner is away, with nobody to stand in. */
export function Unattended({ unattended }: { unattended: TodayReply['unattended'] }) {
  const { list, words } = useMessages(workMessages)
  if (unattended.length === 0) return null
  return (
    <Section title={list.unattended} remark={list.unattendedRemark} className="px-4 lg:px-5">
      <Rows>
        {unattended.map(({ key, said, owner, ...named }) => (
          <Row
            key={key}
            lead={<Icon name="alert" small className="text-amber" />}
            note={sentence(words, said)}
            end={<span className="text-ink-3">{list.ownerOf(owner)}</span>}
          >
            <NameLink {...named} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** A quiet day: who has not been heard of for long, and what could be asked along the way. */
export function Suggestions({ suggestions }: { suggestions: TodayReply['suggestions'] }) {
  const { list, words } = useMessages(workMessages)
  if (suggestions.length === 0) return null
  return (
    <Section title={list.quiet} remark={list.quietRemark} className="px-4 pb-4 lg:px-5">
      <Rows>
        {suggestions.map(({ said, ...named }) => (
          <Row key={named.customerId} note={said.map((each) => sentence(words, each)).join('')}>
            <NameLink {...named} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function NameLink({ customerId, calledBy, name, tier }: Named) {
  return (
    <>
      <Link quiet href={`/customers/${customerId}`}>
        <b>{calledBy}</b> {name !== calledBy && <span className="text-ink-2">{name}</span>}
      </Link>{' '}
      {tier && <Tier letter={tier} />}
    </>
  )
}
