import type { Words } from '#domain/kernel/said.ts'
import { percent, shortDay, yuan } from '#domain/kernel/wording.ts'
import type { AuthorityFacts } from './authority.ts'
import type { OfferFacts } from './offer.ts'
import type { OfferWay, Sensitivity, Way } from './way.ts'

export const wayNames: Record<Way, string> = {
  advantage: 'A new advantage',
  care: 'A bit more care',
  bundle: 'A fitting bundle',
  fit: 'Something that fits better',
  addition: 'A useful addition',
  service: 'Better service',
  measure: 'Parting well',
}

/** One line on each of the seven ways, for whoever chooses. */
export const wayLines: Record<Way, string> = {
  advantage: 'Show what is new and not used yet.',
  care: 'Ask how things are; be a friend first.',
  bundle: 'Put together what nobody else can.',
  fit: 'Change to what suits the way it is used.',
  addition: 'Add a new service that is of use now.',
  service: 'Where products are equal, serve better.',
  measure: 'Keeping is not forcing; who leaves well comes back.',
}

export const sensitivityNames: Record<Sensitivity, string> = {
  safety: 'stability',
  price: 'price',
  service: 'service',
  brand: 'brand',
}

const ways: Record<OfferWay, string> = wayNames
const customers = (count: number): string => `${count} ${count === 1 ? 'customer' : 'customers'}`

export const offerEn: Words<OfferFacts> = {
  'offer.answersNeed': ({ words, on, today }) => {
    const day = shortDay(on, today, 'en')
    return `Meets the kind of thing the customer said ${/^\d/.test(day) ? `on ${day}` : day}: “${words}”`
  },
  'offer.noNeed': () => 'No need for it is recorded yet.',
  'offer.fits': ({ sensitivity, way }) =>
    `The customer cares most about ${sensitivityNames[sensitivity]}; “${ways[way]}” comes first there.`,
  'offer.stayed': ({ stayed, of, low, high, alike }) =>
    `Offered to ${customers(of)}${alike ? ' alike' : ''}; ${stayed} were still with us later (${percent(low)} to ${percent(high)}).`,
  'offer.fewTried': ({ of, least }) =>
    of === 0
      ? `Not tried yet; it takes ${least} to tell how well it does.`
      : `Tried with ${customers(of)} so far; it takes ${least} to tell how well it does.`,
  'offer.money': ({ cost, benefit, months }) =>
    `The customer gets ${yuan(benefit)}, we spend ${yuan(cost)}${months > 1 ? `, over ${months} months` : ''}.`,
}

export const authorityEn: Words<AuthorityFacts> = {
  'authority.own': ({ cost, left }) =>
    cost === 0
      ? 'It costs nothing; give it at once.'
      : `${yuan(cost)} is within your limit: give it, then write one line. ${yuan(left)} left.`,
  'authority.overCase': ({ cost, perCase, spent }) =>
    `The limit is ${yuan(perCase)} a case${spent > 0 ? `, ${yuan(spent)} is used` : ''}; this costs ${yuan(cost)}. Ask for approval first.`,
  'authority.overMonth': ({ cost, perMonth, spent }) =>
    `This month’s limit is ${yuan(perMonth)}${spent > 0 ? `, ${yuan(spent)} is used` : ''}; this costs ${yuan(cost)}. Ask for approval first.`,
}
