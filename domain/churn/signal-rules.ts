import { addMonths, type Day, daysBetween, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Bill, billSignals, isFresh } from './bill-health.ts'
import type { SignalFacts } from './facts.ts'
import type { SignalSettings } from './signal-settings.ts'

/** What is known of a customer; leave out what is not. Days that have happened must not lie after `asOf`. */
export type KnownCustomer = {
  bills?: readonly Bill[]
  /** Use a month: minutes, orders, cartons. A month without use is 0; a month that is not known is left out. */
  use?: readonly { month: Month; amount: number }[]
  /** End of the contract or promotion; may lie ahead. */
  contractEnds?: Day | null
  complaints?: readonly { opened: Day; closed: Day | null }[]
  portOutAsked?: Day | null
  competitors?: readonly { seen: Day; name: string | null }[]
  /** The last birthday that passed without a greeting. */
  birthdayMissed?: Day | null
  managerChanged?: Day | null
  /** Since when calls are forwarded to another network. */
  forwardingSince?: Day | null
  /** Due days of promises that were not kept. */
  brokenPromises?: readonly Day[]
  /** Last contact of any channel. */
  lastContact?: Day | null
  /** First day as a customer; used when there never was a contact. */
  customerSince?: Day | null
}

/** A rule that spoke: how many times over its points count. */
type Spoken = { said: Said<SignalFacts>; times: number }

type Rule = {
  /** Whether the customer's manager can do something about it. */
  changeable: boolean
  speak: (known: KnownCustomer, asOf: Day, settings: SignalSettings) => Spoken[]
}

const once = (said: Said<SignalFacts>): Spoken[] => [{ said, times: 1 }]

const latest = (days: readonly Day[]): Day | undefined => days.toSorted().at(-1)

const within = (day: Day | null | undefined, asOf: Day, days: number): { day: Day; days: number } | undefined => {
  const passed = day ? daysBetween(day, asOf) : -1
  return day && passed >= 0 && passed <= days ? { day, days: passed } : undefined
}

const silent: Rule['speak'] = (known, asOf, settings) => {
  const months = (known.use ?? [])
    .filter(({ month }) => month < monthOf(asOf))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
  let count = 0
  while (months[count]?.amount === 0 && months[count]?.month === addMonths(months[0]?.month ?? '', -count)) count++
  const since = months[count - 1]?.month
  if (since === undefined || !isFresh(months[0]?.month ?? '', asOf) || count < settings.silentMonths.from) return []
  const said: Said<SignalFacts> = { code: 'signal.silent', params: { months: count, since } }
  return [{ said, times: Math.min(count, settings.silentMonths.most) }]
}

const contract: Rule['speak'] = (known, asOf, settings) => {
  if (!known.contractEnds) return []
  const days = daysBetween(asOf, known.contractEnds)
  if (days >= 0 && days <= settings.contractDays.before)
    return once({ code: 'signal.contract', params: { days, day: known.contractEnds } })
  if (days < 0 && -days <= settings.contractDays.after)
    return once({ code: 'signal.contract_over', params: { days: -days, day: known.contractEnds } })
  return []
}

const complaint: Rule['speak'] = (known, asOf, settings) => {
  const complaints = known.complaints ?? []
  const open = complaints
    .filter(({ closed }) => closed === null)
    .map(({ opened }) => opened)
    .toSorted()[0]
  if (open !== undefined)
    return once({ code: 'signal.complaint_open', params: { since: open, days: daysBetween(open, asOf) } })
  const recent = within(latest(complaints.map(({ opened }) => opened)), asOf, settings.complaintDays)
  return recent ? once({ code: 'signal.complaint_recent', params: recent }) : []
}

const portOut: Rule['speak'] = (known, asOf, settings) => {
  const asked = within(known.portOutAsked, asOf, settings.portOutDays)
  return asked ? once({ code: 'signal.port_out', params: asked }) : []
}

const competitor: Rule['speak'] = (known, asOf, settings) => {
  const seen = (known.competitors ?? []).toSorted((a, b) => (a.seen < b.seen ? -1 : 1)).at(-1)
  const near = within(seen?.seen, asOf, settings.competitorDays)
  return near ? once({ code: 'signal.competitor', params: { ...near, name: seen?.name ?? null } }) : []
}

const birthday: Rule['speak'] = (known, asOf, settings) => {
  const missed = within(known.birthdayMissed, asOf, settings.birthdayDays)
  return missed ? once({ code: 'signal.birthday', params: { day: missed.day } }) : []
}

const manager: Rule['speak'] = (known, asOf, settings) => {
  const changed = within(known.managerChanged, asOf, settings.managerDays)
  return changed ? once({ code: 'signal.manager_changed', params: changed }) : []
}

const forwarding: Rule['speak'] = (known, asOf) => {
  const since = within(known.forwardingSince, asOf, Number.POSITIVE_INFINITY)
  return since ? once({ code: 'signal.forwarding', params: { since: since.day, days: since.days } }) : []
}

const promise: Rule['speak'] = (known, asOf, settings) => {
  const broken = (known.brokenPromises ?? []).filter((day) => within(day, asOf, settings.promiseDays))
  const day = latest(broken)
  if (day === undefined) return []
  const said: Said<SignalFacts> = { code: 'signal.promise_broken', params: { day, promises: broken.length } }
  return [{ said, times: Math.min(broken.length, settings.promisesMost) }]
}

const noContact: Rule['speak'] = (known, asOf, settings) => {
  const { lastContact, customerSince } = known
  const from = lastContact ?? (lastContact === null ? customerSince : undefined)
  const days = from ? daysBetween(from, asOf) : -1
  if (!from || days < settings.noContactDays) return []
  return lastContact
    ? once({ code: 'signal.no_contact', params: { day: from, days } })
    : once({ code: 'signal.never_contacted', params: { since: from, days } })
}

const bills: Rule['speak'] = (known, asOf, settings) =>
  billSignals(known.bills ?? [], asOf, settings.bills).map((said) => ({ said, times: 1 }))

/** The rules in the order in which equal points are told. */
export const SIGNAL_RULES: readonly Rule[] = [
  { changeable: true, speak: portOut },
  { changeable: true, speak: forwarding },
  { changeable: true, speak: complaint },
  { changeable: true, speak: contract },
  { changeable: false, speak: competitor },
  { changeable: true, speak: bills },
  { changeable: true, speak: silent },
  { changeable: true, speak: promise },
  { changeable: false, speak: manager },
  { changeable: true, speak: noContact },
  { changeable: true, speak: birthday },
]
