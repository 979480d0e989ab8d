import { purposeOfOccasion, type TouchPurpose } from '#domain/touch/touch.ts'
import { keyOf, type OccasionKind } from './occasion.ts'

type Reasoned = { kind: OccasionKind; recordId: string }

/** How a contact ended: somebody was reached, or it is to be tried again at an instant (null: not at all). */
export type ContactEnd = { reached: true } | { reached: false; retryAt: Date | null }

/**
 * The reasons of a row that a contact takes off the list, by key. To have spoken settles what was only waiting for a word, never a colleague's request for approval, nor a
 * promise or a meeting: that stays until it is kept, moved with the customer's knowledge, or withdrawn. A call nobody answered puts a promise
 * off until the next try only while that comes before the promise is due.
 */
export const settledByContact = (reasons: readonly Reasoned[], end: ContactEnd): string[] =>
  reasons
    .filter(
      (reason) =>
        reason.kind !== 'approval' && (!isPromise(reason) || (!end.reached && triedBefore(reason, end.retryAt))),
    )
    .map(keyOf)

/** What a wish for no more such calls puts aside: the reasons one would reach out for with this purpose, or all of ours with `any`. */
export const leftInPeace = (reasons: readonly Reasoned[], purpose: TouchPurpose, all: boolean): string[] =>
  settledByContact(
    reasons.filter(({ kind }) => all || purposeOfOccasion(kind) === purpose),
    { reached: true },
  )

const isPromise = ({ kind }: Reasoned): boolean =>
  kind === 'promise' || kind === 'callback' || kind === 'appointment' || kind === 'untold'

const triedBefore = ({ recordId }: Reasoned, retryAt: Date | null): boolean => {
  const dueAt = Date.parse(recordId.slice(recordId.indexOf('/') + 1))
  return retryAt !== null && !Number.isNaN(dueAt) && retryAt.getTime() < dueAt
}
