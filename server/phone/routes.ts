import type { phoneEndpoints } from '#api/phone.ts'
import type { Handlers } from '#server/http/handler.ts'

/** How other devices reach this server; `addresses` are looked up anew each time, since a laptop moves between nets. */
export type Reach = { secure: boolean; open: boolean; addresses: () => string[] }

export const onlyHere: Reach = { secure: false, open: false, addresses: () => [] }

export const phoneHandlers = (reach: Reach): Handlers<typeof phoneEndpoints> => ({
  'GET /api/phone': async () => ({ secure: reach.secure, open: reach.open, addresses: reach.addresses() }),
})
