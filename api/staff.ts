import { z } from 'zod'
import { browsers, systems } from '#domain/staff/browser.ts'
import { actions, roles } from '#domain/staff/role.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'
import { StepCode } from './second-step.ts'

const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  roles: z.array(z.enum(roles)),
  unitName: z.string(),
  active: z.boolean(),
  /** The reader may tell of their absence: oneself, a lead’s own people. */
  mayTellAbsence: z.boolean(),
})

const Session = z.object({
  staff: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    roles: z.array(z.enum(roles)),
    unitName: z.string(),
    seat: z.string().nullable(),
    hasPin: z.boolean(),
    /** The number they give customers to reach them by. */
    workPhone: z.string().nullable(),
  }),
  branch: z.object({ id: z.number(), name: z.string(), timeZone: z.string(), demo: z.boolean() }),
  /** The branch's calendar day and instant now: the demo lives on its own day. */
  today: z.string(),
  now: Instant,
  can: z.array(z.enum(actions)),
  /** Opens what of this person's waits on a device: 256 bits, base64, always the same for one person. */
  sealKey: z.string(),
  locked: z.boolean(),
})

const Person = z.object({
  code: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
  shortName: z.string().max(40).optional(),
  roles: z.array(z.enum(roles)).min(1),
  unitId: z.uuid(),
  seat: z.string().max(40).nullable().optional(),
})

/** Seats, sign-in and people [P-01…P-07]. */
export const staffEndpoints = endpoints({
  'GET /api/setup': {
    summary: 'Whether this is a first start, and which demo accounts may be used',
    access: 'anyone',
    atSeat: true,
    reply: z.object({
      needed: z.boolean(),
      demo: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          unitName: z.string(),
          roles: z.array(z.enum(roles)),
          password: z.string(),
        }),
      ),
    }),
  },
  'POST /api/setup': {
    summary: 'First start: names the branch and makes the administrator',
    access: 'anyone',
    atSeat: true,
    body: z.object({
      branchName: z.string().min(1).max(80),
      name: z.string().min(1).max(80),
      code: z.string().min(1).max(40),
      password: z.string().min(10).max(128),
      /** A small office: the administrator also leads and keeps customers. */
      keepsCustomers: z.boolean(),
    }),
    reply: 'nothing',
    errors: ['setup.done', 'rule.refused'],
  },
  'POST /api/session': {
    summary: 'Sign in',
    access: 'anyone',
    atSeat: true,
    body: z.object({
      code: z.string().min(1).max(80),
      password: z.string().min(1).max(128),
      /** Whoever has a second step: figures of the app, or a recovery code. */
      stepCode: StepCode.optional(),
    }),
    reply: 'nothing',
    errors: ['session.refused', 'session.second_step', 'session.code_refused', 'session.too_many_tries'],
  },
  'GET /api/session': {
    summary: 'Who sits here, and what may be done',
    access: 'signed-in',
    atSeat: true,
    reply: Session,
    errors: ['session.required'],
  },
  'DELETE /api/session': { summary: 'Sign out', access: 'signed-in', atSeat: true, reply: 'nothing' },
  'PUT /api/session/lock': { summary: 'Lock this seat', access: 'signed-in', atSeat: true, reply: 'nothing' },
  'DELETE /api/session/lock': {
    summary: 'Unlock this seat with the PIN or the password',
    access: 'signed-in',
    atSeat: true,
    body: z.object({ secret: z.string().min(1).max(128) }),
    reply: 'nothing',
    errors: ['session.refused', 'session.too_many_tries'],
  },
  'PUT /api/session/pin': {
    summary: 'Choose the PIN for quick unlock',
    access: 'signed-in',
    atSeat: true,
    body: z.object({ password: z.string().min(1).max(128), pin: z.string().regex(/^\d{4,8}$/) }),
    reply: 'nothing',
    errors: ['session.refused'],
  },
  'PUT /api/session/work-phone': {
    summary: 'Sets the number one gives customers, which scripts then name; null takes it back',
    access: 'signed-in',
    atSeat: true,
    body: z.object({
      workPhone: z
        .string()
        .trim()
        .regex(/^[0-9+ -]{3,20}$/)
        .nullable(),
    }),
    reply: 'nothing',
  },
  'PUT /api/session/password': {
    summary: 'Choose another password',
    access: 'signed-in',
    atSeat: true,
    body: z.object({ password: z.string().min(1).max(128), next: z.string().min(10).max(128) }),
    reply: 'nothing',
    errors: ['session.refused', 'session.too_many_tries', 'rule.refused'],
  },
  'GET /api/sessions': {
    summary: 'Where the reader is signed in, this place first',
    access: 'signed-in',
    atSeat: true,
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          browser: z.enum(browsers).nullable(),
          system: z.enum(systems).nullable(),
          /** The other end of the connection, as the program saw it. */
          address: z.string().nullable(),
          since: z.iso.datetime(),
          lastUsed: z.iso.datetime(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  'DELETE /api/sessions': {
    summary: 'Signs the caller out everywhere but here',
    access: 'signed-in',
    atSeat: true,
    reply: z.object({ ended: z.number() }),
  },
  'DELETE /api/sessions/:id': {
    summary: 'Signs the caller out at one other place; nothing where it is not theirs',
    access: 'signed-in',
    atSeat: true,
    params: z.object({ id: z.string().max(100) }),
    reply: z.object({ ended: z.number() }),
  },
  'GET /api/people': {
    summary: 'Everyone of the branch with what an administrator sets, and what would be left behind',
    access: 'staff.write',
    reply: z.object({
      people: z.array(
        z.object({
          id: z.uuid(),
          code: z.string(),
          name: z.string(),
          shortName: z.string(),
          roles: z.array(z.enum(roles)),
          unitId: z.uuid(),
          seat: z.string().nullable(),
          active: z.boolean(),
          /** Has a password. */
          canSignIn: z.boolean(),
          /** Is asked for a code after the password. */
          secondStep: z.boolean(),
          /** Customers kept, and promises of theirs still open. */
          customers: z.number(),
          openPromises: z.number(),
        }),
      ),
    }),
  },
  'GET /api/staff': {
    summary: 'Colleagues, for handing over and assigning',
    access: 'staff.read',
    reply: z.object({ staff: z.array(Colleague) }),
  },
  'GET /api/units': {
    summary: 'The organisation tree',
    access: 'staff.read',
    reply: z.object({
      units: z.array(
        z.object({
          id: z.uuid(),
          code: z.string(),
          name: z.string(),
          parentId: z.uuid().nullable(),
          people: z.number(),
        }),
      ),
    }),
  },
  'PUT /api/units/:id': {
    summary: 'Adds or renames a unit',
    access: 'staff.write',
    params: z.object({ id: z.uuid() }),
    body: z.object({ code: z.string().min(1).max(40), name: z.string().min(1).max(80), parentId: z.uuid().nullable() }),
    reply: 'nothing',
    errors: ['record.exists', 'rule.refused'],
  },
  'PUT /api/staff/:id': {
    summary: 'Adds a person with a first password, or changes one',
    access: 'staff.write',
    atSeat: true,
    params: z.object({ id: z.uuid() }),
    body: Person.extend({ password: z.string().min(10).max(128).optional(), active: z.boolean().optional() }),
    reply: 'nothing',
    errors: ['record.exists', 'rule.refused'],
  },
  'GET /api/absences': {
    summary: 'Who is away when',
    access: 'staff.read',
    reply: z.object({
      absences: z.array(
        z.object({
          id: z.uuid(),
          staffId: z.uuid(),
          staffName: z.string(),
          fromDay: z.string(),
          toDay: z.string(),
          kind: z.enum(['leave', 'shift', 'training']),
          mayChange: z.boolean(),
        }),
      ),
    }),
  },
  'PUT /api/absences/:id': {
    summary: 'Tells of an absence: one’s own, or as a lead a colleague’s',
    access: 'signed-in',
    params: z.object({ id: z.uuid() }),
    body: z.object({
      staffId: z.uuid(),
      fromDay: Day,
      toDay: Day,
      kind: z.enum(['leave', 'shift', 'training']),
    }),
    reply: 'nothing',
    errors: ['rule.refused', 'access.denied'],
  },
  'DELETE /api/absences/:id': {
    summary: 'Takes an absence back',
    access: 'signed-in',
    params: z.object({ id: z.uuid() }),
    reply: 'nothing',
    errors: ['access.denied'],
  },
})
