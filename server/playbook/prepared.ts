import { dayIn } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { factsAround, slotsAhead } from './around.ts'
import { keptSince, knownFacts } from './facts.ts'
import { type About, knownAround } from './known.ts'

/** All it takes to hold a contact, beside its playbook and what happens in it. */
export const preparedFor = async (db: Db, caller: Caller, now: Date, about: About) => {
  const known = await knownAround(db, caller, about, keptSince(now))
  const slots = await slotsAhead(db, caller, now, known.place)
  const { uses, contacts, expectations, suggestion } = known
  return {
    customer: known,
    slots,
    facts: {
      ...knownFacts(known, now, caller.timeZone),
      ...factsAround(known, about.occasions, slots, dayIn(now, caller.timeZone)),
    },
    uses,
    contacts,
    expectations,
    suggestions: suggestion ? [{ id: suggestion.id, what: suggestion.product, why: suggestion.note }] : [],
  }
}
