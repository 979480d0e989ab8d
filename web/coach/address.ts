import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'

export const coachTabs = ['pairs', 'policies', 'rules', 'own', 'mine'] as const
export type CoachTab = (typeof coachTabs)[number]

/** What the page's address carries. */
export type CoachAddress = { of?: CoachTab | undefined; q?: string | undefined; in?: 'zh' | 'en' | undefined }

export type Library = Reply<Contract['GET /api/coach/library']>
export type Kind = Library['kinds'][number]
export type OwnShown = Library['own'][number]
