import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'

export type Customer = Reply<Contract['GET /api/customers/:id']>
export type CustomerLine = Reply<Contract['GET /api/customers']>['rows'][number]
export type CustomerFile = Reply<Contract['GET /api/customers/:id/file']>
export type Standing = Reply<Contract['GET /api/customers/:id/standing']>
export type Open = Reply<Contract['GET /api/customers/:id/open']>
export type BillMonth = Reply<Contract['GET /api/customers/:id/bills']>['months'][number]
export type Touch = Reply<Contract['GET /api/customers/:id/touches']>['rows'][number]
export type Photo = Reply<Contract['GET /api/customers/:id/photos']>['photos'][number]
export type Change = Reply<Contract['GET /api/customers/:id/history']>['changes'][number]
export type ExpectationLine = Reply<Contract['GET /api/customers/:id/expectations']>['rows'][number]
export type PromiseLine = Reply<Contract['GET /api/customers/:id/promises']>['rows'][number]
export type DuplicatePair = Reply<Contract['GET /api/customers/duplicates']>['pairs'][number]
