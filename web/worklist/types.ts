import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'

export type TodayReply = Reply<Contract['GET /api/today']>
export type WorkRow = TodayReply['rows'][number]
export type Decided = TodayReply['done'][number]
export type Helper = Reply<Contract['GET /api/today/helpers/:customerId']>['helpers'][number]
export type HandOverLine = Reply<Contract['GET /api/handovers']>['toMe'][number]
