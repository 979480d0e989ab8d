import { z } from 'zod'
import { endpoints } from './endpoint.ts'

const Step = z.object({
  what: z.string().trim().min(1).max(60),
  minutes: z.number().int().min(0).max(600),
  /** A step the law asks for counts on neither side. */
  asked: z.literal('law').optional(),
})

const Door = z.object({
  steps: z.array(Step).max(12),
  channels: z.array(z.enum(['hall', 'phone', 'app', 'message', 'web', 'visit'])).max(6),
})

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
  doors: z.object({ in: Door, out: Door, back: Door }),
  reviewFrom: z.number().int().min(0).max(100_000_000),
})

export const guardEndpoints = endpoints({})
