import { z } from 'zod'
import type { Difference } from '#domain/playbook/editing/difference.ts'
import { partKinds } from '#domain/playbook/editing/pack-part.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Text = z.object({ zh: z.string(), en: z.string() })
const Name = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(80)
const Kind = z.enum(partKinds)
const Change = z.enum(['new', 'changed', 'same'])
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** What a pack that comes as a file would change, or has changed. */
const Taken = z.object({
  pack: z.object({ id: z.string(), title: Text, version: z.number() }).nullable(),
  playbooks: z.array(
    z.object({
      key: z.string(),
      title: Text,
      change: Change,
      from: z.number(),
      to: z.number(),
      differences: z.array(z.custom<Difference>()),
    }),
  ),
  /** Call words, texts, forms, check lists and offers, with what comes, goes or reads otherwise in each; versions are 0 where a file has none. */
  files: z.array(
    z.object({
      kind: Kind,
      name: z.string(),
      title: Text,
      change: Change,
      from: z.number(),
      to: z.number(),
      added: z.array(Text),
      changed: z.array(Text),
      removed: z.array(Text),
      head: z.boolean(),
    }),
  ),
  /** By file and line; as long as there is one, nothing is taken and what is in use stays. */
  problems: z.array(z.custom<Problem>()),
  /** Why the file as such cannot be read. */
  refused: z.array(Said),
  /** Files that are no part of a pack and are left alone. */
  passedOver: z.array(z.string()),
})

/** Packs as files: out with the branch's own words, in as a whole or not at all. */
export const packFileEndpoints = endpoints({
  'GET /api/pack-files': {
    summary: 'The packs that can go out as a file, and which files the branch uses in the place of a pack’s own',
    access: 'playbook.draft',
    reply: z.object({
      packs: z.array(z.object({ id: z.string(), title: Text })),
      files: z.array(
        z.object({
          pack: z.string(),
          kind: Kind,
          name: z.string(),
          title: Text,
          by: z.string(),
          at: Instant,
          /** Whether the pack has a file of its own to go back to, and whether that has changed since. */
          own: z.boolean(),
          newer: z.boolean(),
        }),
      ),
      mayPublish: z.boolean(),
    }),
  },
  'DELETE /api/pack-files/:pack/:kind/:name': {
    summary: 'Uses the pack’s own file again in the place of the one that was imported',
    access: 'playbook.publish',
    params: z.object({ pack: Name, kind: Kind, name: Name }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/packs/:pack/file': {
    summary: 'A pack as a zip, with the branch’s own words in it',
    access: 'playbook.draft',
    params: z.object({ pack: Name }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'POST /api/pack-checks': {
    summary: 'Reads a pack that comes as a zip and says what it would change; nothing is written',
    access: 'playbook.publish',
    upload: true,
    reply: Taken,
    errors: ['request.too_large', 'rule.refused'],
  },
  'POST /api/pack-imports': {
    summary: 'Takes a pack that comes as a zip; with a single mistake in it nothing is taken',
    access: 'playbook.publish',
    upload: true,
    reply: Taken,
    errors: ['request.too_large', 'rule.refused'],
  },
})
