import type { Words } from '#domain/kernel/said.ts'
import { minus, percent } from '#domain/kernel/wording.ts'
import type { DispatchFacts } from './dispatch.ts'
import type { EffectFacts } from './effect.ts'
import type { ContactCause, HoldoutFacts } from './holdout.ts'
import type { UndisturbedFacts } from './undisturbed.ts'

const causes: Record<ContactCause, string> = {
  campaign: 'The campaign',
  promise: 'The promise',
  complaint: 'The complaint',
  request: 'What the customer asked for',
  reminder: 'The reminder',
  fault: 'The news of the fault',
  care: 'The care contact',
}

const n = (count: number): string => Math.round(count).toLocaleString('en-US')
const points = (share: number): string => minus((share * 100).toFixed(1))

export const effectEn: Words<EffectFacts & HoldoutFacts & UndisturbedFacts & DispatchFacts> = {
  'effect.early': ({ readOn }) =>
    `The result is to be read on ${readOn}. Looking earlier, and again and again, takes chance for an effect.`,
  'effect.fewCustomers': ({ contacted, heldOut, least }) =>
    `Not yet enough: the outcome is known for ${n(contacted)} contacted and ${n(heldOut)} held out; each side needs ${n(least)}.`,
  'effect.unknown': ({ unknown, customers }) =>
    `Not yet enough: of ${n(customers)} customers it is not known whether ${n(unknown)} stayed. Fill that in first.`,
  'effect.notShown': ({ low, high, needed }) =>
    `No effect shown yet: the shares that stayed differ by ${points(low)} to ${points(high)} points, so it may have helped or not.${
      needed === null ? '' : ` If the difference is as large as it looks, about ${n(needed)} customers would show it.`
    }`,
  'effect.helped': ({ saved, low, high }) =>
    `About ${n(saved)} customers stayed because of this campaign (${n(low)} to ${n(high)}).`,
  'effect.harmed': ({ lost, low, high }) =>
    `About ${n(lost)} customers left because of this campaign (${n(low)} to ${n(high)}). Stop and look for the reason.`,
  'holdout.held': () =>
    'This customer is in the control group: no contact for this campaign, everything else as usual.',
  'holdout.goes': ({ cause }) =>
    cause === 'campaign'
      ? 'This customer is in the contacted group; go ahead.'
      : `${causes[cause]} goes as usual; the control group does not hold it back.`,
  'holdout.otherCampaign': () => 'This is another campaign; the control group does not hold it back.',
  'dispatch.open': () => 'This customer has a retention case under way.',
  'dispatch.gone': ({ since }) =>
    `This customer left on ${since}; the win-back visit is what comes next. A case opens the moment they ask for one.`,
  'dispatch.resting': ({ days, left }) =>
    `After parting well no case is opened for ${days} days; ${left} to go. When the customer asks, one opens at once.`,
  'dispatch.heldOut': () =>
    'This customer is in the control group: a score alone opens no case. When the customer asks, one opens at once.',
  'dispatch.owner': () => 'Given to the customer’s manager.',
  'dispatch.backup': () => 'The manager is away; given to the backup.',
  'dispatch.nobody': () => 'Nobody is there to take it; the lead names somebody.',
  'undisturbed.shown': ({ share, low, high }) =>
    `Contact harms the ${percent(share)} of customers it suits least: the share that stays changes by ${points(low)} to ${points(high)} points. Leave them in peace.`,
  'undisturbed.notShown': ({ share, low, high }) =>
    `Nobody is shown to be harmed by contact yet: among the ${percent(share)} it suits least the share that stays changes by ${points(low)} to ${points(high)} points.`,
}
