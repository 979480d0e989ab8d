/** What stands under a customer: numbers and members, what they use, what they agreed to [K-28, P-09]. */
export const memberKinds = ['mobile', 'landline', 'broadband', 'line', 'card', 'employee'] as const

export const memberStatuses = ['active', 'silent', 'stopped', 'left'] as const

/** What a contact may be for; `any` refused is do-not-disturb. */
export const consentPurposes = ['service', 'care', 'sales', 'survey', 'any'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const relationships = ['loose', 'familiar', 'close'] as const
