import type { Day } from '#domain/kernel/day.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { isReached } from '../offline/reach.ts'
import { protectAnswers } from '../offline/kept.ts'
import { standingOf, wipedAt } from '../offline/expiry.ts'
import { isRoadCode } from '../offline/road-code.ts'
import { canKeep, hasRoadCode } from '../offline/vault.ts'
import { usePreferences } from '../preferences.ts'
import { branchTime } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ProgressBar } from '#web/ui/progress-bar.tsx'
import { Section } from '#web/ui/section.tsx'
import { Banner } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { fieldMessages } from './messages.ts'
import { sizeText } from './size.ts'
import type { Stop } from './stops.ts'
import type { Taken } from './taken.ts'
import type { FieldDay } from './use-field-day.ts'
import { useMoment } from './use-moment.ts'

/** Less than this left on the device: what is taken along may not fit. */
const SCARCE = 60_000_000

type PackProps = { field: FieldDay; day: Day; which: 'today' | 'tomorrow'; stops: readonly Stop[] }

/** The day on this device: one press takes it along; afterwards what is here, until when, and what is old about it. */
export function Pack({ field, day, which, stops }: PackProps) {
  const { pack: m } = useMessages(fieldMessages)
  const { taken, taking, failed } = field
  const format = useFormat()
  const left = useRoomLeft()
  if (!canKeep()) return <Banner tone="soon">{m.cannot}</Banner>
  const take = (): void => field.take(day)
  return (
    <Section title={m.title}>
      {left !== null && left < SCARCE && <Banner tone="soon">{m.full(sizeText(left))}</Banner>}
      {failed && <Banner tone="now">{m.unreachable}</Banner>}
      {taking ? (
        <div className="py-3">
          <ProgressBar
            label={m.taking}
            {...(taking.progress.all > 0 && { share: taking.progress.done / taking.progress.all })}
            remark={m.progress(taking.progress.done, taking.progress.all, sizeText(taking.progress.bytes))}
            end={
              <Button size="s" onPress={taking.stop}>
                {m.stop}
              </Button>
            }
          />
        </div>
      ) : taken && (taken.day === day || which === 'today') ? (
        <Here field={field} taken={taken} day={day} stops={stops} onTake={take} />
      ) : (
        <div className="flex flex-col gap-3 py-3">
          {taken && <p className="t13 text-ink-2">{m.instead(format.day(taken.day))}</p>}
          <p className="t14 read">{m.hint[which](stops.length)}</p>
          <Button kind="go" size="l" icon="download" isDisabled={stops.length === 0} onPress={take}>
            {m.take[which]}
          </Button>
        </div>
      )}
      <RoadCode />
    </Section>
  )
}

type HereProps = { field: FieldDay; taken: Taken; day: Day; stops: readonly Stop[]; onTake: () => void }

function Here({ field, taken, day, stops, onTake }: HereProps) {
  const { pack: m } = useMessages(fieldMessages)
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const at = (device: number): string => {
    const time = branchTime(device)
    return `${format.shortDay(format.dayOf(time), today)} ${format.time(time)}`
  }
  const standing = standingOf(taken, { now: useMoment(), today })
  const fresh = taken.day === day ? stops.filter(({ customer }) => !taken.customers.includes(customer.id)) : []
  const old: string[] = [
    ...(taken.day === day ? [] : [m.another(format.day(taken.day))]),
    ...(standing === 'ending' ? [m.ending] : []),
    ...(fresh.length > 0 ? [m.fresh(format.list(fresh.map(({ calledBy }) => calledBy)))] : []),
    ...(taken.failed.length > 0 ? [m.failed(format.list(taken.failed.map(({ name }) => name)))] : []),
    ...(taken.whole ? [] : [m.notWhole]),
    ...(taken.persisted ? [] : [m.mayBeCleared]),
  ]
  return (
    <div className="flex flex-col gap-2 py-3">
      <p className="t14 flex items-baseline gap-2">
        <Icon name={old.length > (taken.persisted ? 0 : 1) ? 'alert' : 'check'} small className="text-jade" />
        <b>{m.taken(taken.customers.length, sizeText(taken.bytes), at(taken.takenAt))}</b>
      </p>
      <p className="t13 text-ink-2">{m.until(at(wipedAt(taken.takenAt)))}</p>
      {old.map((line) => (
        <p key={line} className="t13 text-amber">
          {line}
        </p>
      ))}
      <div className="flex gap-2">
        <Button icon="again" isDisabled={!isReached()} onPress={onTake}>
          {m.again}
        </Button>
        <Button kind="bare" onPress={field.putDown}>
          {m.putDown}
        </Button>
      </div>
    </div>
  )
}

/** A code for the road, once; how the seat stands without one is said. */
function RoadCode() {
  const { pack, code: m } = useMessages(fieldMessages)
  const { lockAfter } = usePreferences()
  const client = useQueryClient()
  const [known, setKnown] = useState<boolean | null>(null)
  const [typed, setTyped] = useState('')
  const [pending, setPending] = useState(false)
  useEffect(() => void hasRoadCode().then(setKnown, () => setKnown(false)), [])
  if (known === null) return null
  if (lockAfter === 0) return <Said icon="alert">{pack.never}</Said>
  if (known) return <Said icon="lock">{pack.locked}</Said>
  const set = async (): Promise<void> => {
    setPending(true)
    const done = await protectAnswers(client, typed)
    setPending(false)
    setTyped('')
    setKnown(done)
    notify(done ? { text: m.done } : { text: m.failed, tone: 'problem' })
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line py-3">
      <p className="t13 text-ink-2">{pack.unlocked(lockAfter)}</p>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRoadCode(typed)) void set()
        }}
      >
        <TextField
          label={m.label}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={typed}
          onChange={setTyped}
          className="min-w-0 flex-1"
        />
        <Button type="submit" isPending={pending} isDisabled={!isRoadCode(typed)}>
          {m.set}
        </Button>
      </form>
      <p className="t12 text-ink-3">{m.hint}</p>
    </div>
  )
}

function Said({ icon, children }: { icon: 'lock' | 'alert'; children: ReactNode }) {
  return (
    <p className="t13 flex items-center gap-2 border-t border-line py-2.5 text-ink-2">
      <Icon name={icon} small />
      {children}
    </p>
  )
}

/** Bytes this browser may still keep; null where it does not say. */
const useRoomLeft = (): number | null => {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { quota, usage } = await navigator.storage.estimate()
      if (quota !== undefined && usage !== undefined) setLeft(quota - usage)
    }
    void ask().catch(() => undefined)
  }, [])
  return left
}
