import { differenceInterval, type Interval, shareInterval } from '#domain/statistics/interval.ts'

/** A random trial: who was contacted and who was held out, and whether it ended well (the customer stayed, came, answered). One entry a
 * customer, 1 = yes. */
export type Trial = { contacted: ArrayLike<number>; well: ArrayLike<number> }

/** Counts on both sides among the customers reached so far. */
type Sides = { contacted: number; contactedWell: number; heldOut: number; heldOutWell: number }

const NONE: Sides = { contacted: 0, contactedWell: 0, heldOut: 0, heldOutWell: 0 }

/** The sides among the first `customers` in order of uplift. Customers of equal score count by their mean, so that the order of rows never
 * shows. */
type Reached = (customers: number) => Sides

const reachedBy = ({ contacted, well }: Trial, uplift: ArrayLike<number>): Reached => {
  const order = Uint32Array.from({ length: uplift.length }, (_, i) => i).sort(
    (a, b) => (uplift[b] ?? 0) - (uplift[a] ?? 0),
  )
  const ends: { customers: number; sides: Sides }[] = [{ customers: 0, sides: NONE }]
  const sides = { ...NONE }
  order.forEach((i, k) => {
    const side = contacted[i] === 1 ? 'contacted' : 'heldOut'
    sides[side]++
    if (well[i] === 1) sides[`${side}Well`]++
    if (k + 1 === order.length || uplift[i] !== uplift[order[k + 1] ?? 0])
      ends.push({ customers: k + 1, sides: { ...sides } })
  })
  return (customers) => between(ends, Math.min(customers, order.length))
}

const between = (ends: readonly { customers: number; sides: Sides }[], customers: number): Sides => {
  let [low, high] = [0, ends.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.customers ?? 0) <= customers) low = middle
    else high = middle
  }
  const [before, after] = [ends[low], ends[high]]
  if (!before || !after || high === low) return NONE
  const part = (customers - before.customers) / (after.customers - before.customers)
  const mix = (of: keyof Sides): number => before.sides[of] + part * (after.sides[of] - before.sides[of])
  return {
    contacted: mix('contacted'),
    contactedWell: mix('contactedWell'),
    heldOut: mix('heldOut'),
    heldOutWell: mix('heldOutWell'),
  }
}

const effectOf = ({ contacted, contactedWell, heldOut, heldOutWell }: Sides): Interval =>
  differenceInterval(
    shareInterval(contacted > 0 ? contactedWell / contacted : 0, contacted),
    shareInterval(heldOut > 0 ? heldOutWell / heldOut : 0, heldOut),
  )

/** What contacting caused among the `share` of customers with the highest uplift: the share that ended well among the contacted less that among the
 * held out, with its 95 % interval (Newcombe 1998). Honest only when the scores come from models that never saw these customers. */
export const upliftAmongTop = (trial: Trial, uplift: ArrayLike<number>, share: number): Interval =>
  effectOf(reachedBy(trial, uplift)(share * uplift.length))

/** `share` of customers contacted from the highest uplift down; `gained` customers more than without contact who ended well, as a share of
 * all contacted of the trial. */
export type QiniPoint = { share: number; gained: number }

/** Radcliffe's curve of customers gained (2007) and its coefficient: the area between the curve and contacting at random. Above 0 the order finds
 * those whom contact helps; at 0 it is no better than chance. */
export const qiniOf = (
  trial: Trial,
  uplift: ArrayLike<number>,
  points = 100,
): { curve: QiniPoint[]; coefficient: number } => {
  const reached = reachedBy(trial, uplift)
  const all = reached(uplift.length)
  const curve = Array.from({ length: points + 1 }, (_, k): QiniPoint => {
    const { contacted, contactedWell, heldOut, heldOutWell } = reached((k * uplift.length) / points)
    const expected = heldOut > 0 ? (heldOutWell * contacted) / heldOut : 0
    return { share: k / points, gained: all.contacted > 0 ? (contactedWell - expected) / all.contacted : 0 }
  })
  const whole = curve.at(-1)?.gained ?? 0
  const above = curve.map(({ share, gained }) => gained - share * whole)
  const area = above.reduce((sum, value, k) => sum + (k === 0 || k === points ? value / 2 : value), 0) / points
  return { curve, coefficient: area }
}
