import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { type FormLine, stateNames } from './form-types.ts'
import { formMessages } from './messages.ts'

/** Filled forms under each other: which, for whom, by whom, how it stands. */
export function FormRows({ rows, withoutCustomer = false }: { rows: readonly FormLine[]; withoutCustomer?: boolean }) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  return (
    <Rows label={m.title}>
      {rows.map((row) => (
        <Row
          key={row.id}
          note={[
            withoutCustomer ? null : row.customer?.name,
            m.by(row.author.name),
            format.shortDay(row.onDay, today),
            row.dueOn && m.due(format.shortDay(row.dueOn, today)),
            row.signedBy.length > 0 && m.signed(format.list(row.signedBy)),
          ]
            .filter(Boolean)
            .join(' · ')}
          end={<span className={toneOf(row)}>{row.due ? m.come : stateNames[language][row.state]}</span>}
        >
          <Link href={`/forms/${row.id}`} quiet className="font-strong">
            {row.title[language]}
          </Link>
        </Row>
      ))}
    </Rows>
  )
}

const toneOf = ({ state, due }: FormLine): string => {
  if (state === 'waiting' || due) return 'text-amber'
  if (state === 'refused') return 'text-red'
  return state === 'filed' || state === 'approved' ? 'text-jade' : 'text-ink-3'
}
