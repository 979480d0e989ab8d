import { useState, useSyncExternalStore } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { notify } from '#web/ui/toast.tsx'
import { useWords } from '#web/ui/words.ts'
import { freshId } from './id.ts'
import type { About, Parcel } from './parcel.ts'
import { outboxNow, post, subscribeParcels, takeBack, throwAway } from './parcels.ts'
import { useRefresh, type WriteKey } from './query.ts'
import type { Refused } from './send.ts'
import { useSeat } from './session.tsx'

type Late<K extends WriteKey> = {
  request: Request<Contract[K]>
  about: About
  /** Said once it is written; that it is still on this device alone is added. */
  text: string
  /** Takes it back once the server has it; what it does not have yet is simply not sent. */
  undo?: () => void
  after?: () => void
  refused: (refused: Refused) => void
}

const PATIENCE_MS = 3000

/** Writes that may wait: kept on this device first, sent in their order once the server can be reached, said honestly and undone either way. */
export const useLate = <K extends WriteKey>(key: K): { write: (late: Late<K>) => void; pending: boolean } => {
  const seat = useSeat()
  const words = useWords()
  const refresh = useRefresh()
  const [pending, setPending] = useState(false)
  const write = async ({ request, about, text, undo, after, refused }: Late<K>): Promise<void> => {
    const id = freshId()
    const back = async (by: () => void): Promise<void> => {
      if (await takeBack(id)) notify({ text: words.notSent })
      else by()
    }
    setPending(true)
    const posted = await post(seat, { id, key, request, about }, { patienceMs: PATIENCE_MS })
    setPending(false)
    if (posted.is === 'refused') {
      // Whoever wrote it is still here to read why, and sees how things stand.
      await throwAway(posted.parcel)
      void refresh()
      return refused(posted.error)
    }
    if (posted.is === 'noRoom') return notify({ text: words.noRoom, tone: 'problem' })
    after?.()
    notify({
      text: posted.is === 'sent' ? text : words.keptHere(text),
      ...(undo && { undo: () => void back(undo) }),
    })
  }
  return { write: (late) => void write(late), pending }
}

/** A write that what was read does not show yet; with the server's answer once it has it. */
export type Unseen<K extends WriteKey> = { key: K; request: Request<Contract[K]>; reply: Reply<Contract[K]> | null }

/** Writes of these kinds that what was read does not show yet, in the order they were made. Only one's own, and nothing the server refused. */
export const useUnseen = <K extends WriteKey>(...keys: readonly K[]): readonly Unseen<K>[] => {
  const { parcels, arrived } = useSyncExternalStore(subscribeParcels, outboxNow)
  const isOne = (parcel: Parcel): boolean => keys.some((key) => key === parcel.key)
  const taken = arrived.filter(({ parcel }) => isOne(parcel))
  const waiting = parcels.filter((parcel) => isOne(parcel) && parcel.state === 'waiting')
  return [...taken, ...waiting.map((parcel) => ({ parcel, reply: null }))].map(
    ({ parcel: { key, request }, reply }) => ({ key, request, reply }) as Unseen<K>,
  )
}
