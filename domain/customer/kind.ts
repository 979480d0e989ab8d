/** A customer is who signs: a person, a group (集团) or an outlet (零售户) [K-28, P-08]. One id, three kinds. */
export const customerKinds = ['person', 'group', 'outlet'] as const
export type CustomerKind = (typeof customerKinds)[number]
