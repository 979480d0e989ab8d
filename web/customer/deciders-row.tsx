import clsx from 'clsx'
import { byRole, type DecisionRole, deciderWarning } from '#domain/customer/deciders.ts'
import { relationships } from '#domain/customer/file.ts'
import { daysBetween } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { surnameOf } from '#domain/customer/surnames.ts'
import { useSession } from '#web/client/session.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { Dots } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { customerMessages } from './messages.ts'
import type { Person } from './people.tsx'

type DecidersProps = {
  people: readonly Person[]
  tier: string | null
  /** Given where the reader may write: opens the form for a role nobody is known for, or the person. */
  onFind?: ((role: DecisionRole) => void) | undefined
  onOpen?: ((person: Person) => void) | undefined
}

/** Five roles of a decision in a row, who is in each, when last met and how close [K-20]; below, what is to be done about the decider. */
export function DecidersRow({ people, tier, onFind, onOpen }: DecidersProps) {
  const { words } = useMessages(customerMessages)
  const { today } = useSession()
  const inRoles = people.map((person) => ({ ...person, role: person.decisionRole }))
  const warning = deciderWarning(inRoles, tier, today)
  const late = warning !== null && warning.code !== 'decider.unknown'
  return (
    <div className="pt-2">
      <ul className="grid grid-cols-5">
        {byRole(inRoles).map(({ role, people: there }, place) => (
          <RoleCell
            key={role}
            role={role}
            person={there[0] ?? null}
            more={there.length - 1}
            joined={place > 0}
            late={late && role === 'decider'}
            onFind={onFind}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {warning && (
        <p className="t13 mt-2 border-y border-line py-2">
          <Icon name="alert" small className="text-amber" />{' '}
          <span className="text-amber">{sentence(words, warning)}</span>
        </p>
      )}
    </div>
  )
}

type CellProps = {
  role: DecisionRole
  person: Person | null
  more: number
  joined: boolean
  late: boolean
  onFind: DecidersProps['onFind']
  onOpen: DecidersProps['onOpen']
}

function RoleCell({ role, person, more, joined, late, onFind, onOpen }: CellProps) {
  const { profile, deciders: m, labels } = useMessages(customerMessages)
  const { today } = useSession()
  const name = person ? (person.addressForm ?? person.name) : m.unknown
  const days = person?.lastMetOn ? daysBetween(person.lastMetOn, today) : null
  return (
    <li className="relative flex min-w-0 flex-col items-center gap-0.5 text-center">
      <span className="t11 text-ink-3">{profile.roles[role]}</span>
      {joined && (
        <span
          aria-hidden="true"
          className={clsx(
            'absolute top-[37px] right-[calc(50%+22px)] left-[calc(-50%+22px)] border-t-[1.5px]',
            person ? 'border-edge' : 'border-dashed border-line-2',
          )}
        />
      )}
      <span
        aria-hidden="true"
        className={clsx(
          't14 flex size-9 items-center justify-center rounded-full border-[1.5px] font-strong',
          person ? (late ? 'border-2 border-amber-mark' : 'border-edge') : 'border-dashed border-edge text-ink-3',
        )}
      >
        {person ? (surnameOf(person.name) ?? person.name.slice(0, 1)) : '?'}
      </span>
      {person && onOpen ? (
        <Link quiet className="t13 cut max-w-full" onPress={() => onOpen(person)}>
          {name}
        </Link>
      ) : (
        <span className={clsx('t13 cut max-w-full', !person && 'text-ink-3')}>{name}</span>
      )}
      {person ? (
        <>
          {(person.department ?? person.title) && (
            <span className="t11 cut max-w-full text-ink-3">{person.title ?? person.department}</span>
          )}
          <span className={clsx('t11', late ? 'font-strong text-amber' : 'text-ink-3')}>
            {days === null ? m.never : m.daysAgo(days)}
          </span>
          {person.relationship && (
            <Dots
              filled={relationships.indexOf(person.relationship) + 1}
              label={labels.choices.relationship[person.relationship]}
            />
          )}
          {more > 0 && <span className="t11 text-ink-3">+{more}</span>}
        </>
      ) : (
        onFind && (
          <Link className="t12" onPress={() => onFind(role)} aria-label={`${m.find} ${profile.roles[role]}`}>
            {m.find}
          </Link>
        )
      )}
    </li>
  )
}
