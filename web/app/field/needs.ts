import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { ReadKey } from '#web/client/query.ts'
import { send } from '#web/client/send.ts'
import { daysShown } from '#web/schedule/calendar-line.ts'
import type { Stop } from './stops.ts'

/** What one answer leads to: further pages, and customers beside whose own page is not the aim of a visit. */
type Leads = { more: readonly Need[]; beside: readonly Id[] }

/** Something a day outside needs: read anew into the place where the pages look for it. `size` is about what it takes on the device. */
export type Need = (client: QueryClient, signal: AbortSignal) => Promise<Leads & { size: number }>

const nowhere: Leads = { more: [], beside: [] }

const lasting = { gcTime: Number.POSITIVE_INFINITY, staleTime: 0, retry: 1 }
const sizeOf = (reply: unknown): number => JSON.stringify(reply).length

const need =
  <K extends ReadKey>(
    key: K,
    request: Request<Contract[K]>,
    leadsTo: (reply: Reply<Contract[K]>) => Leads = () => nowhere,
  ): Need =>
  async (client, signal) => {
    const queryFn = () => send(key, request, signal)
    const reply = await client.fetchQuery<Reply<Contract[K]>>({ queryKey: [key, request], queryFn, ...lasting })
    return { ...leadsTo(reply), size: sizeOf(reply) }
  }

/** The first page of a list that is read page by page. */
const needFirstPage =
  <K extends ReadKey>(key: K, request: Request<Contract[K]>): Need =>
  async (client, signal) => {
    const read = await client.fetchInfiniteQuery({
      queryKey: [key, 'pages', request],
      queryFn: () => send(key, request, signal),
      initialPageParam: null,
      ...lasting,
    })
    return { ...nowhere, size: sizeOf(read) }
  }

/** What a customer's own page asks by id alone. */
export const ofCustomers = [
  'GET /api/customers/:id',
  'GET /api/customers/:id/standing',
  'GET /api/customers/:id/open',
  'GET /api/customers/:id/bills',
  'GET /api/customers/:id/expectations',
  'GET /api/customers/:id/promises',
  'GET /api/customers/:id/cases',
  'GET /api/customers/:id/file',
] as const satisfies ReadKey[]
/** What a visit and its brief ask beside that. */
const ofEachCustomer = [
  ...ofCustomers,
  'GET /api/customers/:id/appointments',
  'GET /api/customers/:id/photos',
] as const satisfies ReadKey[]

const ofPeopleAndGroups = [
  'GET /api/customers/:id/satisfaction',
  'GET /api/customers/:id/tasks',
  'GET /api/customers/:id/events',
  'GET /api/customers/:id/script-facts',
  'GET /api/customers/:id/points',
] as const satisfies ReadKey[]
/** A shop is one of thirty in a day, on a screen that knows the round already: only what it asks beside that. */
const ofOutlets = ['GET /api/customers/:id/outlet'] as const satisfies ReadKey[]

/** The firm a person works at is known as far as a visit shows it: bills, standing, the people there, what competitors do [S-33]. */
const ofFirm = [
  'GET /api/customers/:id',
  'GET /api/customers/:id/standing',
  'GET /api/customers/:id/bills',
  'GET /api/customers/:id/file',
] as const satisfies ReadKey[]

const AHEAD = 'GET /api/customers/:id/contact-ahead'
const GROUP = 'GET /api/customers/:id/group'
const HISTORY = 'GET /api/customers/:id/history'
const TOUCHES = 'GET /api/customers/:id/touches'
const FORMS = 'GET /api/forms'
const FORM = 'GET /api/forms/:id'
const FORM_FACTS = 'GET /api/form-facts'
const EVENT = 'GET /api/events/:id'

/** Endpoints read for a day, by what an answer is about: one customer, or the day itself. Their answers are kept on the device. */
export const aboutCustomersOfDay: readonly ReadKey[] = [
  ...ofEachCustomer,
  ...ofPeopleAndGroups,
  ...ofOutlets,
  AHEAD,
  GROUP,
  HISTORY,
  TOUCHES,
  FORMS,
  FORM,
  FORM_FACTS,
]
const ofDayAlone = [
  'GET /api/form-layouts',
  'GET /api/gifts',
  'GET /api/staff',
  'GET /api/checklists',
  'GET /api/self-checks',
  'GET /api/promises/paces',
  'GET /api/scripts',
  'GET /api/coach/own',
  'GET /api/today',
  'GET /api/runs',
] as const satisfies ReadKey[]
export const aboutDay: readonly ReadKey[] = [
  ...ofDayAlone,
  'GET /api/calendar',
  'GET /api/calendar/route',
  'GET /api/field-days/:day',
  'GET /api/events',
  EVENT,
  'GET /api/coach',
]

/** What may still be written or signed on the way: drafts, and applications whose receipt follows. */
const isUnderWay = ({ state }: { state: string }): boolean => state === 'draft' || state === 'approved'

const firmOf = (id: Id): Leads => {
  const params = { id }
  return { more: [...ofFirm.map((key) => need(key, { params })), need(HISTORY, { params, query: {} })], beside: [id] }
}

/** Of one stop: the visit from its preparation to its forms, and the customer's page. */
export const needsOf = ({ customer, personId }: Stop): Need[] => {
  const params = { id: customer.id }
  const person = personId === null ? {} : { contactPersonId: personId }
  const who = personId === null ? {} : { personId }
  return [
    need(AHEAD, { params, query: { channel: 'visit', ...person } }),
    ...ofEachCustomer.map((key) => need(key, { params })),
    needFirstPage(TOUCHES, { params, query: {} }),
    need(FORM_FACTS, { query: { customerId: customer.id, ...who } }),
    need(FORMS, { query: { customerId: customer.id } }, ({ rows }) => ({
      more: rows.filter(isUnderWay).map(({ id }) => need(FORM, { params: { id } })),
      beside: [],
    })),
    ...(customer.kind === 'outlet'
      ? ofOutlets.map((key) => need(key, { params }))
      : [
          ...ofPeopleAndGroups.map((key) => need(key, { params })),
          need(HISTORY, { params, query: {} }),
          need(FORMS, { query: { customerId: customer.id, key: 'gift-application' } }),
        ]),
    ...(customer.kind === 'person'
      ? [need(GROUP, { params }, ({ group }) => (group ? firmOf(group.id) : nowhere))]
      : []),
  ]
}

export const calendarOf = (day: Day) => ({ query: { from: day, to: day, whose: 'own' as const } })

/** The day and its round, which say where one goes. */
export const needsFirst = (day: Day): Need[] => [
  need('GET /api/calendar', calendarOf(day)),
  need('GET /api/field-days/:day', { params: { day } }),
]

/** The day as its own pages show it, and what any visit may ask for. */
export const needsOfDay = (day: Day): Need[] => [
  ...(['week', 'agenda'] as const).map((view) => {
    const days = daysShown(view, day)
    return need('GET /api/calendar', { query: { from: days[0] ?? day, to: days.at(-1) ?? day, whose: 'own' } })
  }),
  need('GET /api/calendar/route', { query: { day } }),
  need('GET /api/events', { query: { show: 'ahead' } }, ({ rows }) => ({
    more: rows
      .filter(({ onDay, calledOff }) => onDay === day && !calledOff)
      .map(({ id }) => need(EVENT, { params: { id } })),
    beside: [],
  })),
  ...(['zh', 'en'] as const).map((language) => need('GET /api/coach', { query: { language } })),
  ...ofDayAlone.map((key) => need(key, {})),
]
