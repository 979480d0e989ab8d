import { explainStandard, type Standard } from '#domain/insight/seven-standards.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { standardMessages } from './standard-messages.ts'
import { type ComplaintList, type Standards, standardNames, standardWords } from './standard-words.ts'

/** The cases behind a standard, those that need looking at first: from the figure to the case by one more click. */
export function StandardCases({ standards, standard }: { standards: Standards; standard: Standard }) {
  const m = useMessages(standardMessages)
  const language = useLanguage()
  const figure = standards.figures.find((one) => one.standard === standard)
  if (!figure) return null
  const isHasty = standard === 'hasty'
  const [first, second] = isHasty ? [figure.met, figure.missed] : [figure.missed, figure.met]
  return (
    <>
      <header className="pt-3">
        <h2 className="t20">{standardNames[language][standard]}</h2>
        <p className="read text-ink-2">
          {sentence(standardWords[language], explainStandard(figure))}
          {isHasty && <span className="text-ink-3"> {m.fewIsGood}</span>}
        </p>
      </header>
      <Cases title={isHasty ? m.hasty(first.length) : m.missed(first.length)} ids={first} standards={standards} />
      <Cases title={isHasty ? m.notHasty(second.length) : m.met(second.length)} ids={second} standards={standards} />
    </>
  )
}

/** The complaints of one list. */
export function ListCases({ standards, list }: { standards: Standards; list: ComplaintList }) {
  const m = useMessages(standardMessages)
  const ids = standards.complaints[list]
  return (
    <>
      <h2 className="t20 pt-3">{m.complaints.names[list]}</h2>
      <Cases title={m.all(ids.length)} ids={ids} standards={standards} />
    </>
  )
}

function Cases({ title, ids, standards }: { title: string; ids: readonly string[]; standards: Standards }) {
  const m = useMessages(standardMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const day = (at: string): string => format.shortDay(format.dayOf(at), today)
  const rows = ids.flatMap((id) => standards.cases.find((one) => one.id === id) ?? [])
  return (
    <Section title={title} level={3}>
      {rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={title}>
        {rows.map(({ id, code, what, customer, owner, openedAt, closedAt }) => (
          <Row
            key={id}
            note={[customer?.name ?? m.hidden, owner, code].join(' · ')}
            end={
              <span className="t12 text-ink-3">
                {m.opened(day(openedAt))}
                <span className="block">{closedAt ? m.closed(day(closedAt)) : m.open}</span>
              </span>
            }
          >
            <Link href={`/cases/${id}`}>{what}</Link>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
