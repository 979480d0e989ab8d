import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { wordsIn } from '#domain/customer/dossier.ts'
import { contactMessages } from '#web/playbook/messages.ts'
import { Identity } from '#web/playbook/identity.tsx'
import { Matter } from '#web/playbook/matter.tsx'
import { PaneHead } from '#web/playbook/pane-head.tsx'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { SatisfactionInContact } from '#web/satisfaction/in-contact.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { phoneText, useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { type Can, CanMark, Tier } from '#web/ui/marks.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { appMessages } from '../messages.ts'

const marks: Record<'can' | 'partly' | 'cannot', Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** Who is on the line: what one needs in sight while talking. Turned to the customer, nothing internal stands here. */
export function WhoPane({ live, customerView }: { live: LiveRun; customerView: boolean }) {
  const m = useMessages(contactMessages)
  const words = useMessages(appMessages).who
  const { customer, person } = live.run
  const params = { id: customer.id }
  const read = useRead('GET /api/customers/:id', { params })
  const standing = useRead('GET /api/customers/:id/standing', { params }).data
  const dossier = read.data?.dossier
  const tier = standing?.tier
  return (
    <>
      <div className="max-lg:hidden">
        <PaneHead title={m.panes.who} />
      </div>
      <div className="flex flex-col gap-2 lg:px-5 lg:pb-5">
        <p className="flex flex-wrap items-center gap-x-2 pt-3.5 pb-1">
          <b className="t20">{customer.calledBy}</b>
          {customer.calledBy !== customer.name && <span className="text-ink-2">{customer.name}</span>}
          {tier && !customerView && <Tier letter={tier} />}
          {person && <span className="t13 text-ink-3">{[person.name, person.title].filter(Boolean).join(' · ')}</span>}
        </p>
        {read.data ? (
          <Basics live={live} customer={read.data} standing={customerView ? undefined : standing} />
        ) : (
          <SkeletonRows rows={3} />
        )}
        <Identity live={live} />
        {!customerView && <SatisfactionInContact customerId={customer.id} touchId={live.run.id} />}
        {!customerView && <Owed live={live} />}
        <Matter live={live} />
        {!customerView && <WordList title={words.doNotSay} words={wordsIn(dossier?.doNotSay)} never />}
        {!customerView && <WordList title={words.cues} words={wordsIn(dossier?.styleCues)} />}
        {!customerView && <WordList title={words.usual} words={wordsIn(dossier?.usualWords)} />}
      </div>
    </>
  )
}

type Standing = Reply<Contract['GET /api/customers/:id/standing']>
type Customer = { since: string | null; lastTouchAt: string | null; dossier: Record<string, unknown> }

type BasicsProps = { live: LiveRun; customer: Customer; standing: Standing | undefined }

function Basics({ live, customer, standing }: BasicsProps) {
  const words = useMessages(appMessages).who
  const format = useFormat(live.timeZone)
  const { today } = useSession()
  const { background, occupation } = customer.dossier
  const about = [background, occupation].find((one): one is string => typeof one === 'string' && one !== '')
  const years = customer.since ? Number(today.slice(0, 4)) - Number(customer.since.slice(0, 4)) : 0
  return (
    <Definitions className="border-t border-line">
      {live.run.phone ? (
        <DefinitionRow term={words.number}>
          <span className="tabular-nums">{phoneText(live.run.phone)}</span>
        </DefinitionRow>
      ) : (
        isRung(live) && (
          <DefinitionRow term={words.number}>
            <Link href={`/customers/${live.run.customer.id}?tab=file`}>{words.noNumber}</Link>
          </DefinitionRow>
        )
      )}
      <DefinitionRow term={words.background}>
        {[about, years > 0 ? words.years(years) : ''].filter(Boolean).join(words.comma) || '—'}
      </DefinitionRow>
      {standing && standing.paid12Fen !== null && (
        <DefinitionRow term={words.worth}>{words.perYear(format.moneyShort(standing.paid12Fen))}</DefinitionRow>
      )}
      {standing && standing.risk !== null && (
        <DefinitionRow term={words.risk}>
          <span className={standing.band === 'high' || standing.band === 'raised' ? 'font-strong text-amber' : ''}>
            {format.percent(standing.risk)}
          </span>
          {typeof standing.before?.risk === 'number' && (
            <span className="text-ink-3"> {words.lastMonth(format.percent(standing.before.risk))}</span>
          )}
        </DefinitionRow>
      )}
      <DefinitionRow term={words.lastTouch}>
        {customer.lastTouchAt ? format.shortDay(customer.lastTouchAt.slice(0, 10), today) : words.never}
      </DefinitionRow>
    </Definitions>
  )
}

/** Nobody can be rung without a number; at a door none is missed. */
const isRung = ({ run, state }: LiveRun): boolean =>
  run.channel === 'call' && run.direction === 'outbound' && state.finished === null

/** What we owe: promises still open and expectations not settled. */
function Owed({ live }: { live: LiveRun }) {
  const words = useMessages(appMessages).who
  const format = useFormat(live.timeZone)
  const params = { id: live.run.customer.id }
  const promises =
    useRead('GET /api/customers/:id/promises', { params }).data?.rows.filter(({ state }) => state === 'open') ?? []
  const expectations =
    useRead('GET /api/customers/:id/expectations', { params }).data?.rows.filter(
      ({ state }) => state === 'open' || state === 'resetting',
    ) ?? []
  if (promises.length === 0 && expectations.length === 0) return null
  return (
    <Section title={words.owed}>
      <Rows>
        {promises.map((promise) => (
          <Row
            key={promise.id}
            lead={<Icon name="promise" small />}
            end={
              <span className={promise.standing === 'overdue' ? 'text-red' : 'text-ink-3'}>
                {format.shortDay(promise.dueAt.slice(0, 10), live.today)}
              </span>
            }
          >
            <Link
              quiet
              href={`/promises?${new URLSearchParams({ show: 'all', whose: 'all', q: promise.what }).toString()}`}
            >
              {promise.what}
            </Link>
          </Row>
        ))}
        {expectations.map(({ id, what, can }) => (
          <Row
            key={id}
            lead={<Icon name="expect" small />}
            end={can ? <CanMark can={marks[can]} /> : <span className="text-amber">{words.unanswered}</span>}
          >
            <Link
              quiet
              href={`/expectations?${new URLSearchParams({ show: 'all', whose: 'all', q: what }).toString()}`}
            >
              {what}
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function WordList({ title, words, never }: { title: string; words: readonly string[]; never?: boolean }) {
  if (words.length === 0) return null
  return (
    <Section title={title}>
      <Rows>
        {words.map((word) => (
          <Row key={word} {...(never ? { lead: <Icon name="x" small className="text-red" /> } : {})}>
            {never ? <Quote>{word.replaceAll(/^[“"]|[”"]$/gu, '')}</Quote> : word}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
