import { type CustomerKind, customerKinds } from './kind.ts'

/**
 * The dossier [P-09, K-08…K-18, K-30…K-36] as one registry: which fields there are, for which kinds, in which block, of what
 * type. Forms, lists, import, export, history and merging all read it; a new field is one entry here and its two labels
 * (`dossier.zh.ts`, `dossier.en.ts`). Values live in `customer.dossier` by key.
 */
export const choices = {
  /** What moves this customer to stay or go [K-08]. */
  sensitivity: ['safety', 'price', 'service', 'brand'],
  productNeed: ['access', 'application'],
  serviceNeeds: ['personal', 'timely', 'value_added'],
  /** Five scenes of use and the top tier [K-11, K-12]. */
  persona: ['business_elite', 'student', 'office_woman', 'young_office', 'wage_earner', 'top_tier'],
  /** Interpersonal style by its two axes [K-14]. */
  style: ['analytical', 'driver', 'amiable', 'expressive'],
  buyingType: ['straight_rebuy', 'modified_rebuy', 'new_purchase'],
  relationship: ['loose', 'familiar', 'close'],
  /** What people want besides the product [K-04]. */
  humanNeeds: ['appreciation', 'respect', 'integrity', 'care', 'service', 'self_esteem', 'friendship', 'help'],
  gender: ['female', 'male'],
  /** Retail formats of the trade [K-30]. */
  format: ['grocery', 'convenience', 'supermarket', 'mall', 'tobacco_liquor', 'entertainment', 'other'],
  marketType: ['town', 'country'],
  scale: ['large', 'medium', 'small'],
  orderingWay: ['online', 'phone', 'visit'],
  credit: ['a', 'b', 'c', 'd'],
  /** How fast they speak; one matches it [K-15]. */
  pace: ['slow', 'even', 'fast'],
} as const

export type ChoiceSet = keyof typeof choices

export type FieldType =
  | { is: 'text'; long?: true }
  | { is: 'number'; min: number; max: number }
  | { is: 'money' }
  | { is: 'day' }
  | { is: 'flag' }
  /** Solar or lunar `{calendar, year?, month, day, leap?}`; see `birthday.ts`. */
  | { is: 'birthday' }
  /** Market or delivery days as a rule; see `#domain/kernel/market.ts`. */
  | { is: 'days_rule' }
  | { is: 'choice'; of: ChoiceSet }
  | { is: 'choices'; of: ChoiceSet }
  /** A short list of free words (observable cues, interests). */
  | { is: 'words' }

export const blocks = ['basics', 'ways', 'business', 'network', 'licence', 'sales', 'image', 'personal'] as const
export type Block = (typeof blocks)[number]

export type Field = {
  key: string
  kinds: readonly CustomerKind[]
  block: Block
  type: FieldType
  /** Masked outside a run, revealed only with a reason (DESIGN §5). */
  personal?: true
  /** Never shown when the page is turned to the customer (对客). */
  internal?: true
}

const all = customerKinds
const text: FieldType = { is: 'text' }
const longText: FieldType = { is: 'text', long: true }
const choice = (of: ChoiceSet): FieldType => ({ is: 'choice', of })
const several = (of: ChoiceSet): FieldType => ({ is: 'choices', of })

const field = (
  key: string,
  kinds: readonly CustomerKind[],
  block: Block,
  type: FieldType,
  flags: Partial<Pick<Field, 'personal' | 'internal'>> = {},
): Field => ({
  key,
  kinds,
  block,
  type,
  ...flags,
})

export const dossierFields: readonly Field[] = [
  field('background', all, 'basics', text),
  field('gender', ['person'], 'basics', choice('gender')),
  field('birthday', ['person'], 'basics', { is: 'birthday' }),
  field('occupation', ['person'], 'basics', text),
  field('employer', ['person'], 'basics', text),
  field('idNumber', ['person', 'outlet'], 'basics', text, { personal: true }),
  field('address', all, 'basics', text, { personal: true }),
  field('industry', ['group'], 'business', text),
  field('employees', ['group'], 'business', { is: 'number', min: 1, max: 2_000_000 }),
  field('sites', ['group'], 'business', text),
  field('creditCode', ['group'], 'business', text),
  field('contractUntil', all, 'business', { is: 'day' }),

  field('sensitivity', all, 'ways', choice('sensitivity'), { internal: true }),
  field('needs', all, 'ways', { is: 'words' }),
  field('explicitNeeds', all, 'ways', { is: 'words' }),
  field('productNeed', all, 'ways', several('productNeed'), { internal: true }),
  field('serviceNeeds', all, 'ways', several('serviceNeeds'), { internal: true }),
  field('persona', ['person'], 'ways', choice('persona'), { internal: true }),
  field('style', all, 'ways', choice('style'), { internal: true }),
  field('styleCues', all, 'ways', { is: 'words' }, { internal: true }),
  field('pace', all, 'ways', choice('pace'), { internal: true }),
  field('usualWords', all, 'ways', { is: 'words' }, { internal: true }),
  field('doNotSay', all, 'ways', { is: 'words' }, { internal: true }),
  field('buyingType', ['group', 'outlet'], 'ways', choice('buyingType'), { internal: true }),
  field('relationship', all, 'ways', choice('relationship'), { internal: true }),
  field('humanNeeds', all, 'ways', several('humanNeeds'), { internal: true }),
  field('interests', all, 'ways', { is: 'words' }),
  field('goodTimes', all, 'ways', text),
  field('tags', all, 'ways', { is: 'words' }, { internal: true }),
  field('note', all, 'ways', longText, { internal: true }),

  field('format', ['outlet'], 'network', choice('format')),
  field('marketType', ['outlet'], 'network', choice('marketType')),
  field('scale', ['outlet'], 'network', choice('scale')),
  field('route', ['outlet'], 'network', text),
  field('deliveryDays', ['outlet'], 'network', { is: 'days_rule' }),
  field('marketDays', ['outlet'], 'network', { is: 'days_rule' }),
  field('orderDay', ['outlet'], 'network', { is: 'days_rule' }),
  field('orderingWay', ['outlet'], 'network', choice('orderingWay')),
  field('bank', ['outlet'], 'network', text),

  field('licenceNumber', ['outlet'], 'licence', text),
  field('licenceUntil', ['outlet'], 'licence', { is: 'day' }),
  field('legalRecord', ['outlet'], 'licence', longText, { internal: true }),
  field('credit', ['outlet'], 'licence', choice('credit'), { internal: true }),
  field('demonstration', ['outlet'], 'licence', { is: 'flag' }),

  field('allocationLevel', ['outlet'], 'sales', { is: 'number', min: 1, max: 30 }),
  field('brands', ['outlet'], 'sales', { is: 'number', min: 0, max: 500 }),
  field('averagePrice', ['outlet'], 'sales', { is: 'money' }),
  field('buyers', ['outlet'], 'sales', longText),

  field('shopFront', ['outlet'], 'image', text),
  field('display', ['outlet'], 'image', longText),
  field('area', ['outlet'], 'image', { is: 'number', min: 1, max: 100_000 }),
  field('openHours', ['outlet'], 'image', text),

  field('keeper', ['outlet'], 'personal', text),
  field('keeperBirthday', ['outlet'], 'personal', { is: 'birthday' }),
  field('secondContact', ['person', 'outlet'], 'personal', text),
  field('family', ['person', 'outlet'], 'personal', text, { internal: true }),
]

export const fieldsOf = (kind: CustomerKind): Field[] => dossierFields.filter((f) => f.kinds.includes(kind))

export const fieldOf = (key: string): Field | null => dossierFields.find((f) => f.key === key) ?? null

/** The words of a list field; empty where none is written. */
export const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string' && each.trim() !== '') : []
