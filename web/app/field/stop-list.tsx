import { useQueryClient } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import type { Day } from '#domain/kernel/day.ts'
import { takesPhotos } from '#domain/customer/photo.ts'
import { freshId } from '#web/client/id.ts'
import { post } from '#web/client/parcels.ts'
import type { Seat } from '#web/client/seat.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { smaller } from '#web/customer/picture.ts'
import { knownOf } from '#web/playbook/outbox.ts'
import type { RunRead } from '#web/playbook/use-run.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { fieldMessages } from './messages.ts'
import { ReceiptAct } from './receipt.tsx'
import { roundOf } from '../round/begin-round.ts'
import type { Stop } from './stops.ts'
import type { Taken } from './taken.ts'
import { kindOf, type Unsent } from './use-outbox.ts'

type Props = {
  day: Day
  which: 'today' | 'tomorrow'
  stops: readonly Stop[]
  taken: Taken | null
  unsent: Unsent
  pending: boolean
  onStart: (stop: Stop) => void
}

/** Where to go today, in the order of the day: begun, photographed and signed for from here, with a network or without. */
export function StopList({ day, which, stops, taken, unsent, pending, onStart }: Props) {
  const { stops: m } = useMessages(fieldMessages)
  const seat = useSeat()
  const runs = useRunsHere()
  const walked = stops.map((stop) => walkOf(stop, [...roundsHere(seat, day, stop), ...runs], unsent))
  const done = walked.filter(({ is }) => is === 'done' || is === 'here').length
  return (
    <Section title={m.title[which]} remark={stops.length > 0 ? m.count(done, stops.length) : undefined}>
      {stops.length === 0 && (
        <EmptyState title={m.none} hint={m.noneHint} icon="visit">
          <Link href="/calendar">{m.calendar}</Link>
        </EmptyState>
      )}
      <ol>
        {stops.map((stop, place) => (
          <StopRow
            key={stop.customer.id}
            stop={stop}
            walk={walked[place] ?? { is: 'open' }}
            isTaken={taken?.customers.includes(stop.customer.id) ?? false}
            anyTaken={taken !== null}
            photos={
              unsent.parcels.filter((one) => kindOf(one) === 'photo' && one.about.customerId === stop.customer.id)
                .length
            }
            pending={pending}
            onStart={() => onStart(stop)}
          />
        ))}
      </ol>
    </Section>
  )
}

/** How far a stop has come: `here` is done on this device and not yet at the server. */
type Walk = { is: 'open' } | { is: 'begun'; runId: string } | { is: 'here' } | { is: 'done' }

/** A contact as far as a stop asks: enough of one begun here, and of one read. */
type Begun = Pick<RunRead, 'id' | 'startedAt' | 'finishedAt' | 'events'> & { customer: { id: string } }

const roundsHere = (seat: Seat, day: Day, { customer, onRound }: Stop): Begun[] => {
  const round = onRound ? roundOf(seat, { day, customerId: customer.id }) : null
  return round ? [{ ...round, customer }] : []
}

const walkOf = (stop: Stop, runs: readonly Begun[], { events, parcels }: Unsent): Walk => {
  const run = runs.find(({ customer }) => customer.id === stop.customer.id)
  if (stop.done || run?.finishedAt) return { is: 'done' }
  if (!run) return { is: 'open' }
  const finished =
    events.some(({ runId, event }) => runId === run.id && event.type === 'finished') ||
    [...run.events, ...knownOf(run.id).confirmed].some(({ type }) => type === 'finished')
  if (!finished) return { is: 'begun', runId: run.id }
  const waits = events.some(({ runId }) => runId === run.id) || parcels.some(({ id }) => id === run.id)
  return waits ? { is: 'here' } : { is: 'done' }
}

/** The contacts this device knows of, the latest first. */
const useRunsHere = (): RunRead[] => {
  const client = useQueryClient()
  return client
    .getQueriesData<RunRead>({ queryKey: ['GET /api/runs/:id'] })
    .flatMap(([, run]) => (run ? [run] : []))
    .toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
}

type RowProps = {
  stop: Stop
  walk: Walk
  isTaken: boolean
  anyTaken: boolean
  photos: number
  pending: boolean
  onStart: () => void
}

function StopRow({ stop, walk, isTaken, anyTaken, photos, pending, onStart }: RowProps) {
  const { stops: m } = useMessages(fieldMessages)
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { customer, calledBy, place, at } = stop
  const isDone = walk.is === 'done' || walk.is === 'here'
  return (
    <li
      aria-label={m.acts(calledBy)}
      className="grid grid-cols-[52px_minmax(0,1fr)_auto] items-center gap-x-2 border-b border-line py-2"
    >
      <span className="t13 text-ink-2 tabular-nums">{at === null ? '' : format.time(at)}</span>
      <span className="min-w-0">
        <Link quiet href={`/customers/${customer.id}`} className="t14 cut block font-strong">
          {calledBy}
        </Link>
        <span className="t12 cut block text-ink-3">
          {[calledBy === customer.name ? '' : customer.name, place].filter(Boolean).join(' · ')}
        </span>
        {anyTaken && !isTaken && <span className="t12 block text-amber">{m.notTaken}</span>}
        {photos > 0 && <span className="t12 block text-ink-2">{m.photos(photos)}</span>}
      </span>
      <span className="flex items-center gap-1.5">
        {takesPhotos(customer.kind) && <PhotoAct stop={stop} />}
        <ReceiptAct stop={stop} />
        {isDone ? (
          <span className="t13 flex items-center gap-1 text-ink-2">
            <Icon name={walk.is === 'here' ? 'upload' : 'check'} small className="text-jade" />
            {walk.is === 'here' ? m.here : m.done}
          </span>
        ) : walk.is === 'begun' ? (
          <Link
            href={stop.onRound ? `/round?shop=${customer.id}` : `/contact/${walk.runId}`}
            className="t14 inline-flex h-11 items-center px-2"
          >
            {m.goOn}
          </Link>
        ) : (
          <Button isDisabled={pending} onPress={onStart}>
            {m.start}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The camera, one press away; the picture is kept here first, smaller and without what the camera wrote beside it. */
function PhotoAct({ stop }: { stop: Stop }) {
  const { stops: m } = useMessages(fieldMessages)
  const seat = useSeat()
  const { today } = useSession()
  const add = async (file: File): Promise<void> => {
    const id = freshId()
    const picture = await smaller(file)
    const { is } = await post(
      seat,
      {
        id,
        key: 'PUT /api/customers/:id/photos/:photoId/file',
        request: { params: { id: stop.customer.id, photoId: id }, query: { subject: 'display', takenOn: today } },
        about: { customerId: stop.customer.id, name: stop.calledBy },
      },
      { file: picture },
    )
    if (is === 'noRoom') notify({ text: m.noRoom, tone: 'problem' })
    if (is === 'kept') notify({ text: m.photoKept })
    if (is === 'sent') notify({ text: m.photoSent })
  }
  return (
    <FileTrigger
      acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']}
      defaultCamera="environment"
      onSelect={(files) => {
        for (const file of files ?? []) void add(file)
      }}
    >
      <IconButton kind="bare" icon="camera" label={m.photo} />
    </FileTrigger>
  )
}
