import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '#domain/form/answer.ts'
import { freshId } from '#web/client/id.ts'
import { send } from '#web/client/send.ts'
import { useLanguage } from '#web/ui/language.tsx'
import type { FormAbout, OfferedLayout } from './form-types.ts'
import { beginWrite } from './form-writes.ts'

/** Begins a form filled in from what is known of the customer, the contact, the case and the day; answers with its id. */
export const useBeginForm = () => {
  const language = useLanguage()
  const client = useQueryClient()
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
      const { facts } = await send('GET /api/form-facts', { query })
      const before = about.after ? (await send('GET /api/forms/:id', { params: { id: about.after } })).answers : {}
      const tied =
        customerId === null
          ? {}
          : { personId: about.person, runId: about.run, caseId: about.case, afterId: about.after }
      const write = beginWrite(freshId(), stored, { customerId, ...tied }, facts, language, before as Answers)
      await send('PUT /api/forms/:id', write)
      await client.invalidateQueries()
      return write.params.id
    } finally {
      setPending(false)
    }
  }
  return { begin, pending }
}
