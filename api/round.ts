import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { DayRule } from '#domain/kernel/market.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { WireEvent } from '#domain/playbook/wire.ts'
import { appointmentStates } from '#domain/schedule/appointment.ts'
import { sheetColumns } from '#domain/round/sheet.ts'
import { Day, Instant, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()

/** Begun by whoever asks, on this day; the newest. */
const RoundRun = z.object({
  id: Id,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  events: z.array(z.custom<WireEvent>()),
})

const Outlet = z.object({
  customer: z.object({ id: Id, name: z.string(), calledBy: z.string(), kind: z.enum(customerKinds) }),
  /** Whom one deals with there. */
  keeper: z.string().nullable(),
  /** The street only: the whole address is personal. */
  street: z.string().nullable(),
  marketType: z.string().nullable(),
  appointment: z
    .object({ id: Id, startsAt: Instant, endsAt: Instant, state: z.enum(appointmentStates), place: z.string() })
    .nullable(),
  /** By the day's route; null for one that is not in the calendar. */
  begins: Instant.nullable(),
  wayMinutes: z.number().nullable(),
  /** Somebody has noted where it is. */
  placed: z.boolean(),
  allocationLevel: z.number().nullable(),
  openHours: z.string().nullable(),
  days: z.object({
    delivery: Day.nullable(),
    order: Day.nullable(),
    market: Day.nullable(),
    marketRule: z.custom<DayRule>().nullable(),
    missed: z.object({ market: Day, delivery: Day.nullable() }).nullable(),
    licenceUntil: Day.nullable(),
    licenceDays: z.number().nullable(),
  }),
  ordered: z
    .object({
      orderedOn: Day,
      deliveredOn: Day.nullable(),
      goods: z.array(z.object({ product: z.string(), last: z.number(), usual: z.number(), times: z.number() })),
    })
    .nullable(),
  /** What we owe them, the soonest due first. */
  promises: z.array(z.object({ id: Id, what: z.string(), dueDay: Day })),
  /** What they were promised and got within the last month: worth a question. */
  kept: z.object({ what: z.string(), day: Day }).nullable(),
  /** The round before this day. */
  last: z
    .object({
      day: Day,
      reached: z.boolean(),
      exceptions: z.array(z.string()),
      market: z.record(z.string(), z.string()),
    })
    .nullable(),
  /** What was counted last, by product. */
  counts: z.record(z.string(), z.object({ day: Day, stock: z.number().nullable(), wanted: z.number().nullable() })),
  run: RoundRun.nullable(),
})

const Mark = z.object({
  from: z.union([z.number().int().min(1).max(31), z.literal('last')]),
  to: z.union([z.number().int().min(1).max(31), z.literal('last')]),
  what: z.string().trim().min(1).max(60),
})

export const RoundStandardShape = z.object({
  town: z.number().int().min(1).max(200),
  country: z.number().int().min(1).max(200),
  hours: z.number().min(0.5).max(16),
  meeting: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  marks: z.array(Mark).max(20),
})

export const SheetColumns = z.array(z.enum(sheetColumns)).min(1).max(sheetColumns.length)

/** Null as long as the branch has set nothing. */
const Seen = z.object({ baseVersion: Version.nullable() })
const set = {
  access: 'round.rule' as const,
  reply: z.object({ version: z.number() }),
  errors: ['record.conflict'] as const,
}

/** The shop round of a county manager [M-12, K-33]. */
export const roundEndpoints = endpoints({
  'GET /api/field-days/:day': {
    summary:
      'A whole day in the field at once: its outlets in the order of the route with every fact, last answers and the procedure',
    access: 'contact.run',
    params: z.object({ day: Day }),
    reply: z.object({
      day: Day,
      readAt: Instant,
      /** The round's procedure and its hash; null where the unit does without the pack it is in. */
      playbook: z.object({ hash: z.string(), definition: z.custom<Playbook>() }).nullable(),
      outlets: z.array(Outlet),
      standard: RoundStandardShape,
      /** What the month asks for on this day. */
      marks: z.array(Mark),
      counted: z.object({ town: z.number(), country: z.number(), other: z.number(), minutes: z.number() }),
    }),
  },
  'GET /api/field-days/:day/sheet': {
    summary: 'The rounds of a day as a file with the columns the branch has chosen: one’s own, or all of one’s reach',
    access: 'customer.export',
    params: z.object({ day: Day }),
    query: z.object({
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      language: z.enum(['zh', 'en']).default('zh'),
      whose: z.enum(['own', 'all']).default('own'),
    }),
    reply: 'file',
  },
  'GET /api/round-settings': {
    summary: 'The branch’s measure of a day in the field, and the columns of its day sheet',
    access: 'staff.read',
    reply: z.object({
      standard: RoundStandardShape,
      standardVersion: z.number().nullable(),
      sheet: SheetColumns,
      sheetVersion: z.number().nullable(),
    }),
  },
  'PUT /api/round-settings/standard': {
    summary: 'Sets the branch’s measure of a day in the field; a yardstick, never a ranking [M-12]',
    body: Seen.extend({ standard: RoundStandardShape }),
    ...set,
  },
  'PUT /api/round-settings/sheet': {
    summary: 'Chooses the columns of the day sheet, in their order',
    body: Seen.extend({ sheet: SheetColumns }),
    ...set,
  },
})
