export type Lane = { lane: number; lanes: number }

type Stretch = { id: string; from: number; minutes: number }

/** Side by side what is at the same time: each in a lane, in as few lanes as its neighbours need. Minutes of one day. */
export const lanesOf = (stretches: readonly Stretch[]): Map<string, Lane> => {
  const found = new Map<string, Lane>()
  let together: { id: string; lane: number }[] = []
  let ends: number[] = []
  const close = (): void => {
    for (const { id, lane } of together) found.set(id, { lane, lanes: ends.length })
    together = []
    ends = []
  }
  for (const { id, from, minutes } of stretches.toSorted((a, b) => a.from - b.from || b.minutes - a.minutes)) {
    if (ends.every((end) => end <= from)) close()
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = from + minutes
    together.push({ id, lane })
  }
  close()
  return found
}
