import { useParams } from '@tanstack/react-router'
import { wordsIn } from '#domain/customer/dossier.ts'
import { useRead } from '#web/client/query.ts'
import { ExpectationsTable } from '#web/customer/expectations-table.tsx'
import { PromisesTable } from '#web/customer/promises-table.tsx'
import { DepartureScreen } from '#web/departure/departure-screen.tsx'
import { departureMessages } from '#web/departure/messages.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonBrief, SkeletonRows } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One departure with its hand-over list and cards. */
export function DeparturePage() {
  const m = useMessages(departureMessages)
  const { id } = useParams({ from: '/signed-in/departures/$id' })
  const { data, error, refetch } = useRead('GET /api/departures/:id', { params: { id } })
  const gone = error?.status === 404
  return (
    <Page title={<Link href="/departures">{m.title}</Link>}>
      {error && !data && (
        <ErrorState {...(gone ? m.gone : m.failed)} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && <DepartureScreen departure={data} card={(customerId) => <Card customerId={customerId} />} />}
    </Page>
  )
}

/** Who they are, what they were promised, what matters to them, how to get on, what never to say. */
function Card({ customerId }: { customerId: string }) {
  const { card: m } = useMessages(departureMessages)
  const params = { id: customerId }
  const customer = useRead('GET /api/customers/:id', { params }).data
  const promises = useRead('GET /api/customers/:id/promises', { params }).data
  const expectations = useRead('GET /api/customers/:id/expectations', { params }).data
  if (!customer || !promises || !expectations) return <SkeletonRows rows={6} />
  const { name, addressForm, reading, dossier } = customer
  return (
    <>
      <Section title={m.who}>
        <p className="t13 py-2">{[addressForm, name, reading].filter(Boolean).join(' · ')}</p>
      </Section>
      <Section title={m.never}>
        <Lines words={wordsIn(dossier['doNotSay'])} never />
      </Section>
      <Section title={m.style}>
        <Lines words={wordsIn(dossier['styleCues'])} />
      </Section>
      <Section title={m.promises}>
        <PromisesTable rows={promises.rows.filter(({ state }) => state === 'open')} />
      </Section>
      <Section title={m.expectations}>
        <ExpectationsTable rows={expectations.rows} />
      </Section>
    </>
  )
}

function Lines({ words, never = false }: { words: readonly string[]; never?: boolean }) {
  const { card: m } = useMessages(departureMessages)
  if (words.length === 0) return <p className="t13 py-2 text-ink-3">{m.nothing}</p>
  return (
    <ul className={never ? 't13 text-amber' : 't13'}>
      {words.map((line) => (
        <li key={line} className="border-b border-line py-1.5">
          {line}
        </li>
      ))}
    </ul>
  )
}
