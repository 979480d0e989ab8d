import type { QueryClient } from '@tanstack/react-query'
import { actsOn } from '#domain/form/acts.ts'
import { changedAnswers } from '#domain/form/answer.ts'
import { isWhole, type Signature, type Standing } from '#domain/form/standing.ts'
import { now } from '#web/client/clock.ts'
import { remember } from '#web/client/remember.ts'
import type { FormShown, OfferedLayout } from './form-types.ts'
import type { FormWrite } from './form-writes.ts'

const keyOf = (id: string) => ['GET /api/forms/:id', { params: { id } }] as const

type Named = {
  author: { id: string; name: string }
  customer: { id: string; name: string } | null
  person: { id: string; name: string } | null
  onDay: string
}

/** A form begun on this device alone, as the server will have it once it hears of it. */
export const formHere = (
  { params, body }: FormWrite,
  { layout }: OfferedLayout,
  { author, customer, person, onDay }: Named,
): FormShown => {
  const { answers } = changedAnswers({}, body.changes ?? [])
  const form: Standing = { state: 'draft', answers, signatures: {} }
  return {
    id: params.id,
    key: layout.id,
    title: layout.title,
    customer,
    author,
    state: 'draft',
    onDay,
    dueOn: null,
    due: false,
    signedBy: [],
    runId: body.runId ?? null,
    corrects: null,
    changedAt: now().toISOString(),
    filedAt: null,
    layout,
    person,
    caseId: body.caseId ?? null,
    after: body.afterId ? { id: body.afterId, name: '' } : null,
    correctedBy: null,
    followedBy: null,
    answers: answers as FormShown['answers'],
    signatures: {},
    names: {},
    decided: null,
    made: [],
    ...actsOn(layout, form, { writes: true, mayApprove: false, isAuthor: true }),
    version: 0,
  }
}

/** Puts a form where its page looks for it, until the server has it. */
export const rememberForm = (client: QueryClient, form: FormShown): void => remember(client, keyOf(form.id), form)

/** A form as it stands after something was done to it here that the server has not heard of. */
export const changeForm = (client: QueryClient, form: FormShown, change: Partial<Standing>): void => {
  const key = keyOf(form.id)
  const known = client.getQueryData<FormShown>(key) ?? form
  const { state, answers, signatures } = { ...known, ...change }
  const standing: Standing = { state, answers, signatures }
  const reader = { writes: true, mayApprove: false, isAuthor: true }
  const updatedAt = client.getQueryState(key)?.dataUpdatedAt ?? now().getTime()
  const next: FormShown = {
    ...known,
    state,
    answers: answers as FormShown['answers'],
    signatures,
    ...actsOn(known.layout, standing, reader),
  }
  client.setQueryData(key, next, { updatedAt })
}

/** How a form stands with one more signature: with the last it needs it is filed, as on the server. */
export const signedStanding = (form: FormShown, field: string, signature: Signature): Partial<Standing> => {
  const signatures = { ...form.signatures, [field]: signature }
  const filed =
    form.state === 'draft' && !form.layout.approved && isWhole(form.layout, { answers: form.answers, signatures })
  return { signatures, ...(filed && { state: 'filed' as const }) }
}
