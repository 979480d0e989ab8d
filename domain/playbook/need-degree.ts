/**
 * How far a need has come [H-28]: from all but content to something that has to change at once. Up to `hard` the need is implied; only
 * `must`, which the customer says and we do not, makes it explicit.
 */
export const needDegrees = ['content', 'uneasy', 'hard', 'must'] as const
export type NeedDegree = (typeof needDegrees)[number]

export const isExplicit = (degree: NeedDegree | undefined): boolean => degree === 'must'
