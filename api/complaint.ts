import { z } from 'zod'
import type { Alarm } from '#domain/case/clock.ts'
import {
  complaintLevels,
  complaintSteps,
  escalationTargets,
  motives,
  recoverySteps,
  temperaments,
} from '#domain/case/complaint.ts'
import { limitCodes, limitKinds } from '#domain/case/limits.ts'
import { handOverStates } from '#domain/worklist/hand-over.ts'
import { Day, Instant } from './bounds.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Words = z.string().trim().max(1000)
const Reason = z.string().trim().max(400)

/** What may be done about a complaint. Handing it to another department is its own address. */
export const ComplaintMoveWish = z.discriminatedUnion('move', [
  z.object({
    move: z.literal('step'),
    step: z.enum(complaintSteps),
    /** What the customer was answered; kept with the step `answered`. */
    text: Words.default(''),
    /** Why the answer comes before the restatement was confirmed. */
    reason: Reason.default(''),
    ways: z.number().int().min(0).max(9).default(0),
  }),
  z.object({ move: z.literal('recovery'), step: z.enum(recoverySteps) }),
  z.object({ move: z.literal('told'), what: Words, nextAt: Instant.nullable().default(null) }),
  z.object({ move: z.literal('paused'), reason: Reason }),
  z.object({ move: z.literal('resumed') }),
  z.object({ move: z.literal('escalated'), to: z.enum(escalationTargets), reason: Reason }),
  z.object({
    move: z.literal('asked'),
    reached: z.boolean(),
    settled: z.boolean().nullable().default(null),
    cause: Words.default(''),
  }),
  z.object({ move: z.literal('closed') }),
  z.object({ move: z.literal('reopened'), reason: Reason }),
])

/** What the customer was answered or told with a move. */
export const toldIn = (wish: z.output<typeof ComplaintMoveWish>): string[] => {
  if (wish.move === 'step') return [wish.text]
  return wish.move === 'told' ? [wish.what] : []
}

/** A clock of a complaint: by which rule, from what source, how much of its time is gone. */
const ClockShown = z.object({
  code: z.enum(limitCodes),
  kind: z.enum(limitKinds),
  amount: z.number(),
  unit: z.enum(['workingMinutes', 'hours', 'days', 'workdays']),
  source: z.string(),
  since: Day.nullable(),
  note: z.object({ zh: z.string(), en: z.string() }),
  checked: z.object({ by: z.string(), on: Day }).nullable(),
  from: Instant,
  due: Instant.nullable(),
  provisional: z.boolean(),
  paused: z.boolean(),
  gone: z.number(),
  stoppedAt: Instant.nullable(),
  alarm: z.custom<Alarm>(),
})

/** A complaint beyond its line in the list. */
export const CaseShown = z.object({
  said: z.string().nullable(),
  level: z.enum(complaintLevels),
  motive: z.enum(motives).nullable(),
  temperament: z.enum(temperaments).nullable(),
  clocks: z.array(ClockShown),
  steps: z.partialRecord(z.enum(complaintSteps), Instant),
  /** Minutes each step took since the one before. */
  minutes: z.record(z.enum(complaintSteps), z.number().nullable()),
  early: z.object({ step: z.enum(complaintSteps), reason: z.string(), at: Instant }).nullable(),
  ways: z.number(),
  recovery: z.partialRecord(z.enum(recoverySteps), Instant),
  /** By when the first action of the recovery is due, and whether it came in time; null while there is time. */
  firstActionDue: Instant,
  firstActionInTime: z.boolean().nullable(),
  handings: z.array(
    z.object({
      event: z.string(),
      demand: z.string(),
      problem: z.string(),
      measure: z.string(),
      to: Ref.nullable(),
      at: Instant,
      sameDay: z.boolean(),
      state: z.enum(handOverStates).nullable(),
      answer: z.string().nullable(),
      dueAt: Instant.nullable(),
    }),
  ),
  told: z.array(z.object({ what: z.string(), nextAt: Instant.nullable(), at: Instant })),
  asked: z.array(z.object({ at: Instant, reached: z.boolean(), settled: z.boolean().nullable(), cause: z.string() })),
  /** Tries since it was last opened, on how many days, and what the customer last said. */
  tries: z.object({ tried: z.number(), days: z.number(), heardYes: z.boolean(), heardNo: z.boolean() }),
  pauses: z.array(z.object({ from: Instant, until: Instant.nullable(), reason: z.string() })),
  escalations: z.array(z.object({ to: z.enum(escalationTargets), reason: z.string(), at: Instant })),
  reopened: z.array(z.object({ closedAt: Instant, reason: z.string(), at: Instant })),
  /** Other complaints of this customer that went further, and open ones of others about the same thing. */
  escalatedBefore: z.number(),
  alike: z.number(),
})
