export type Scale = (value: number) => number

/** Maps a domain onto pixels; an empty domain lands in the middle. */
export const scale =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale =>
  (value) =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start)

/** Up to `count` round steps from 0 (or the rounded lowest) to above the highest. */
export function ticks(low: number, high: number, count = 3): number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((part) => part * power).find((part) => part >= rough) ?? rough
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** An SVG path through points. */
export const through = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Round steps that lie within a fixed range. */
export const ticksWithin = (low: number, high: number, count = 4): number[] =>
  ticks(low, high, count).filter((value) => value >= low && value <= high)
