import type { Received, Reply } from '#api/endpoint.ts'
import type { playbookEndpoints } from '#api/playbook.ts'
import { mayLeave } from '#domain/coach/outgoing.ts'
import { persuades } from '#domain/playbook/definition.ts'
import type { Refusal } from '#domain/playbook/refusal.ts'
import { toldToCustomer } from '#domain/playbook/told.ts'
import { guardEn, lawEn } from '#domain/retention/guard-words.en.ts'
import { guardZh, lawZh } from '#domain/retention/guard-words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { coachFor } from '#server/coach/rules.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { unlawfulTo } from '#server/guard/leaving.ts'
import type { Caller, Handlers } from '#server/http/handler.ts'
import { appendEvents, type HeldBack } from '#server/playbook/append.ts'
import { againstOffering } from '#server/retention/in-contact.ts'
import { beginRun } from './begin-run.ts'
import { wentThroughWayOut } from './file-retention.ts'
import { finishContact } from './finish-contact.ts'

type Append = (typeof playbookEndpoints)['POST /api/runs/:id/events']

/** Adds events to a run, but none with a forbidden phrase that the customer would read [P-35], and no offer that guard or limits forbid; once it is finished, files it in the same transaction, again when late words arrive. */
const appendToRun = async (
  db: Db,
  caller: Caller,
  now: Date,
  runId: string,
  events: Received<Append>['body']['events'],
  content: string,
): Promise<Reply<Append>> =>
  inTransaction(db, async (trx) => {
    const coach = await coachFor(trx, caller.branchId, content)
    const heldBack: HeldBack = async (event, { run, playbook, state }) => {
      const worded = toldToCustomer(event).flatMap((text) => mayLeave(coach, text).refused)[0]
      if (worded) return worded
      const about = { customerId: run.customer_id, playbook: playbook.id, aboutStaying: persuades(playbook) }
      const unlawful = await unlawfulIn(trx, caller, now, toldToCustomer(event), about)
      if (unlawful || event.type !== 'offerMade' || !persuades(playbook)) return unlawful
      const talk = { offers: state.offers, wayOutTold: wentThroughWayOut(playbook, state) }
      return againstOffering(trx, caller, now, { id: run.customer_id }, talk, event.offer)
    }
    const appended = await appendEvents(trx, caller, runId, events, now, heldBack)
    const { accepted, refused, state, changed } = appended
    const filed = changed && state.finished ? await finishContact(trx, caller, now, appended) : null
    return { accepted, refused, filed }
  })

/** The first words of these the law or our guard forbids to a customer who may leave, as a reason, with the try on record. */
const unlawfulIn = async (
  trx: Db,
  caller: Caller,
  now: Date,
  texts: readonly string[],
  { customerId, playbook, aboutStaying }: { customerId: string; playbook: string; aboutStaying: boolean },
): Promise<Refusal | null> => {
  if (texts.length === 0) return null
  const [first] = await unlawfulTo(trx, caller, now, { customerId, what: playbook, texts, aboutStaying })
  return first
    ? { code: 'wording.unlawful', params: { zh: sentence(guardedZh, first), en: sentence(guardedEn, first) } }
    : null
}

const guardedZh = { ...guardZh, ...lawZh }
const guardedEn = { ...guardEn, ...lawEn }

type Own = Pick<typeof playbookEndpoints, 'PUT /api/runs/:id' | 'POST /api/runs/:id/events'>

/** `content` is the folder of the pack the rules of wording are read from. */
export const contactHandlers = (content: string): Handlers<Own> => ({
  'PUT /api/runs/:id': async ({ db, caller, clock, params, body }) =>
    beginRun(db, caller, clock.now(), params.id, body),
  'POST /api/runs/:id/events': async ({ db, caller, clock, params, body }) =>
    appendToRun(db, caller, clock.now(), params.id, body.events, content),
})
