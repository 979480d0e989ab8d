import { useState } from 'react'
import { sentence } from '#domain/kernel/said.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { mayAppend } from '#domain/playbook/mayAppend.ts'
import { reduceRun } from '#domain/playbook/run.ts'
import { refusalWordsEn } from '#domain/playbook/words.en.ts'
import { refusalWordsZh } from '#domain/playbook/words.zh.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import type { Refused } from '#web/client/send.ts'
import { useSeat } from '#web/client/session.tsx'
import { write } from '#web/playbook/outbox.ts'
import { roundMessages } from '#web/round/messages.ts'
import type { ShopActs } from '#web/round/shop-screen.tsx'
import type { FieldDay, Standing } from '#web/round/types.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { announce, beginHere, roundOf, type Way } from './begin-round.ts'
import { eventsOf } from './use-rounds.ts'

const refusals = { zh: refusalWordsZh, en: refusalWordsEn }

/** What may be done in a shop. The first touch begins the round; everything goes through the outbox, as in any contact. */
export const useShopActs = (
  day: FieldDay,
  { outlet }: Pick<Standing, 'outlet'>,
  onFinished: () => void,
): { acts: ShopActs; refused: Refused | null; again: (way: Way) => void } => {
  const seat = useSeat()
  const m = useMessages(roundMessages)
  const language = useLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const { id: customerId } = outlet.customer
  const about = { day: day.day, customerId }
  const tell = (run: { id: string; startedAt: string }, way: Way): void => {
    setRefused(null)
    void announce(seat, run, { day, customer: outlet.customer }, way).then(setRefused)
  }
  const again = (way: Way): void => {
    const run = roundOf(seat, about)
    if (run) tell(run, way)
  }
  const act = (...happenings: Happening[]): boolean => {
    const { playbook } = day
    if (!playbook) return false
    const known = outlet.run ?? roundOf(seat, about)
    const run = known ?? beginHere(seat, about)
    const before = eventsOf(seat, day, outlet)
    const reached = before.some(({ type }) => type === 'connected')
    const missed = happenings.some(({ type }) => type === 'missed')
    const all: Happening[] = reached || missed ? happenings : [{ type: 'connected' }, ...happenings]
    let events = before
    for (const happening of all) {
      const event = { id: freshId(), runId: run.id, actor: seat.staffId, at: now(), sequence: null, ...happening }
      const admission = mayAppend(reduceRun(playbook.definition, events), event, playbook.definition)
      if (!admission.ok) {
        notify({ text: sentence(refusals[language], admission.error), tone: 'problem' })
        return false
      }
      events = [...events, event]
    }
    if (!known) tell(run, agreedWay(outlet))
    write(seat, run.id, all)
    return true
  }
  const reopen = (): void => void act({ type: 'reopened', reason: m.reopened })
  const finished = (...happenings: Happening[]): void => {
    if (!act(...happenings, { type: 'finished', reason: '' })) return
    notify({ text: m.done(outlet.customer.name), undo: reopen })
    onFinished()
  }
  const acts: ShopActs = {
    toggle: ({ step, check }, done) => void act({ type: 'checkMarked', step, check, done }),
    count: (item, count) => void act({ type: 'counted', item, ...count }),
    opine: ({ words, kind }) =>
      void act(
        { type: 'checkMarked', step: 'say', check: 'fine', done: false },
        kind === 'complaint'
          ? { type: 'caseSet', serviceCase: { kind, what: words } }
          : {
              type: 'captured',
              capture: freshId(),
              content: {
                kind: 'expectation',
                text: words,
                sort: 'heard',
                answer: null,
                offer: '',
                acknowledged: false,
              },
            },
      ),
    promise: ({ what, dueDay }) =>
      void act({ type: 'captured', capture: freshId(), content: { kind: 'promise', what, dueDay, dueTime: null } }),
    market: (topic, what) => void act({ type: 'marketNoted', topic, what }),
    closed: () => finished({ type: 'missed', outcome: 'noAnswer', retryAt: null }),
    finish: () => finished(),
    reopen,
  }
  return { acts, refused, again }
}

/** An appointment the customer agreed to is a time they named themselves. */
const agreedWay = ({ appointment }: Standing['outlet']): Way => ({
  agreedTime: appointment !== null && appointment.state !== 'planned',
  occasions: appointment ? [{ kind: 'appointment', recordId: [appointment.id, appointment.startsAt].join('/') }] : [],
})
