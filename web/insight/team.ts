import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'

export type Team = Reply<Contract['GET /api/team']>
export type Own = Reply<Contract['GET /api/me/figures']>
export type FigureRecord = Reply<Contract['GET /api/team/records']>['rows'][number]
