/**
 * Everything a script line may name, and who may hear it. The list is closed: a slot that is not here does not validate.
 * `anyone` may be said to whoever picks up; `person` once we know who is speaking (it gives away whose number it is);
 * `private` only when the person may be told (see `mayDisclose`).
 */
export const factAudience = {
  'manager.name': 'anyone',
  'manager.shortName': 'anyone',
  'manager.phone': 'anyone',
  'company.name': 'anyone',
  holiday: 'anyone',
  address: 'person',
  'customer.years': 'person',
  'lastTouch.day': 'private',
  'lastTouch.about': 'private',
  'keptPromise.what': 'private',
  'keptPromise.day': 'private',
  'openPromise.what': 'private',
  'openPromise.day': 'private',
  'openPromise.by': 'private',
  'duePromise.what': 'private',
  'duePromise.by': 'private',
  'product.name': 'private',
  'matter.what': 'private',
  'matter.amount': 'private',
  'matter.day': 'private',
  'matter.cause': 'private',
  'need.what': 'private',
  'expectation.first': 'private',
  'expectation.offer': 'private',
  'promise.what': 'private',
  'promise.when': 'private',
  'followUp.when': 'private',
  'aim.why': 'person',
  'aim.gives': 'person',
  'slot.first': 'anyone',
  'slot.second': 'anyone',
  'retry.when': 'anyone',
  'appointment.when': 'person',
  'appointment.place': 'person',
  'subject.what': 'private',
  'subject.day': 'private',
  'subject.place': 'private',
  'former.name': 'person',
  'delivery.day': 'person',
  'market.day': 'person',
} as const satisfies Record<string, 'anyone' | 'person' | 'private'>

export type FactKey = keyof typeof factAudience

export const factKeys = Object.keys(factAudience) as FactKey[]

export const isFactKey = (text: string): text is FactKey => Object.hasOwn(factAudience, text)

/** Facts of today's matter that are looked up while talking: which sum, from which day, how it came about. */
export const matterFacts = ['matter.what', 'matter.amount', 'matter.day', 'matter.cause'] as const satisfies FactKey[]
export type MatterFact = (typeof matterFacts)[number]
