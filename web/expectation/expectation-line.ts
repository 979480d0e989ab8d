import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import * as en from '#domain/expectation/words.en.ts'
import * as zh from '#domain/expectation/words.zh.ts'
import type { Can } from '#domain/expectation/board.ts'
import type { Can as Mark } from '#web/ui/marks.tsx'

export type ExpectationLine = Reply<Contract['GET /api/expectations']>['rows'][number]

export const expectationShows = ['open', 'unanswered', 'resetting', 'agreed', 'settled', 'all'] as const
export type ExpectationShow = (typeof expectationShows)[number]

/** The filter of the ledger as it stands in the address. */
export type ExpectationFilter = {
  show?: ExpectationShow | undefined
  whose?: 'own' | 'all' | undefined
  q?: string | undefined
}

/** The board's own words, by language. */
export const boardWords = { zh, en }

export const refusals = { zh: zh.expectationRefusals, en: en.expectationRefusals }

export const markOf: Readonly<Record<Can, Mark>> = { can: 'yes', partly: 'partly', cannot: 'no' }
