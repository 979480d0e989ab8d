import { createHash } from 'node:crypto'
import { newId } from '#domain/kernel/id.ts'

/** A write a person's device sends until it is acknowledged: the same one, however often. */
export type Write = { method: 'PUT' | 'POST'; path: string; body: unknown; leaves: Left[] }

/** A row that must stand once the write is acknowledged, and never twice. */
export type Left = { table: 'customer' | 'run' | 'run_event' | 'touch' | 'promise' | 'task'; id: string }

const AT = Date.parse('2026-11-24T02:00:00Z')

/** Ids and instants of one story, the same at every telling. */
const teller = (story: string) => {
  let said = 0
  const draw = (): number => createHash('sha256').update(`${story} ${said}`).digest().readUIntBE(0, 6) / 2 ** 48
  const id = (): string => {
    said += 1
    return newId(AT + said, draw)
  }
  const event = (type: string, more: object = {}) => ({
    id: id(),
    at: new Date(AT + said).toISOString(),
    type,
    ...more,
  })
  return { id, event }
}

/** A customer who calls in: filed with a promise, then promised something else and planned for. Every write is sent by itself. */
export const storyOf = (name: string): Write[] => {
  const { id, event } = teller(name)
  const [customer, run, capture, promise, task] = [id(), id(), id(), id(), id()]
  const connected = event('connected')
  const captured = event('captured', {
    capture,
    content: { kind: 'promise', what: `${name}的账单明天发`, dueDay: '2026-11-25', dueTime: null },
  })
  const noted = event('noted', { text: `${name}说话很急`, replaces: [] })
  const finished = event('finished', { reason: '客户急着挂' })
  const events = (...written: { id: string }[]): Pick<Write, 'method' | 'path' | 'body'> => ({
    method: 'POST',
    path: `/api/runs/${run}/events`,
    body: { events: written },
  })
  const rows = (...written: { id: string }[]): Left[] => written.map((each) => ({ table: 'run_event', id: each.id }))
  return [
    {
      method: 'PUT',
      path: `/api/customers/${customer}`,
      body: { code: `杀-${name}`, kind: 'person', name },
      leaves: [{ table: 'customer', id: customer }],
    },
    {
      method: 'PUT',
      path: `/api/runs/${run}`,
      body: { customerId: customer, direction: 'inbound', purpose: 'service' },
      leaves: [{ table: 'run', id: run }],
    },
    { ...events(connected, captured), leaves: rows(connected, captured) },
    { ...events(noted), leaves: rows(noted) },
    { ...events(finished), leaves: [...rows(finished), { table: 'touch', id: run }] },
    {
      method: 'PUT',
      path: `/api/promises/${promise}`,
      body: { customerId: customer, what: `${name}的套餐对比`, dueDay: '2026-11-26' },
      leaves: [{ table: 'promise', id: promise }],
    },
    {
      method: 'PUT',
      path: `/api/tasks/${task}`,
      body: { customerId: customer, playbook: 'follow-up', dueOn: '2026-11-27', subject: '' },
      leaves: [{ table: 'task', id: task }],
    },
  ]
}
