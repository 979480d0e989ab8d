import { z } from 'zod'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Text = z.object({ zh: z.string(), en: z.string() })

const Task = z.object({
  id: Id,
  playbook: z.string(),
  /** The playbook's name; its key where the pack it came from is gone. */
  title: Text,
  about: Text,
  subject: z.string().nullable(),
  subjectDay: Day.nullable(),
  subjectPlace: z.string().nullable(),
  /** Null as long as it waits for something to arrive. */
  dueOn: Day.nullable(),
  owner: z.string(),
  state: z.enum(['waiting', 'open', 'done', 'dropped']),
})

/** What is planned with a customer for another day, each led by a playbook [S-04][S-05][R-16]. */
export const taskEndpoints = endpoints({
  'GET /api/customers/:id/tasks': {
    summary: 'What is planned with a customer and not done',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: z.object({ tasks: z.array(Task) }),
    errors: ['record.not_found'],
  },
  'PUT /api/tasks/:id': {
    summary: 'Plans something with a customer for a day, under an id the writer made; the same write twice is one task',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      playbook: z.string().min(1).max(80),
      dueOn: Day,
      /** The thing it is about; the playbook's own aim is said beside it. */
      subject: z.string().trim().max(120).default(''),
      subjectDay: Day.nullable().default(null),
      subjectPlace: z.string().trim().max(120).default(''),
    }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'POST /api/tasks/:id/moves': {
    summary: 'What it waited for has arrived, so it is due today; or it is dropped, with why; or taken up again',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.discriminatedUnion('move', [
      z.object({ move: z.literal('arrived') }),
      z.object({ move: z.literal('dropped'), reason: z.string().trim().min(1).max(200) }),
      z.object({ move: z.literal('resumed') }),
    ]),
    reply: z.object({ state: z.enum(['waiting', 'open', 'done', 'dropped']), dueOn: Day.nullable() }),
    errors: ['record.not_found', 'rule.refused'],
  },
})
