import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { endpoints } from './endpoint.ts'

const Step = z.object({
  /** English may be left empty: it is told in Chinese then. */
  what: z.object({ zh: z.string().trim().min(1).max(120), en: z.string().trim().max(200) }),
  minutes: z.number().int().min(0).max(600),
  /** A step the law asks for counts on neither side. */
  asked: z.literal('law').optional(),
})

const Door = z.object({
  steps: z.array(Step).max(12),
  channels: z.array(z.enum(['hall', 'phone', 'app', 'message', 'web', 'visit'])).max(6),
})

const Doors = z.object({ in: Door, out: Door, back: Door })

const Words = z.array(z.string().trim().min(1).max(40)).max(60)

/** What a branch sets about keeping somebody; the same shape on the wire and in the store. */
export const GuardSettingShape = z.object({
  limits: z.object({
    attempts: z.object({ most: z.number().int().min(0).max(10), days: z.number().int().min(1).max(365) }),
    offersPerTalk: z.number().int().min(1).max(5),
    restAfterNo: z.number().int().min(0).max(365),
    restAfterLetGo: z.number().int().min(0).max(730),
  }),
  country: z.string().length(2).nullable(),
  ownNames: Words,
  localPhrases: Words,
  doors: z.record(z.enum(customerKinds), Doors),
  reviewFrom: z.number().int().min(0).max(100_000_000),
})

const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** How far a branch goes to keep somebody, and whose law it is under. */
export const guardEndpoints = endpoints({
  'GET /api/retention-guard': {
    summary: 'Limits, country, own words and the ways in, out and back, as they hold now',
    access: 'staff.read',
    reply: z.object({
      setting: GuardSettingShape,
      /** 0 as long as the branch has set nothing. */
      version: z.number(),
      setBy: z.string().nullable(),
      setAt: z.string().nullable(),
      maySet: z.boolean(),
    }),
  },
  'PUT /api/retention-guard': {
    summary: 'Sets it anew; a way out or back that is harder than the way in is refused',
    access: 'guard.set',
    body: z.object({ baseVersion: z.number().int().min(0), setting: GuardSettingShape }),
    reply: z.object({ version: z.number() }),
    errors: ['record.conflict', 'rule.refused'],
    toCustomer: ({ setting }: { setting: z.output<typeof GuardSettingShape> }) =>
      Object.values(setting.doors)
        .flatMap((doors) => Object.values(doors))
        .flatMap(({ steps }) => steps.flatMap(({ what }) => [what.zh, what.en])),
  },
  'GET /api/retention-guard/stopped': {
    summary: 'What the guard stopped lately: which words, by which rule; not by whom',
    access: 'guard.set',
    reply: z.object({
      rows: z.array(z.object({ id: z.uuid(), at: z.string(), what: z.string(), reason: Said })),
    }),
  },
})
