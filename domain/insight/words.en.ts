import type { Words } from '#domain/kernel/said.ts'
import type { DistributionFacts } from './distribution.ts'
import type { FigureFacts } from './figure.ts'
import type { GapFacts } from './gap.ts'
import type { ReportFacts } from './report.ts'

const n = (count: number): string => count.toLocaleString('en-US', { maximumFractionDigits: 1 })

export const insightEn: Words<FigureFacts & DistributionFacts & GapFacts & ReportFacts> = {
  'figure.promisesKept': ({ numerator, denominator }) =>
    `Of ${n(denominator)} promises due or settled in this time, ${n(numerator)} were kept in time; those the customer let go do not count.`,
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
  'figure.welcomeBound': ({ numerator, denominator }) =>
    `Of ${n(denominator)} customers raised to the first two tiers this month whose three workdays are over or who have a manager, ${n(numerator)} got one in time.`,
  'figure.welcomeSpoken': ({ numerator, denominator }) =>
    `Of ${n(denominator)} customers raised to the first two tiers this month whose month is over or who were reached, ${n(numerator)} were called or visited within it; a message alone does not count.`,
  'distribution.tooFew': ({ people, needed }) =>
    `With ${people} people a dot would be a name; the distribution shows from ${needed}.`,
  'gap.days': ({ topic, expected, experienced }) =>
    `${topic}: expected ${n(expected)} days, experienced ${n(experienced)}`,
  'gap.grade': ({ topic, expected, experienced }) =>
    `${topic}: expected ${n(expected)} of 5, experienced ${n(experienced)}`,
  'gap.thin': ({ topic, answers, needed }) =>
    `${topic}: only ${answers} answers, not enough yet (${needed - answers} more needed)`,
  'report.month': () => 'Month',
  'report.unit': () => 'Team',
  'report.people': () => 'People who keep customers',
  'report.customers': () => 'Customers',
  'report.rate': ({ of }) => rates[of].rate,
  'report.numerator': ({ of }) => rates[of].numerator,
  'report.denominator': ({ of }) => rates[of].denominator,
  'report.coverage': ({ kind, tier, from, to }) =>
    `${kinds[kind]}, tier ${tier}, last contact ${to === null ? `more than ${from - 1} days ago or never` : `${from} to ${to} days ago`}`,
  'report.tierCustomers': ({ kind, tier }) => `${kinds[kind]}, tier ${tier}: customers`,
  'report.tierPast': ({ kind, tier }) => `${kinds[kind]}, tier ${tier}: customers past their cadence`,
  'report.moved': ({ kind, way }) => `${kinds[kind]}: ${moves[way]}`,
  'template.noPlaces': () =>
    'No place to fill was found. Write a code such as {{promises.kept_rate}} into the cells that want a figure and upload it again.',
}

const kinds = { person: 'Persons', group: 'Groups', outlet: 'Outlets' }
const moves = { up: 'moved up', down: 'moved down', left: 'left', entered: 'came in' }
const rates = {
  bound: {
    rate: 'Raised customers with a manager in three workdays, share',
    numerator: 'Raised customers with a manager in time',
    denominator: 'Raised customers due one',
  },
  spoken: {
    rate: 'Raised customers reached within a month, share',
    numerator: 'Raised customers reached in time',
    denominator: 'Raised customers due a first talk',
  },
  kept: { rate: 'Promises kept in time, share', numerator: 'Promises kept in time', denominator: 'Promises due' },
  told: {
    rate: 'Not kept in time but told before, share',
    numerator: 'Customers told before the time',
    denominator: 'Promises not kept in time',
  },
  perHundred: {
    rate: 'Promises made per hundred contacts',
    numerator: 'Promises made',
    denominator: 'Contacts',
  },
  cadence: {
    rate: 'Contacted within the cadence, share',
    numerator: 'Customers within their cadence',
    denominator: 'Customers with a cadence',
  },
  overloaded: {
    rate: 'More than a day and a half of work at hand, share',
    numerator: 'People with more than a day and a half of work',
    denominator: 'People who keep customers',
  },
}
