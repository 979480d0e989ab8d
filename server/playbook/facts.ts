import { calledBy, isAddressed } from '#domain/customer/address-form.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { festivalsBetween } from '#domain/kernel/festivals.ts'
import { toTheirFace } from '#domain/kernel/second-person.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Text } from '#domain/playbook/field.ts'
import { dayAloud, dueAloud } from '#domain/playbook/run-facts.ts'
import type { Known } from './known.ts'

/** A promise kept this recently is worth accounting for; an older one is history. */
const RECENT_DAYS = 30
/** A festival is wished for this many days before it. */
const WISHED_BEFORE = 5

/** From when on a kept promise is worth accounting for. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - RECENT_DAYS * 86_400_000)

/** Everything a script line may name about this customer, days as they are spoken. What may be told yet is for the run to say. */
export const knownFacts = (known: Known, now: Date, timeZone: string): KnownFacts => {
  const today = dayIn(now, timeZone)
  const dayOf = (at: string): Day => dayIn(new Date(at), timeZone)
  const aloud = (at: string): Text => spoken(dayOf(at), today)
  const by = (at: string): Text => dueAloud(dayOf(at), null, today)
  const { touch, kept, open, holding, matter, since } = known
  const festival = festivalsBetween(today, addDays(today, WISHED_BEFORE)).find(
    ({ greeting }) => greeting === 'everyone',
  )
  const years = since ? Math.floor((Date.parse(today) - Date.parse(since)) / (365.25 * 86_400_000)) : 0
  return {
    'manager.name': known.managerName,
    'manager.shortName': known.managerShortName,
    ...(known.managerPhone !== null && { 'manager.phone': known.managerPhone }),
    'company.name': known.branchName,
    ...(festival && { holiday: { zh: festival.zh, en: festival.en } }),
    ...addressOf(known),
    ...(years > 0 && { 'customer.years': String(years) }),
    ...(touch && { 'lastTouch.day': aloud(touch.at) }),
    ...(touch?.note && { 'lastTouch.about': firstClause(touch.note) }),
    ...(kept && {
      'keptPromise.what': toTheirFace(kept.what),
      'keptPromise.day': aloud(kept.settled_at ?? kept.due_at),
    }),
    ...(open && {
      'openPromise.what': toTheirFace(open.what),
      'openPromise.day': aloud(open.due_at),
      'openPromise.by': by(open.due_at),
    }),
    ...(open &&
      dayOf(open.due_at) <= today && {
        'duePromise.what': toTheirFace(open.what),
        'duePromise.by': by(open.due_at),
      }),
    ...(holding && { 'product.name': holding.product }),
    ...(matter && { 'matter.what': matter.what }),
  }
}

/** Without a name to greet by a line says its fallback [K-35]. */
const addressOf = (subject: Known): KnownFacts => {
  if (subject.personName) return { address: calledBy({ name: subject.personName, addressForm: subject.personForm }) }
  const called = calledBy(subject)
  return isAddressed({ ...subject, calledBy: called }) ? { address: called } : {}
}

const spoken = (day: Day, today: Day): Text => ({ zh: dayAloud(day, today, 'zh'), en: dayAloud(day, today, 'en') })

const firstClause = (note: string): string => note.split(/[，。；,.;\n]/u)[0]?.trim() ?? ''
