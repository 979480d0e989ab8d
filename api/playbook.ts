import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import type { RunContext } from '#domain/playbook/event.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { WireEvent } from '#domain/playbook/wire.ts'
import { touchChannels, touchPurposes } from '#domain/touch/touch.ts'
import { Day, Instant, MAX_COUNT } from './bounds.ts'
import { endpoints } from './endpoint.ts'
import { WrittenEvent } from './run-event.ts'

const Id = z.uuid()
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
const Text = z.object({ zh: z.string(), en: z.string() })

const directions = z.enum(['inbound', 'outbound'])

/** A reason on Today that brought the contact up: its kind and the fact behind it. */
/** A reason of Today, as a row names it. */
export const Occasion = z.object({ kind: z.string().min(1).max(40), recordId: z.string().min(1).max(200) })

/** Another window on the same run, seen within the last seconds. */
const Other = z.object({ staffId: Id, name: z.string(), self: z.boolean() })

const Run = z.object({
  id: Id,
  direction: directions,
  channel: z.enum(touchChannels),
  purpose: z.enum(touchPurposes),
  occasions: z.array(Occasion),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  staff: z.object({ id: Id, name: z.string() }),
  customer: z.object({
    id: Id,
    name: z.string(),
    kind: z.enum(customerKinds),
    calledBy: z.string(),
  }),
  person: z.object({ id: Id, name: z.string(), title: z.string().nullable() }).nullable(),
  /** In full to the one who holds the run, from its start until it is filed; masked otherwise. */
  phone: z.string().nullable(),
  revealed: z.boolean(),
  playbook: z.custom<Playbook>(),
  /** Two free times to choose from [S-26]; none when the days ahead are full. */
  slots: z.array(z.object({ day: Day, time: z.string() })),
  /** What script lines may name; what may be spoken yet is the run's state to say. */
  facts: z.custom<KnownFacts>(),
  /** Finished runs of this very definition by the one who holds it: its words fold away with practice. */
  uses: z.number(),
  /** Contacts with this customer before this one that reached someone. */
  contacts: z.number(),
  /** What the customer already expected and is not settled: what is said now comes behind it, until they say otherwise. */
  expectations: z.number(),
  /** What might be good for the customer, shown only once their own matter is settled [G-04]. */
  suggestions: z.array(z.object({ id: z.string(), what: z.string(), why: z.string().nullable() })),
  /** The gate said no and somebody with the right went on: who, and why. */
  override: z.object({ by: z.string(), reason: z.string() }).nullable(),
  events: z.array(z.custom<WireEvent>()),
})

/** Playbooks, runs and the gate before them (issue 2, parts 9). */
export const playbookEndpoints = endpoints({
  'GET /api/playbooks': {
    summary: 'The playbooks in use',
    access: 'contact.run',
    reply: z.object({
      playbooks: z.array(
        z.object({
          key: z.string(),
          hash: z.string(),
          version: z.number(),
          title: Text,
          aim: Text,
          directions: z.array(directions),
          reviewer: Text,
          reviewed: z.string(),
        }),
      ),
    }),
  },
  'GET /api/customers/:id/playbooks': {
    summary: 'The playbooks a customer may be led by, for their kind and unit',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({
      direction: directions.default('outbound'),
      /** What brings the customer up, as `kind:record` with commas between, the headline first. */
      reasons: z.string().max(4000).default(''),
    }),
    reply: z.object({
      playbooks: z.array(
        z.object({
          key: z.string(),
          title: Text,
          aim: Text,
          /** The pack it comes from, by name. */
          pack: Text,
          channels: z.array(z.enum(touchChannels)),
          purpose: z.enum(touchPurposes),
          /** Planned with this customer and open. */
          planned: z.boolean(),
          /** The one a contact for these reasons starts with. */
          usual: z.boolean(),
        }),
      ),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/inbound': {
    summary: 'Who may be calling: customers by the last digits of a number, most likely first',
    access: 'contact.run',
    query: z.object({ tail: z.string().regex(/^\d{3,11}$/) }),
    reply: z.object({
      candidates: z.array(
        z.object({
          id: Id,
          name: z.string(),
          addressForm: z.string().nullable(),
          kind: z.enum(customerKinds),
          /** The number that fits, masked but for its tail. */
          phone: z.string(),
          holder: z.string().nullable(),
          user: z.string().nullable(),
          tier: z.string().nullable(),
          lastTouchAt: Instant.nullable(),
          openPromises: z.number(),
        }),
      ),
    }),
  },
  'GET /api/customers/:id/contact-gate': {
    summary: 'Whether this customer may be contacted now, and if not why, and when again',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({ purpose: z.enum(touchPurposes), channel: z.enum(touchChannels).default('call') }),
    reply: z.object({
      allowed: z.boolean(),
      reasons: z.array(Said),
      nextAt: Instant.nullable(),
      /** Whether the reader may go on all the same, with a reason that is kept. */
      mayOverride: z.boolean(),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/contact-ahead': {
    summary:
      'A contact as it would begin now, to be taken along where there is no network; nothing is begun by reading it',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({
      channel: z.enum(touchChannels).default('visit'),
      contactPersonId: Id.optional(),
      playbook: z.string().max(80).optional(),
    }),
    reply: Run.pick({
      channel: true,
      purpose: true,
      customer: true,
      person: true,
      phone: true,
      playbook: true,
      slots: true,
      facts: true,
      uses: true,
      contacts: true,
      expectations: true,
      suggestions: true,
    }).extend({
      readAt: Instant,
      /** The definition's hash, for the contact to cite. */
      hash: z.string(),
      context: z.custom<Pick<RunContext, 'customerKind' | 'stage' | 'skill' | 'lastOutcome'>>(),
      /** What speaks against a contact as of now; it is asked again for the time the contact was begun. */
      gate: z.object({ reasons: z.array(Said) }),
    }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/runs': {
    summary: "The reader's contacts still open",
    access: 'contact.run',
    reply: z.object({
      runs: z.array(
        z.object({
          id: Id,
          customer: z.object({ id: Id, name: z.string() }),
          direction: directions,
          playbook: Text,
          startedAt: Instant,
        }),
      ),
    }),
  },
  'PUT /api/runs/:id': {
    summary: 'Starts a contact; the gate is asked here. The same write twice is one contact',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      contactPersonId: Id.optional(),
      direction: directions,
      channel: z.enum(touchChannels).default('call'),
      purpose: z.enum(touchPurposes).optional(),
      playbook: z.string().max(80).optional(),
      /** Every reason of the row of Today, the headline first: finishing decides them all. */
      occasions: z.array(Occasion).max(30).default([]),
      /** Inbound: the last digits of the number that rang; it is the one the contact shows. */
      numberTail: z
        .string()
        .regex(/^\d{2,4}$/)
        .optional(),
      /** The customer named this very time. */
      agreedTime: z.boolean().default(false),
      /** Begun on a device without a network: when, by which definition, and when all that was read. */
      ahead: z.object({ startedAt: Instant, readAt: Instant, playbook: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
      /** Goes on although the gate says no; needs the right to, and is kept. */
      override: z.object({ reason: z.string().trim().min(4).max(400) }).optional(),
    }),
    reply: z.object({
      id: Id,
      /** Only for one begun without a network: others who began a contact with this customer since it was read. */
      meanwhile: z.array(z.object({ at: Instant, by: z.string() })).optional(),
    }),
    errors: ['record.not_found', 'record.exists', 'rule.refused', 'access.denied'],
  },
  'GET /api/runs/:id': {
    summary: 'One contact: its playbook, its facts and everything that happened in it',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: Run,
    errors: ['record.not_found'],
  },
  'GET /api/runs/:id/events': {
    summary: 'What happened after a place in the order, and who else has the contact open',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({
      since: z.coerce.number().int().min(0).max(MAX_COUNT).default(0),
      window: z.string().max(60).default(''),
    }),
    reply: z.object({ events: z.array(z.custom<WireEvent>()), others: z.array(Other) }),
    errors: ['record.not_found'],
  },
  'POST /api/runs/:id/events': {
    summary: 'Adds events under ids the writer made; each counts once. Finishing files the contact',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ events: z.array(WrittenEvent).min(1).max(200) }),
    reply: z.object({
      accepted: z.array(z.custom<WireEvent>()),
      refused: z.array(z.object({ id: Id, reason: Said })),
      /** What filing wrote, once finished. */
      filed: z
        .object({
          touches: z.number(),
          promises: z.number(),
          expectations: z.number(),
          needs: z.number(),
          cues: z.number(),
          cases: z.number(),
          tasks: z.number(),
          appointments: z.number(),
          followUp: z.string().nullable(),
        })
        .nullable(),
    }),
    errors: ['record.not_found'],
  },
})
