import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { Refused, send } from '#web/client/send.ts'
import { useSeat, useSession } from '#web/client/session.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { formHere, rememberForm } from './form-here.ts'
import type { FormAbout, FormShown, OfferedLayout } from './form-types.ts'
import { beginWrite } from './form-writes.ts'
import { aboutForm, isCutOff, keepFormWrite } from './late-form.ts'

type FactsQuery = NonNullable<Request<Contract['GET /api/form-facts']>['query']>

/** What is known now; without a network what was taken along of the customer, with nothing of the contact under way. */
const factsFor = async (client: QueryClient, query: FactsQuery) => {
  try {
    return { ...(await send('GET /api/form-facts', { query })), isHere: false }
  } catch (error) {
    if (!isCutOff(error)) throw error
    const { customerId, personId } = query
    if (!customerId) return { facts: { single: {}, rows: {} }, isHere: true }
    const taken = client
      .getQueriesData<Reply<Contract['GET /api/form-facts']>>({ queryKey: ['GET /api/form-facts'] })
      .filter(([[, asked]]) => (asked as { query: FactsQuery }).query.customerId === customerId)
    const exactly = taken.find(([[, asked]]) => (asked as { query: FactsQuery }).query.personId === personId)
    const [, known] = exactly ?? taken[0] ?? []
    if (!known) throw error
    return { ...known, isHere: true }
  }
}

const formBefore = (client: QueryClient, id: string): Promise<FormShown> => {
  const params = { id }
  return send('GET /api/forms/:id', { params }).catch((error: unknown) => {
    const known = client.getQueryData<FormShown>(['GET /api/forms/:id', { params }])
    if (known && isCutOff(error)) return known
    throw error
  })
}

/** Begins a form filled in from what is known of the customer, the contact, the case and the day, with a network or without; answers with its id. */
export const useBeginForm = () => {
  const language = useLanguage()
  const client = useQueryClient()
  const seat = useSeat()
  const { staff, today } = useSession()
  const [pending, setPending] = useState(false)
  const begin = async (stored: OfferedLayout, about: FormAbout): Promise<string> => {
    setPending(true)
    try {
      const customerId = stored.layout.about === 'day' ? null : (about.customer ?? null)
      const query = {
        ...(customerId && { customerId }),
        ...(customerId && about.person && { personId: about.person }),
        ...(about.run && { runId: about.run }),
        ...(customerId && about.case && { caseId: about.case }),
      }
      const { facts, isHere } = await factsFor(client, query)
      const before = about.after ? (await formBefore(client, about.after)).answers : {}
      const tied =
        customerId === null
          ? {}
          : { personId: about.person, runId: about.run, caseId: about.case, afterId: about.after }
      const write = beginWrite(freshId(), stored, { customerId, ...tied }, facts, language, before)
      const beginHere = async (): Promise<string> => {
        const name = facts.single['customer.name']
        const person = facts.single['person.name']
        const form = formHere(write, stored, {
          author: { id: staff.id, name: staff.name },
          customer: customerId ? { id: customerId, name: typeof name === 'string' ? name : '' } : null,
          person: about.person && typeof person === 'string' ? { id: about.person, name: person } : null,
          onDay: today,
        })
        const request = { ...write, body: { ...write.body, onDay: today } }
        if (!(await keepFormWrite(seat, 'PUT /api/forms/:id', request, aboutForm(form, form.title[language]), form.id)))
          throw new Refused(0, { code: 'server.failed', params: {}, requestId: '' })
        rememberForm(client, form)
        return form.id
      }
      if (isHere) return await beginHere()
      try {
        await send('PUT /api/forms/:id', write)
      } catch (error) {
        if (!isCutOff(error)) throw error
        return await beginHere()
      }
      await client.invalidateQueries()
      return write.params.id
    } finally {
      setPending(false)
    }
  }
  return { begin, pending }
}
