import type { Words } from '#domain/kernel/said.ts'
import type { DistributionFacts } from './distribution.ts'
import type { FigureFacts } from './figure.ts'
import type { GapFacts } from './gap.ts'

const n = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

export const insightEn: Words<FigureFacts & DistributionFacts & GapFacts> = {
  'figure.promisesKept': ({ numerator, denominator }) =>
    `Of ${n(denominator)} promises due in this time, ${n(numerator)} were kept in time; those the customer let go do not count.`,
  'figure.promisesTold': ({ numerator, denominator }) =>
    `Of ${n(denominator)} promises not kept in time, the customer was told before the time for ${n(numerator)}.`,
  'figure.promisesPerHundred': ({ numerator, denominator }) =>
    `${n(numerator)} promises were made in ${n(denominator)} contacts; promising little makes the kept rate look good, so read both together.`,
  'figure.contactedInCadence': ({ numerator, denominator }) =>
    `Of ${n(denominator)} customers with a cadence, ${n(numerator)} are within it; never contacted counts as past.`,
  'figure.overloaded': ({ numerator, denominator, hours }) =>
    `${n(numerator)} of ${n(denominator)} people have more than ${n(hours)} hours of work at hand (a day and a half).`,
  'figure.expectationsShort': ({ numerator, denominator }) =>
    `Expectation and experience were asked separately ${n(denominator)} times; ${n(numerator)} times the experience fell short.`,
  'distribution.tooFew': ({ people, needed }) =>
    `With ${people} people a dot would be a name; the distribution shows from ${needed}.`,
  'gap.days': ({ topic, expected, experienced }) =>
    `${topic}: expected ${n(expected)} days, experienced ${n(experienced)}`,
  'gap.grade': ({ topic, expected, experienced }) =>
    `${topic}: expected ${n(expected)} of 5, experienced ${n(experienced)}`,
  'gap.thin': ({ topic, answers, needed }) =>
    `${topic}: only ${answers} answers, not enough yet (${needed - answers} more needed)`,
}
