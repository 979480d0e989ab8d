/** What a record is good for once somebody has thought about it: a chance to serve more, or something of ours to mend [K-38]. */
export const findingKinds = ['opportunity', 'improvement'] as const
export type FindingKind = (typeof findingKinds)[number]
