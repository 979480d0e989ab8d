import { useCallback, useEffect, useState } from 'react'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useSeat } from '#web/client/session.tsx'
import { dropOwn, keepOwn, type Kind, ownFile, type OwnThing, ownThings } from './own-things.ts'

/** What somebody has kept for themselves on this device, and the acts on it; null until it is read. */
export const useOwn = <T>(kind: Kind) => {
  const seat = useSeat()
  const [things, setThings] = useState<OwnThing<T>[] | null>(null)
  useEffect(() => {
    let gone = false
    // A browser that keeps nothing shows an empty list; keeping will say why.
    const show = (read: OwnThing<T>[]): void => {
      if (!gone) setThings(read)
    }
    ownThings<T>(seat, kind).then(show, () => show([]))
    return () => {
      gone = true
    }
  }, [seat, kind])

  const put = useCallback(
    async (thing: OwnThing<T>, file?: ArrayBuffer): Promise<boolean> => {
      const kept = await keepOwn(seat, kind, thing, file).then(
        () => true,
        () => false,
      )
      if (kept)
        setThings((before) =>
          [thing, ...(before ?? []).filter(({ id }) => id !== thing.id)].toSorted((a, b) => b.at.localeCompare(a.at)),
        )
      return kept
    },
    [seat, kind],
  )
  /** A new one; null when the browser has no room or forbids it. */
  const add = useCallback(
    async (value: T, file?: ArrayBuffer): Promise<OwnThing<T> | null> => {
      const thing = { id: freshId(), at: now().toISOString(), value }
      return (await put(thing, file)) ? thing : null
    },
    [put],
  )
  /** Takes it off the device; the answer puts it back. */
  const drop = useCallback(
    async (thing: OwnThing<T>): Promise<() => void> => {
      const file = (await ownFile(seat, thing.id)) ?? undefined
      await dropOwn(thing.id)
      setThings((before) => (before ?? []).filter(({ id }) => id !== thing.id))
      return () => void put(thing, file)
    },
    [seat, put],
  )
  const fileOf = useCallback((id: string) => ownFile(seat, id), [seat])
  return { things, add, put, drop, fileOf }
}
