/**
 * Chance by place instead of by turn: the same seed, customer and question always give the same number, whichever is asked first,
 * so that a million customers need no memory of what was drawn for them.
 */
export type Chance = {
  /** In [0, 1). */
  of: (one: number, question: number) => number
  /** Standard normal. */
  normal: (one: number, question: number) => number
}

/** What is asked of chance; each may be followed by up to 63 of its own (months, touches). */
export const ask = {
  money: 64,
  month: 128,
  since: 192,
  fall: 256,
  kind: 320,
  name: 384,
  phone: 448,
  touch: 512,
  promise: 640,
  issue: 704,
} as const

/** The finaliser of MurmurHash3 over the three numbers: every bit of them reaches every bit of the answer. */
const mixed = (seed: number, one: number, question: number): number => {
  let hash = seed ^ Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(question + 1, 0x85ebca77)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 16) ^ one, 0x27d4eb2f)
  return (hash ^ (hash >>> 15)) >>> 0
}

export const chanceByPlace = (seed: number): Chance => {
  const of = (one: number, question: number): number => mixed(seed, one, question) / 4_294_967_296
  const normal = (one: number, question: number): number =>
    Math.sqrt(-2 * Math.log(1 - of(one, question))) * Math.cos(2 * Math.PI * of(one, question ^ 0x4000_0000))
  return { of, normal }
}
