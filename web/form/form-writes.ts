import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { type Answer, type Answers, same } from '#domain/form/answer.ts'
import type { Layout } from '#domain/form/layout.ts'
import { type KnownFormFacts, prefilled } from '#domain/form/prefill.ts'
import type { Language } from '#domain/kernel/said.ts'
import type { Signed } from '#web/ui/signature.tsx'

export type FormWrite = Request<Contract['PUT /api/forms/:id']>
type Body = FormWrite['body']
type About = Pick<Body, 'customerId' | 'personId' | 'runId' | 'caseId' | 'appointmentId' | 'afterId' | 'onDay'>

/** An answer as it travels; the wire has no read-only lists. */
type Sent = Exclude<NonNullable<Body['changes']>[number]['to'], null>
const sent = (answer: Answer): Sent => answer as Sent

/** What was written since, field by field: what stood before, what stands now. */
export const changesOf = (before: Answers, now: Answers): NonNullable<Body['changes']> =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((field) => {
    const [from, to] = [before[field] ?? null, now[field] ?? null]
    return same(from, to) ? [] : [{ field, from: from === null ? null : sent(from), to: to === null ? null : sent(to) }]
  })

/**
 * The one writing that begins a form, filled in from what is known. Plain data under an id the writer made: it can wait in an outbox
 * and be sent as often as it takes.
 */
export const beginWrite = (
  id: string,
  { hash, layout }: { hash: string; layout: Layout },
  about: About,
  facts: KnownFormFacts,
  language: Language,
  before: Answers = {},
): FormWrite => ({
  params: { id },
  body: { ...about, key: layout.id, hash, changes: changesOf({}, prefilled(layout, facts, language, before)) },
})

/** A form that is filled in and signed on the spot, as one writing: begun, written, signed and, with its last signature, filed. */
export const signedWrite = (
  begun: FormWrite,
  answers: Answers,
  signatures: readonly (Signed & { field: string; at: string })[],
): FormWrite => ({
  ...begun,
  body: { ...begun.body, changes: changesOf({}, answers), signatures: [...signatures] },
})
