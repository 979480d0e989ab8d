import type { Request } from '#api/endpoint.ts'
import type { Contract } from '#api/contract.ts'
import { loadOf, type Parcel } from '#web/client/parcel.ts'
import { putAside, sendAgain, throwAway } from '#web/client/parcels.ts'
import { Refused } from '#web/client/send.ts'
import { useSeat } from '#web/client/session.tsx'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { flush } from '#web/playbook/outbox.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { fieldMessages } from './messages.ts'
import { sizeText } from './size.ts'
import { kindOf, placeOf, type Unsent } from './use-outbox.ts'
import { useWhyHere } from './why-here.ts'

/** What the server has not yet, with why, and what can be done about what it did not take. Empty of all that, it says so. */
export function ParcelList({ unsent }: { unsent: Unsent }) {
  const { outbox: m } = useMessages(fieldMessages)
  const { parcels, events, going, ready } = unsent
  const waiting = loadOf(parcels, 'waiting')
  const unseen = events.filter(({ refused }) => refused === null).length
  const isEmpty = parcels.length === 0 && unseen === 0
  const load = [
    ...(waiting.parcels > 0 ? [m.load(waiting.parcels, sizeText(waiting.bytes))] : []),
    ...(unseen > 0 ? [m.events(unseen)] : []),
  ]
  return (
    <Section
      title={m.title}
      remark={load.join(' · ') || undefined}
      end={
        ready &&
        !isEmpty && (
          <Button size="s" kind="bare" icon="upload" onPress={() => void flush()}>
            {m.sendNow}
          </Button>
        )
      }
    >
      {!ready && <SkeletonRows rows={1} />}
      {ready && isEmpty && (
        <p className="t13 flex items-center gap-2 py-2.5 text-ink-3">
          <Icon name="check" small className="text-jade" />
          {m.none}
        </p>
      )}
      {going !== null && waiting.parcels > 1 && (
        <div className="py-2">
          <ProgressBar label={m.sending} remark={m.load(waiting.parcels, sizeText(waiting.bytes))} />
        </div>
      )}
      <ul>
        {parcels.map((parcel) => (
          <ParcelRow key={parcel.id} parcel={parcel} isGoing={going === parcel.id} />
        ))}
      </ul>
      {parcels.some(({ state }) => state !== 'waiting') && <p className="t12 pt-2 text-ink-3">{m.kept}</p>}
    </Section>
  )
}

function ParcelRow({ parcel, isGoing }: { parcel: Parcel; isGoing: boolean }) {
  const { outbox: m } = useMessages(fieldMessages)
  const { about, bytes, state } = parcel
  return (
    <li className="t13 flex flex-col gap-1.5 border-b border-line py-2">
      <span className="flex items-baseline gap-2">
        <b className="cut min-w-0">{about.name}</b>
        <span className="cut min-w-0 text-ink-2">{about.what ?? m.kinds[kindOf(parcel)]}</span>
        {bytes > 0 && <span className="t12 text-ink-3">{sizeText(bytes)}</span>}
        <span className="t12 ml-auto whitespace-nowrap text-ink-3">
          {state === 'aside' ? m.aside : isGoing ? m.sending : ''}
        </span>
      </span>
      <Standing parcel={parcel} />
    </li>
  )
}

function Standing({ parcel }: { parcel: Parcel }) {
  const { outbox: m } = useMessages(fieldMessages)
  const seat = useSeat()
  const why = useWhyHere()(parcel)
  const { state, answer } = parcel
  const place = placeOf(parcel)
  if (state === 'waiting') return answer ? <span className="text-amber">{m.waitsFor(why)}</span> : null
  if (state === 'refused' && parcel.key === 'PUT /api/runs/:id' && answer?.reply.code === 'rule.refused')
    return <GateSaid parcel={parcel} />
  return (
    <>
      {state === 'refused' && (
        <span role="alert" className="text-red">
          {m.refused(why)}
        </span>
      )}
      <span className="flex flex-wrap items-center gap-1.5">
        <Button size="s" icon="again" onPress={() => void sendAgain(seat, parcel)}>
          {m.again}
        </Button>
        {place !== null && state === 'refused' && <Link href={place}>{m.see}</Link>}
        {state === 'refused' ? (
          <Button size="s" kind="bare" onPress={() => void putAside(seat, parcel)}>
            {m.putAside}
          </Button>
        ) : (
          <Button size="s" kind="bare" icon="trash" onPress={() => void throwAway(parcel)}>
            {m.throwAway}
          </Button>
        )}
      </span>
    </>
  )
}

type Start = Request<Contract['PUT /api/runs/:id']>

/** The gate said no to a contact that was held without a network: the two honest ways on are those of any other contact. */
function GateSaid({ parcel }: { parcel: Parcel }) {
  const { outbox: m } = useMessages(fieldMessages)
  const seat = useSeat()
  const { params, body } = parcel.request as Start
  const again = (more: Partial<Start['body']>): void =>
    void sendAgain(seat, parcel, { params, body: { ...body, ...more } }).then(flush)
  if (!parcel.answer) return null
  return (
    <>
      <GateRefusal
        refused={new Refused(parcel.answer.status, parcel.answer.reply)}
        onAgreed={() => again({ agreedTime: true })}
        onOverride={(reason) => again({ override: { reason } })}
      />
      <span>
        <Button size="s" kind="bare" onPress={() => void putAside(seat, parcel)}>
          {m.putAside}
        </Button>
      </span>
    </>
  )
}
