import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { type Answer, type Answers, same } from '#domain/form/answer.ts'
import type { Layout } from '#domain/form/layout.ts'
import { type KnownFormFacts, prefilled } from '#domain/form/prefill.ts'
import type { Language } from '#domain/kernel/said.ts'

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

/** Two writings of one form as one: each field from what stood before the first to what stands after the second. */
export const joined = (first: FormWrite, second: FormWrite): FormWrite => {
  const changes = new Map((first.body.changes ?? []).map((change) => [change.field, change]))
  for (const { field, from, to } of second.body.changes ?? []) {
    const before = changes.get(field)
    changes.set(field, { field, from: before ? before.from : from, to })
  }
  return { ...first, body: { ...first.body, changes: [...changes.values()] } }
}

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
