import type { Said } from '#domain/kernel/said.ts'

/** On whose word a person's data goes: their own, somebody's who speaks for them, or ours because the purpose is over. */
export const askers = ['self', 'agent', 'office'] as const
export type Asker = (typeof askers)[number]

/** The parts of what is kept about a customer, as a person would name them. */
export const dataParts = [
  'file',
  'people',
  'numbers',
  'photos',
  'contacts',
  'ledgers',
  'cases',
  'forms',
  'surveys',
  'keeping',
  'figures',
  'log',
] as const
export type DataPart = (typeof dataParts)[number]

export type ErasureFacts = {
  'erasure.complaint': { count: number }
  'erasure.contact': { count: number }
  'erasure.code': Record<string, never>
  'erasure.later': Record<string, never>
}

/** What has to end first: a complaint is owed its answer, and nobody is erased while somebody talks with them. */
export const erasureBlocks = (open: { complaints: number; contacts: number }): Said<ErasureFacts>[] => [
  ...(open.complaints > 0 ? [{ code: 'erasure.complaint' as const, params: { count: open.complaints } }] : []),
  ...(open.contacts > 0 ? [{ code: 'erasure.contact' as const, params: { count: open.contacts } }] : []),
]
