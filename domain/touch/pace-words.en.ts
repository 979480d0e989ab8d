import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import type { PromiseKind } from './promise.ts'
import type { PaceFacts } from './promise-time.ts'

const kindNames: Record<string, string> = {
  call: 'ring back',
  visit: 'come by',
  reply: 'give an answer',
  refund: 'refund',
  deliver: 'deliver',
  send: 'send something',
  fix: 'get something done',
  other: 'do something else',
} satisfies Record<PromiseKind, string>

export const paceWords: Words<PaceFacts> = {
  'pace.few': ({ kind, of, least }) =>
    `Only ${of} ${of === 1 ? 'promise' : 'promises'} to ${kindNames[kind] ?? kind} have come due; below ${least} they say nothing.`,
  'pace.never': ({ days, kept, of }) =>
    `Even within ${days} days only ${kept} of ${of} were kept: no time was enough for nine of ten. Agree first on a day to report back.`,
  'pace.kept': ({ kind, own, days, kept, of, low, high }) =>
    `${own ? 'Own' : 'Colleagues’'} promises to ${kindNames[kind] ?? kind}: ${kept} of ${of} kept ${days === 0 ? 'the same day' : `within ${days} ${days === 1 ? 'day' : 'days'}`} (${percent(kept / of)}, interval ${percent(low)}–${percent(high)}).`,
}

/** Beside the sentence: taking the day that nine of ten made, and asking why. */
export const paceActs = {
  take: (day: string) => `Make it ${day}: nine of ten were kept`,
  why: 'Why leave room',
  few: 'How to choose then',
}

/** The same work, blamed or praised by what was promised [R-07]. */
export const promiseStory = {
  title: 'The same 50 minutes',
  text: 'Two workshops took 50 minutes for a repair. One had promised 30: the customer waited and left a bad review. The other had promised 60 to 90, was done after 50, and was praised for being quick. The work was the same, the promise was not: promise what can be kept, and being early is the surprise.',
}
