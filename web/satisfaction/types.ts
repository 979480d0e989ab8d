import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import * as itemsEn from '#domain/satisfaction/servqual.en.ts'
import * as itemsZh from '#domain/satisfaction/servqual.zh.ts'
import * as en from '#domain/satisfaction/words.en.ts'
import * as zh from '#domain/satisfaction/words.zh.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'

export type CustomerSatisfactionShown = Reply<Contract['GET /api/customers/:id/satisfaction']>
export type Overview = Reply<Contract['GET /api/satisfaction']>
export type Items = Reply<Contract['GET /api/satisfaction/servqual']>
export type ItemsShown = Pick<Items, 'items' | 'dimensions' | 'lens'>
export type ChangeLine = Reply<Contract['GET /api/satisfaction/changes']>['rows'][number]
export type OpenedSurvey = Reply<Contract['GET /api/surveys/:token']>
export type RepresentedLine = CustomerSatisfactionShown['represented'][number]

/** The domain's names and sentences in both languages. */
export const domainWords = { zh: { ...zh, ...itemsZh }, en: { ...en, ...itemsEn } }
export const sentences = {
  zh: { ...zh.satisfactionZh, ...gateZh },
  en: { ...en.satisfactionEn, ...gateEn },
}
