import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { Problem } from '#domain/playbook/problem.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Text = z.object({ zh: z.string(), en: z.string() })

const Pack = z.object({
  id: z.string(),
  title: Text,
  aim: Text,
  version: z.number(),
  reviewer: Text,
  reviewed: z.string(),
  /** For which kinds of customer; null for all. */
  customerKinds: z.array(z.enum(customerKinds)).nullable(),
  /** Every unit works with it: others build on it. */
  always: z.boolean(),
  playbooks: z.array(z.object({ key: z.string(), version: z.number(), title: Text })),
  /** What is wrong in its files, by file and line; what was sound before goes on being used. */
  problems: z.array(z.custom<Problem>()),
  loadedAt: Instant,
  /** Units that do without it, and with them the units below. */
  leftOutBy: z.array(Id),
})

/** The packs of content this server has, and which unit works with which. */
export const packEndpoints = endpoints({
  'GET /api/packs': {
    summary: 'Every pack, what it holds, what is wrong in it, and who does without it',
    access: 'staff.read',
    reply: z.object({
      packs: z.array(Pack),
      units: z.array(z.object({ id: Id, name: z.string(), parentId: Id.nullable() })),
    }),
  },
  'PUT /api/units/:id/packs/:pack': {
    summary: 'A unit, with those below it, works with a pack or does without; contacts under way go on',
    access: 'pack.choose',
    params: z.object({ id: Id, pack: z.string().min(1).max(60) }),
    body: z.object({ used: z.boolean() }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
})
