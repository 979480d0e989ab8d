import { useState } from 'react'
import { heardWishes } from '#domain/coach/conversation/wishes.ts'
import type { ConversationView } from '#domain/coach/conversation/view.ts'
import type { SpokenTurn } from '#domain/coach/conversation/transcript.ts'
import type { Day } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { dueOf } from '#domain/touch/promise-due.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import type { Talk } from './talk.ts'

/** What the contact log keeps of one contact. */
export const MOST = 2000

export type Offer =
  | { key: string; kind: 'promise'; turn: number; what: string; dueDay: Day; dueTime: string | null }
  | { key: string; kind: 'expectation'; turn: number; what: string; said: 'customer' | 'us'; confirmed: boolean }

/** When a talk was held: now if it was today, else noon of its day. */
export const momentOf = (day: Day, today: Day, timeZone: string): Date =>
  day === today ? now() : instantAt(day, 12 * 60, timeZone)

/** What a conversation holds for the ledgers, each once. */
export const offersIn = ({ promises, expectations, saidBack }: ConversationView, timeZone: string): Offer[] => {
  const offers: Offer[] = [
    ...promises.map(({ turn, start, what, dueAt }): Offer => {
      const due = dueOf(dueAt, timeZone)
      return { key: `promise ${turn} ${start}`, kind: 'promise', turn, what, ...due }
    }),
    ...heardWishes(expectations, saidBack).map(({ turn, start, what, said, confirmed }): Offer => ({
      key: `${said === 'us' ? 'said back' : 'expectation'} ${turn} ${start}`,
      kind: 'expectation',
      turn,
      what,
      said,
      confirmed,
    })),
  ]
  return offers.toSorted((a, b) => a.turn - b.turn)
}

export type TalkChannel = 'call' | 'message' | 'visit'

/** Takes what was found into the ledgers, and the words into the contact log, each under one id however often it is pressed. */
export const useLedger = (talk: Talk, turns: readonly SpokenTurn[], onTalk: (talk: Talk) => void) => {
  const { today, branch } = useSession()
  const [ids] = useState(() => new Map<string, string>())
  const promise = useWrite('PUT /api/promises/:id')
  const expectation = useWrite('PUT /api/expectations/:id')
  const touch = useWrite('PUT /api/customers/:id/touches/:touchId')
  const idOf = (key: string): string => {
    const known = ids.get(key) ?? freshId()
    ids.set(key, known)
    return known
  }
  const { customerId } = talk
  const take = (offer: Offer): void => {
    if (customerId === null) return
    const params = { id: idOf(`${customerId} ${offer.key}`) }
    const onSuccess = (): void => onTalk({ ...talk, taken: [...talk.taken, offer.key] })
    const { what } = offer
    if (offer.kind === 'promise')
      promise.mutate(
        { params, body: { customerId, what, dueDay: offer.dueDay, dueTime: offer.dueTime } },
        { onSuccess },
      )
    else expectation.mutate({ params, body: { customerId, what, nature: 'factual' } }, { onSuccess })
  }
  const log = (channel: TalkChannel): void => {
    if (customerId === null) return
    const words = turns.map(({ speaker, text }) => `${speaker}：${text}`).join('\n')
    touch.mutate(
      {
        params: { id: customerId, touchId: idOf(`${customerId} touch`) },
        body: {
          at: momentOf(talk.day, today, branch.timeZone).toISOString(),
          channel,
          direction: turns[0]?.by === 'customer' ? 'passive' : 'active',
          purpose: 'service',
          outcome: null,
          minutes: null,
          said: null,
          note: words.length > MOST ? `${words.slice(0, MOST - 1)}…` : words,
          personId: null,
        },
      },
      { onSuccess: () => onTalk({ ...talk, touched: true }) },
    )
  }
  return {
    take,
    log,
    error: promise.error ?? expectation.error ?? touch.error,
    pending: promise.isPending || expectation.isPending || touch.isPending,
  }
}
