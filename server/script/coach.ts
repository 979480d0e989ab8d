import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { readCoachPack } from '#server/coach/pack.ts'

const reading = new Map<string, Promise<Coach>>()

/** The rules of wording in a pack's folder, read when a wording is first revised, and kept. */
export const contentCoach = (folder: string): Promise<Coach> => {
  const known = reading.get(folder) ?? readCoachPack(folder).then(({ compiled }) => coachOf(compiled))
  reading.set(folder, known)
  return known
}
