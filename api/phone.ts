import { z } from 'zod'
import { endpoints } from './endpoint.ts'

/** Opening Weixi on a phone in the same net. */
export const phoneEndpoints = endpoints({
  'GET /api/phone': {
    summary: 'Under which addresses other devices reach this server, and whether securely',
    access: 'anyone',
    reply: z.object({
      /** Over HTTPS: drafts kept offline, microphone and passkeys work only then. */
      secure: z.boolean(),
      /** Whether it listens for other devices at all. */
      open: z.boolean(),
      addresses: z.array(z.string()),
    }),
  },
})
