import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { formRefusalsEn, formStateNamesEn } from '#domain/form/words.en.ts'
import { formRefusalsZh, formStateNamesZh } from '#domain/form/words.zh.ts'

export type FormShown = Reply<Contract['GET /api/forms/:id']>
export type FormLine = Reply<Contract['GET /api/forms']>['rows'][number]
export type OfferedLayout = Reply<Contract['GET /api/form-layouts']>['layouts'][number]

export const refusals = { zh: formRefusalsZh, en: formRefusalsEn }
export const stateNames = { zh: formStateNamesZh, en: formStateNamesEn }

export const formShows = ['open', 'waiting', 'due', 'filed', 'all'] as const
export type FormFilter = {
  show?: (typeof formShows)[number] | undefined
  key?: string | undefined
  customer?: string | undefined
}

/** What a form begun from elsewhere is about, as it stands in an address. */
export type FormAbout = {
  form?: string | undefined
  customer?: string | undefined
  person?: string | undefined
  run?: string | undefined
  case?: string | undefined
  after?: string | undefined
}
