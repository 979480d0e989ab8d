import type { CustomerKind } from './kind.ts'

/** What a picture of a place shows: from the street, what is on display, the counter, the store room [K-32]. */
export const photoSubjects = ['front', 'display', 'counter', 'store', 'other'] as const
export type PhotoSubject = (typeof photoSubjects)[number]

/** Places are pictured, people are not: a person's file has no photos. */
export const takesPhotos = (kind: CustomerKind): boolean => kind !== 'person'

/** The largest file that is taken, in bytes: any telephone's picture, no film. */
export const mostPhotoBytes = 15_000_000

/** The largest picture in pixels a side; beyond it a browser would not show it. */
export const mostPhotoSide = 12_000

/** As many pictures as a place keeps; older ones are to be put away first. */
export const mostPhotos = 60

/** Days for which a picture that was put away can be brought back; then its file goes for good. */
export const photoKeptDays = 30
