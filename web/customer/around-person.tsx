import { isUnknown } from '#domain/customer/completeness.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { craftMessages } from './craft-messages.ts'
import type { Change, Customer, Standing } from './customer-types.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

/**
 * Before any contact with somebody who works at a group [K-34]: who they are and what the group is, what both spend, which competitors
 * are inside; each with its day, and what is missing as a question.
 */
export function AroundPerson({ customer }: { customer: Customer }) {
  const { around: m } = useMessages(craftMessages)
  const textOf = useValueText()
  const params = { id: customer.id }
  const employer = textOf('employer', customer.dossier['employer'])
  const asked = { enabled: employer !== null }
  const found = useRead('GET /api/customers/:id/group', { params }, asked)
  const history = useRead('GET /api/customers/:id/history', { params, query: {} }, asked)
  const standing = useRead('GET /api/customers/:id/standing', { params }, asked)
  if (employer === null || !found.data) return null
  const { group } = found.data
  const own = [textOf('occupation', customer.dossier['occupation']), employer].filter((text) => text !== null)
  return (
    <Section title={m.title}>
      <Definitions>
        <DefinitionRow wide term={m.person}>
          {own.length > 1 ? (
            <Noted
              text={own.join(' · ')}
              change={history.data?.changes.find(({ field }) => field === 'occupation' || field === 'employer')}
            />
          ) : (
            <>
              {own.join('')} <Ask what={m.askWork} />
            </>
          )}
        </DefinitionRow>
        {group ? (
          <AroundGroup id={group.id} own={standing.data} />
        ) : (
          <>
            <DefinitionRow wide term={m.group}>
              <span className="text-ink-3">{m.notGroup(employer)}</span>
              <Ask what={m.askGroup} />
            </DefinitionRow>
            <DefinitionRow wide term={m.spends}>
              <Spends who={m.ofPerson} standing={standing.data} />
            </DefinitionRow>
            <DefinitionRow wide term={m.rivals}>
              <Ask what={m.askRivals} />
            </DefinitionRow>
          </>
        )}
      </Definitions>
    </Section>
  )
}

function AroundGroup({ id, own }: { id: string; own: Standing | undefined }) {
  const { around: m } = useMessages(craftMessages)
  const { facts } = useMessages(customerMessages)
  const format = useFormat()
  const { today } = useSession()
  const textOf = useValueText()
  const params = { id }
  const group = useRead('GET /api/customers/:id', { params }).data
  const standing = useRead('GET /api/customers/:id/standing', { params }).data
  const file = useRead('GET /api/customers/:id/file', { params }).data
  const history = useRead('GET /api/customers/:id/history', { params, query: {} }).data
  if (!group || !file) return null
  const { industry, employees } = group.dossier
  const about = [
    textOf('industry', industry),
    isUnknown(employees) ? null : facts.people(format.number(Number(employees))),
  ]
  const known = about.filter((text) => text !== null)
  return (
    <>
      <DefinitionRow wide term={m.group}>
        <Link href={`/customers/${id}`}>{group.name}</Link>
        {known.length > 0 ? (
          <Noted
            text={` ${known.join(' · ')}`}
            change={history?.changes.find(({ field }) => field === 'industry' || field === 'employees')}
          />
        ) : (
          <Ask what={m.askGroup} />
        )}
      </DefinitionRow>
      <DefinitionRow wide term={m.spends}>
        <Spends who={m.ofPerson} standing={own} />
        <Spends who={m.ofGroup} standing={standing} />
      </DefinitionRow>
      <DefinitionRow wide term={m.rivals}>
        {file.sightings.length === 0 && <Ask what={m.askRivals} />}
        {file.sightings.slice(0, 2).map((seen) => (
          <span key={seen.id} className="block">
            {[seen.competitor, seen.what].filter(Boolean).join(format.colon)}
            <span className="t12 ml-2 text-ink-3">{format.shortDay(seen.seenOn, today)}</span>
          </span>
        ))}
      </DefinitionRow>
    </>
  )
}

function Spends({ who, standing }: { who: string; standing: Standing | undefined }) {
  const { around: m } = useMessages(craftMessages)
  const format = useFormat()
  if (!standing) return null
  const { paid12Fen, month } = standing
  return (
    <span className="block">
      <span className="text-ink-3">{who}</span>{' '}
      {paid12Fen === null ? <Ask what={m.askSpend} /> : m.year(format.moneyShort(paid12Fen))}
      {paid12Fen !== null && month && <span className="t12 ml-2 text-ink-3">{m.month(format.monthOfYear(month))}</span>}
    </span>
  )
}

function Noted({ text, change }: { text: string; change: Change | undefined }) {
  const { around: m } = useMessages(craftMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  return (
    <>
      {text}
      {change && (
        <span className="t12 ml-2 text-ink-3">{m.noted(format.shortDay(format.dayOf(change.at), today))}</span>
      )}
    </>
  )
}

function Ask({ what }: { what: string }) {
  const { around: m } = useMessages(craftMessages)
  return <span className="block text-amber">{m.ask(what)}</span>
}
