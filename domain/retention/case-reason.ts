/** Whose side a reason to leave lies on. */
export const reasonSides = ['operator', 'competitor', 'customer'] as const
export type ReasonSide = (typeof reasonSides)[number]

/** What drives it: money, something else the customer chose, what merely happened to them, life itself, or a lapse nobody meant. */
export type Drive = 'financial' | 'chosen' | 'passive' | 'natural' | 'lapse'

/** `changeable`: whether the branch can do something about it. `competitive`: whether another provider plays a part. */
type Traits = { side: ReasonSide; drive: Drive; competitive: boolean; changeable: boolean }

const reason = (side: ReasonSide, drive: Drive, competitive: boolean, changeable: boolean): Traits => ({
  side,
  drive,
  competitive,
  changeable,
})

/**
 * The tree of reasons to leave, each fit to be read by the customer who gave it. `unsaid` is a reason of its own: who does
 * not say why is not put into a box.
 */
export const reasons = {
  quality: reason('operator', 'chosen', false, true),
  service: reason('operator', 'chosen', false, true),
  price: reason('operator', 'financial', false, true),
  outdated: reason('operator', 'chosen', false, false),
  promise: reason('operator', 'chosen', false, true),
  rivalPrice: reason('competitor', 'financial', true, true),
  rivalProduct: reason('competitor', 'chosen', true, false),
  rivalService: reason('competitor', 'chosen', true, true),
  unmetNeed: reason('customer', 'chosen', false, true),
  cheaper: reason('customer', 'financial', true, false),
  contactLeft: reason('customer', 'passive', false, true),
  trial: reason('customer', 'chosen', true, false),
  others: reason('customer', 'chosen', true, false),
  moved: reason('customer', 'natural', false, false),
  ended: reason('customer', 'natural', false, false),
  forgotten: reason('customer', 'lapse', false, true),
  unpaid: reason('customer', 'passive', false, true),
  unverified: reason('customer', 'passive', false, true),
  unsaid: reason('customer', 'chosen', false, false),
} satisfies Record<string, Traits>

export type ReasonId = keyof typeof reasons

/** Where the tree comes from. `promise`, `moved`, `ended` and `unsaid` are ours: a branch meets them, the source does not list them. */
export const reasonSource = {
  catalogue: 'R-11',
  url: 'https://m.jinchutou.com/shtml/fb4a895aec21a2daee07f89500a93080.html',
  own: ['promise', 'moved', 'ended', 'unsaid'] satisfies ReasonId[],
} as const

/** Who says that this is the reason. What the customer said outweighs what we supposed; both are kept, so that they can be compared. */
export type ReasonVoice = 'customer' | 'manager' | 'model'

export type NotedReason = { reason: ReasonId; voice: ReasonVoice; words: string }

/** The reason that counts: the customer's own, else the manager's, else the model's; the last one said of each. */
export const reasonThatCounts = (noted: readonly NotedReason[]): NotedReason | null => {
  for (const voice of ['customer', 'manager', 'model'] as const) {
    const last = noted.findLast((each) => each.voice === voice)
    if (last) return last
  }
  return null
}

/** How often what we supposed was not what the customer said, among the cases where both are known: the gap of perception [M-07]. */
export const perceptionGap = (cases: readonly { reasons: readonly NotedReason[] }[]): { short: number; of: number } => {
  const judged = cases.map(({ reasons: noted }) => supposedRight(noted)).filter((right) => right !== null)
  return { short: judged.filter((right) => !right).length, of: judged.length }
}

/** Whether what we supposed is what the customer said; null until both are known. */
export const supposedRight = (noted: readonly NotedReason[]): boolean | null => {
  const said = noted.filter(({ voice }) => voice === 'customer')
  const supposed = noted.filter(({ voice }) => voice !== 'customer')
  if (said.length === 0 || supposed.length === 0) return null
  return supposed.some((guess) => said.some(({ reason: own }) => own === guess.reason))
}
