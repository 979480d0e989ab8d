import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import {
  type AppointmentStep,
  appointmentStates,
  appointmentWays,
  tellings,
  visitPurposes,
} from '#domain/schedule/appointment.ts'
import type { Punctuality } from '#domain/schedule/move.ts'
import type { Birthday } from '#domain/customer/birthday.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Reason = z.string().trim().max(400)
const Place = z.string().trim().max(200)
const Purposes = z.array(z.enum(visitPurposes)).max(visitPurposes.length)
const languages = z.enum(['zh', 'en'])

const AppointmentLine = z.object({
  id: Id,
  customer: Ref.extend({ calledBy: z.string(), kind: z.enum(customerKinds) }),
  person: Ref.nullable(),
  owner: Ref,
  way: z.enum(appointmentWays),
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  purposes: Purposes,
  state: z.enum(appointmentStates),
  reason: z.string(),
  arrivedAt: Instant.nullable(),
  punctuality: z.custom<Punctuality>().nullable(),
  toldAt: Instant.nullable(),
  /** A change of ours the customer has still to hear of, and the time they have in mind [S-34]. */
  untold: z.object({ what: z.enum(tellings), since: Instant, expects: Instant }).nullable(),
  /** What was agreed before we said we would be later. */
  before: z.object({ startsAt: Instant, endsAt: Instant }).nullable(),
  /** Somebody has noted where the customer is found. */
  placed: z.boolean(),
  /** The contact in which it was agreed. */
  runId: Id.nullable(),
  steps: z.array(
    z.object({
      id: Id,
      at: Instant,
      by: z.string(),
      move: z.custom<AppointmentStep['move']>(),
      reason: z.string(),
      told: z.boolean(),
    }),
  ),
  /** The reader may move it, tell of it and call it off. */
  mayChange: z.boolean(),
  version: z.number(),
})

const DayNote = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promise'),
    id: Id,
    day: Day,
    at: Instant,
    what: z.string(),
    customer: Ref.extend({ calledBy: z.string() }),
  }),
  z.object({
    kind: z.literal('birthday'),
    id: Id,
    day: Day,
    /** The contact person whose birthday it is; null for the customer’s own. */
    person: z.string().nullable(),
    birthday: z.custom<Birthday>(),
    customer: Ref.extend({ calledBy: z.string() }),
  }),
])

const told = z.boolean()

const Wish = z.discriminatedUnion('move', [
  z.object({ move: z.literal('agreed') }),
  z.object({ move: z.literal('moved'), startsAt: Instant, endsAt: Instant, reason: Reason.default(''), told }),
  z.object({ move: z.literal('late'), startsAt: Instant, reason: Reason, told }),
  z.object({ move: z.literal('arrived') }),
  z.object({ move: z.literal('done') }),
  z.object({ move: z.literal('cancelled'), reason: Reason.default(''), told }),
  z.object({ move: z.literal('missed'), reason: Reason.default(''), told }),
  z.object({ move: z.literal('told') }),
  /** Takes the latest step back, as long as it is the latest. */
  z.object({ move: z.literal('undone'), stepId: Id }),
])

const Slot = z.object({ startsAt: Instant, endsAt: Instant })

/** Appointments, free times, the way of a visiting day, and the feed for a telephone’s calendar (issue 3, Calendar). */
export const calendarEndpoints = endpoints({
  'GET /api/calendar': {
    summary: 'Appointments between two days with what else stands on those days',
    access: 'contact.run',
    query: z.object({
      from: Day,
      to: Day,
      whose: z.enum(['own', 'all']).default('own'),
      /** A colleague’s days; only customers the reader may see. */
      staffId: Id.optional(),
    }),
    reply: z.object({
      appointments: z.array(AppointmentLine),
      /** Promises due and birthdays kept: one person’s, never everybody’s. */
      notes: z.array(DayNote),
      /** Days nobody works: weekends and holidays, without those made up for. */
      closed: z.array(Day),
      absences: z.array(
        z.object({ staff: Ref, fromDay: Day, toDay: Day, kind: z.enum(['leave', 'shift', 'training']) }),
      ),
    }),
    errors: ['request.invalid'],
  },
  'GET /api/customers/:id/appointments': {
    summary: 'What is agreed with one customer, soonest first, then the latest of what is over',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(AppointmentLine) }),
    errors: ['record.not_found'],
  },
  'PUT /api/appointments/:id': {
    summary: 'Makes an appointment under an id the writer made',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      contactPersonId: Id.nullable().default(null),
      way: z.enum(appointmentWays),
      startsAt: Instant,
      endsAt: Instant,
      place: Place.default(''),
      purposes: Purposes.default([]),
      /** The customer has agreed; otherwise it is a plan of ours. */
      agreed: z.boolean(),
    }),
    reply: z.object({ id: Id, version: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'PATCH /api/appointments/:id': {
    summary: 'Changes where and what for',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ place: Place.optional(), purposes: Purposes.optional() }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'DELETE /api/appointments/:id': {
    summary: 'Takes an appointment back that nothing has happened to since it was made',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'POST /api/appointments/:id/moves': {
    summary: 'Agreed, moved, late, arrived, met, called off, told; or the latest of these taken back',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      moveId: Id,
      wish: Wish,
      /** When it was done, as a device says that could not send it at once; never in the future, never before the step it follows. */
      doneAt: Instant.optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/appointments/:id/invitation': {
    summary: 'One appointment as a calendar file for the customer: no numbers, nothing internal',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({ language: languages.default('zh') }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/calendar/slots': {
    summary: 'Times still free, and the two of the either-or offer [S-26]',
    access: 'contact.run',
    query: z.object({
      customerId: Id.optional(),
      way: z.enum(appointmentWays).default('visit'),
      minutes: z.coerce.number().int().min(5).max(480).default(30),
    }),
    reply: z.object({ slots: z.array(Slot), offered: z.array(Slot) }),
    errors: ['record.not_found'],
  },
  'GET /api/calendar/route': {
    summary: 'The visits of a day in the order that wastes least on the way; agreed times are kept',
    access: 'contact.run',
    query: z.object({ day: Day }),
    reply: z.object({
      stops: z.array(
        z.object({
          appointmentId: Id,
          customer: Ref.extend({ calledBy: z.string() }),
          place: z.string(),
          state: z.enum(appointmentStates),
          startsAt: Instant,
          endsAt: Instant,
          /** When one would begin there. */
          begins: Instant,
          /** Minutes on the way there from the stop before. */
          wayMinutes: z.number(),
          placed: z.boolean(),
        }),
      ),
      /** Minutes on the way altogether, and in the order of the calendar. */
      wayMinutes: z.number(),
      wayAsPlanned: z.number(),
      /** Minutes by which agreed times are missed altogether. */
      lateMinutes: z.number(),
    }),
  },
  'PUT /api/customers/:id/place': {
    summary: 'Notes where a customer is found, at the reader’s own tap; the one before is not kept',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      /** When it was tapped, as a device says that could not send it at once; a later note stands. */
      doneAt: Instant.optional(),
    }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'DELETE /api/customers/:id/place': {
    summary: 'Forgets where a customer is found',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/calendar/feeds': {
    summary: 'The reader’s own secret addresses, without the secret',
    access: 'contact.run',
    atSeat: true,
    reply: z.object({
      feeds: z.array(z.object({ id: Id, label: z.string(), madeAt: Instant, readAt: Instant.nullable() })),
    }),
  },
  'PUT /api/calendar/feeds/:id': {
    summary: 'Makes a secret address for a telephone’s calendar; it is shown this once',
    access: 'contact.run',
    atSeat: true,
    params: z.object({ id: Id }),
    body: z.object({ label: z.string().trim().min(1).max(40), language: languages }),
    reply: z.object({ path: z.string() }),
    errors: ['record.exists', 'rule.refused'],
  },
  'DELETE /api/calendar/feeds/:id': {
    summary: 'Revokes a secret address: whoever has it reads nothing more',
    access: 'contact.run',
    atSeat: true,
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/calendar/feed/:secret': {
    summary: 'Somebody’s own days as an iCalendar file, for whoever holds the secret address',
    access: 'anyone',
    params: z.object({ secret: z.string().regex(/^\d{1,9}-[A-Za-z0-9_-]{43}\.ics$/) }),
    reply: 'file',
    errors: ['record.not_found'],
  },
})
