import { seededRandom } from '#domain/kernel/random.ts'

/** How predictions met the truth. */
export type Counts = { hit: number; wrong: number; missed: number }

export const none = (): Counts => ({ hit: 0, wrong: 0, missed: 0 })

export const count = (counts: Counts, predicted: boolean, truth: boolean): void => {
  if (predicted && truth) counts.hit++
  else if (predicted) counts.wrong++
  else if (truth) counts.missed++
}

export const precisionOf = ({ hit, wrong }: Counts): number => (hit + wrong === 0 ? Number.NaN : hit / (hit + wrong))
export const recallOf = ({ hit, missed }: Counts): number => (hit + missed === 0 ? Number.NaN : hit / (hit + missed))
export const f1Of = ({ hit, wrong, missed }: Counts): number =>
  hit + wrong + missed === 0 ? Number.NaN : (2 * hit) / (2 * hit + wrong + missed)

/** A share with its 95 % interval (Wilson 1927). */
export const wilson = (part: number, whole: number): [low: number, high: number] => {
  if (whole === 0) return [0, 1]
  const z = 1.96
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  return [(middle - reach) / (1 + (z * z) / whole), (middle + reach) / (1 + (z * z) / whole)]
}

type Judged = { group: string; predicted: boolean; truth: boolean }

/** The 95 % interval of F1 over resampled groups (dialogues stay together); 500 draws, seeded. */
export const f1Interval = (judged: readonly Judged[]): [low: number, high: number] => {
  const groups = [...Map.groupBy(judged, ({ group }) => group).values()]
  const random = seededRandom(7)
  const scores: number[] = []
  for (let draw = 0; draw < 500; draw++) {
    const counts = none()
    for (let i = 0; i < groups.length; i++)
      for (const { predicted, truth } of groups[Math.floor(random() * groups.length)] ?? [])
        count(counts, predicted, truth)
    const score = f1Of(counts)
    if (!Number.isNaN(score)) scores.push(score)
  }
  scores.sort((a, b) => a - b)
  return [
    scores[Math.floor(scores.length * 0.025)] ?? Number.NaN,
    scores[Math.floor(scores.length * 0.975)] ?? Number.NaN,
  ]
}

const round = (value: number): number | null => (Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null)

type Figure = { name: string; value: number; unit: string; low?: number; high?: number; of?: number; target?: number }

/** One figure a line, with its interval and the number of cases it rests on. */
export const print = ({ name, value, unit, low, high, of, target }: Figure): void =>
  console.log(
    JSON.stringify({
      name,
      value: round(value),
      unit,
      ...(low === undefined || high === undefined ? {} : { low: round(low), high: round(high) }),
      ...(of === undefined ? {} : { of }),
      limit: null,
      ratio: null,
      target: target ?? null,
    }),
  )

export const printCounts = (name: string, counts: Counts, target?: number): void => {
  const [pl, ph] = wilson(counts.hit, counts.hit + counts.wrong)
  const [rl, rh] = wilson(counts.hit, counts.hit + counts.missed)
  print({
    name: `${name} precision`,
    value: precisionOf(counts),
    unit: 'share',
    low: pl,
    high: ph,
    of: counts.hit + counts.wrong,
  })
  print({
    name: `${name} recall`,
    value: recallOf(counts),
    unit: 'share',
    low: rl,
    high: rh,
    of: counts.hit + counts.missed,
    ...(target === undefined ? {} : { target }),
  })
}
