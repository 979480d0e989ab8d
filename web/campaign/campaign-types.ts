import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { campaignEn } from '#domain/retention/campaign-words.en.ts'
import { campaignZh } from '#domain/retention/campaign-words.zh.ts'
import { effectEn } from '#domain/retention/effect-words.en.ts'
import { effectZh } from '#domain/retention/effect-words.zh.ts'
import { wayNames as wayEn } from '#domain/retention/offer-words.en.ts'
import { wayNames as wayZh } from '#domain/retention/offer-words.zh.ts'
import { upliftEn } from '#domain/retention/uplift-words.en.ts'
import { upliftZh } from '#domain/retention/uplift-words.zh.ts'

export type CampaignLine = Reply<Contract['GET /api/campaigns']>['rows'][number]
export type CampaignShown = Reply<Contract['GET /api/campaigns/:id']>
export type CampaignMember = Reply<Contract['GET /api/campaigns/:id/customers']>['rows'][number]
export type AudienceQuery = NonNullable<Request<Contract['GET /api/campaigns/audience']>['query']>

/** What a campaign may refuse, and what it can say of its effect. */
export const refusals = { zh: campaignZh, en: campaignEn }
export const verdictWords = { zh: { ...effectZh, ...upliftZh }, en: { ...effectEn, ...upliftEn } }

export const wayNames = { zh: wayZh, en: wayEn }

export const campaignShows = ['open', 'readable', 'dropped'] as const
/** What the address of the page says. */
export type CampaignsFilter = { show?: (typeof campaignShows)[number] | undefined }

export const arms = ['contacted', 'heldOut'] as const
export type CampaignFilter = { arm?: (typeof arms)[number] | undefined }

/** A difference of shares in points, with its sign. */
export const points = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(share * 100).toFixed(1)}`
