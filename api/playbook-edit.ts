import { z } from 'zod'
import type { Playbook } from '#domain/playbook/definition.ts'
import { Instant, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Text = z.object({ zh: z.string(), en: z.string() })
const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80)
const params = z.object({ key: Key })
/** Whose words are in use: the pack's file, the branch's own, or none. */
const Origin = z.enum(['pack', 'branch', 'stopped', 'unpublished'])

const Row = z.object({
  key: z.string(),
  title: Text,
  pack: z.object({ id: z.string(), title: Text }),
  /** Of what is in use; 0 for one that is not yet published. */
  version: z.number(),
  origin: Origin,
  reviewer: Text,
  reviewed: z.string(),
  /** Contacts of the branch finished with it, all versions together. */
  uses: z.number(),
  draft: z.object({ by: z.string(), at: Instant }).nullable(),
  /** The pack's file has changed since the branch chose its own: its version. */
  newer: z.number().nullable(),
})

/** A place two people wrote at once: `mine` stands in the draft, `theirs` waits beside it. Left out where it was taken away. */
const Clash = z.object({
  path: z.array(z.union([z.string().max(80), z.int().min(0).max(10_000)])).max(20),
  mine: z.unknown().optional(),
  theirs: z.unknown().optional(),
})

const Draft = z.object({
  body: z.custom<Playbook>(),
  clashes: z.array(Clash),
  version: z.number(),
  by: z.string(),
  at: Instant,
})

const Edition = z.object({
  version: z.number(),
  by: z.string(),
  at: Instant,
  inUse: z.boolean(),
  playbook: z.custom<Playbook>(),
})

/** Writing playbooks in the browser. */
export const playbookEditEndpoints = endpoints({
  'GET /api/playbook-editions': {
    summary: 'Every playbook of the branch: whose words are in use, how often, and who is writing on it',
    access: 'playbook.draft',
    reply: z.object({ playbooks: z.array(Row), mayPublish: z.boolean() }),
  },
  'GET /api/playbook-editions/:key': {
    summary: 'One playbook to edit: what is in use, the draft, what was published before, what the pack’s file says',
    access: 'playbook.draft',
    params,
    reply: z.object({
      key: z.string(),
      pack: z.object({ id: z.string(), title: Text }),
      origin: Origin,
      current: z.custom<Playbook>().nullable(),
      /** What the pack's own file says; null for one the branch made itself. */
      file: z.custom<Playbook>().nullable(),
      newer: z.boolean(),
      editions: z.array(Edition),
      draft: Draft.nullable(),
      /** Playbooks in use that a task may be done by. */
      others: z.array(z.object({ key: z.string(), title: Text })),
      mayPublish: z.boolean(),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/playbook-drafts/:key': {
    summary:
      'Keeps a draft as it is now. `base` is the version it was written on, 0 for a new one; a later one of somebody else is answered with 409 and theirs',
    access: 'playbook.draft',
    params,
    body: z.object({
      base: z.union([z.literal(0), Version]),
      draft: z.custom<Playbook>((value) => typeof value === 'object' && value !== null),
      /** Not yet chosen between: kept with the draft, so that nobody's words are lost. */
      clashes: z.array(Clash).max(200).default([]),
      /** For a playbook that is new: the pack it belongs to. */
      pack: Key.optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'request.invalid'],
  },
  'DELETE /api/playbook-drafts/:key': {
    summary: 'Lets a draft go; what is in use stays',
    access: 'playbook.draft',
    params,
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'POST /api/playbook-editions/:key': {
    summary: 'Publishes the draft as the next version; contacts under way finish on theirs',
    access: 'playbook.publish',
    params,
    body: z.object({ draftVersion: Version }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
  'PUT /api/playbook-editions/:key/choice': {
    summary:
      'Goes back to an earlier version, takes the pack’s own, keeps ours although the pack has a newer one, or stops using it',
    access: 'playbook.publish',
    params,
    body: z.discriminatedUnion('use', [
      z.object({ use: z.literal('edition'), version: Version }),
      z.object({ use: z.literal('pack') }),
      z.object({ use: z.literal('ours') }),
      z.object({ use: z.literal('none') }),
    ]),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
})
