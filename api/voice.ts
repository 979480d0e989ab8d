import { z } from 'zod'
import { Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Syllables = z.number().int().min(60).max(500)
const Semitones = z.number().min(0.5).max(24)

/** Norms in their order: slow under fast, flat under lively under restless. */
const Norms = z
  .object({
    pace: z.object({ slow: Syllables, fast: Syllables }),
    range: z.object({ flat: Semitones, lively: Semitones, restless: Semitones }),
    longPause: z.number().min(0.5).max(30),
    clear: z.object({ overNoise: z.number().min(0).max(60), clipped: z.number().min(0).max(0.2) }),
  })
  .refine(({ pace }) => pace.slow < pace.fast, { path: ['pace', 'fast'] })
  .refine(({ range }) => range.flat <= range.lively && range.lively < range.restless, { path: ['range', 'restless'] })

/** Norms of an office's own, with where they come from. */
export const OwnNorms = z.object({ norms: Norms, source: z.string().trim().min(2).max(200) })

/** What a recorded voice is laid beside [H-46]; no recording is ever sent. */
export const voiceEndpoints = endpoints({
  'GET /api/voice-norms': {
    summary: 'The norms of voice in use: the usual, provisional ones, or the office’s own with their source',
    access: 'staff.read',
    reply: z.object({
      norms: Norms,
      /** Null where the usual ones hold. */
      own: z.object({ source: z.string(), setBy: z.string(), setAt: z.string() }).nullable(),
      version: z.number().nullable(),
      mayChange: z.boolean(),
    }),
  },
  'PUT /api/voice-norms': {
    summary: 'Sets the office’s own norms with their source; null goes back to the usual ones',
    access: 'voice.rule',
    body: z.object({ baseVersion: Version.nullable(), own: OwnNorms.nullable() }),
    reply: z.object({ version: z.number() }),
    errors: ['record.conflict'],
  },
})
