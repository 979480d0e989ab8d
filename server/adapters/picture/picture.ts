import { cleanJpeg } from './jpeg.ts'
import { cleanPng } from './png.ts'
import { cleanWebp } from './webp.ts'

/** Kinds of picture that every browser of the last years shows. */
export const pictureMedia = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureMedia = (typeof pictureMedia)[number]

/** A picture that says nothing but what is to be seen in it: no place, no time, no owner, no camera. */
export type CleanPicture = { media: PictureMedia; bytes: Uint8Array; width: number; height: number }

/**
 * Reads what a file says of itself, whatever its name, and leaves out everything that is not the picture: position, owner, camera,
 * a film hidden behind it. How it is to be turned stays. Null for anything else, and for a picture that was cut short.
 */
export const cleanPicture = (bytes: Uint8Array): CleanPicture | null =>
  cleanJpeg(bytes) ?? cleanPng(bytes) ?? cleanWebp(bytes)
