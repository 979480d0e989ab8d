import type { Said } from '#domain/kernel/said.ts'

/** What a token is for: looking, or looking and changing. Never more than its person may. */
export const tokenScopes = ['read', 'write'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Days one may last; nobody remembers an older one. */
export const LONGEST_DAYS = 365

/** More than these in use at once is a mistake. */
export const MOST_TOKENS = 10

export type TokenFacts = { 'token.tooMany': { most: number } }

/** Why no further one is made, given how many are in use. */
export const tokenRefusal = (inUse: number): Said<TokenFacts> | null =>
  inUse >= MOST_TOKENS ? { code: 'token.tooMany', params: { most: MOST_TOKENS } } : null

/** Whether it opens something now: it ends at the very instant it says. */
export const isTokenOpen = (token: { expiresAt: Date; revokedAt: Date | null }, now: Date): boolean =>
  token.revokedAt === null && now < token.expiresAt

/** Whether a token of this scope goes with a call: reading with either, anything else with `write`; what belongs to the person at the seat with none. */
export const tokenMay = (scope: TokenScope, method: string, atSeat: boolean): boolean =>
  !atSeat && (method === 'GET' || scope === 'write')

const FORM = /^weixi_(\d{1,9})_([\w-]{43})$/

/** How a token is written: whose branch it is for, so that it is looked for there, and 256 bits. */
export const writeToken = (branchId: number, secret: string): string => `weixi_${branchId}_${secret}`

/** The parts of one; null for what is none. */
export const readToken = (text: string): { branchId: number; secret: string } | null => {
  const [, branch = '', secret = ''] = FORM.exec(text) ?? []
  return secret === '' ? null : { branchId: Number(branch), secret }
}
