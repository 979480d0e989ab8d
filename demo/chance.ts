import { type Random, seededRandom } from '#domain/kernel/random.ts'

const SEED = 20_261_123

/** FNV-1a, 32 bits. */
const hashOf = (text: string): number => {
  let hash = 2_166_136_261
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619)
  return hash >>> 0
}

/** A source of chance of its own for each name: a new story leaves every other customer as they were. */
export const chanceOf = (name: string): Random => seededRandom(hashOf(`${SEED} ${name}`))

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[Math.floor(random() * list.length)]
  if (chosen === undefined) throw new RangeError('there is nothing to pick from')
  return chosen
}

/** A whole number from `least` to `most`, both included. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

/** A standard normal number, by Box and Muller. */
export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Log-normal: the shape of what customers pay; `spread` is the deviation of the logarithm. */
export const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * normal(random))
