import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Wording } from '#domain/script/definition.ts'
import { moments, scriptRoles } from '#domain/script/moment.ts'
import { touchChannels, touchPurposes } from '#domain/touch/touch.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'
import { Occasion } from './playbook.ts'

const Id = z.uuid()
const Text = z.object({ zh: z.string(), en: z.string() })
const versions = z.enum(['first', 'familiar', 'difficult'])

/** `core/either-or-visit`: the pack and the script's own id; `pitch/…` for one made here. */
const Key = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z0-9-]{1,80}$/)

const InUse = z.object({
  /** The name its uses are counted under. */
  key: z.string(),
  words: z.custom<Wording>(),
  /** Of a lead's own wording: its number, when and why it was made. */
  version: z.number(),
  own: z.boolean(),
  madeAt: Instant.nullable(),
  why: z.string().nullable(),
  live: z.boolean(),
})

const Script = z.object({
  key: z.string(),
  title: Text,
  use: Text,
  roles: z.array(z.enum(scriptRoles)),
  /** The procedures it belongs to; null for any. */
  playbooks: z.array(z.string()).nullable(),
  wordings: z.array(InUse),
})

const Message = z.object({
  key: z.string(),
  title: Text,
  use: Text,
  moment: z.enum(moments),
  wording: z.string(),
  words: z.custom<Wording>(),
})

const Head = z.object({
  id: z.string(),
  pack: z.string(),
  packTitle: Text,
  /** For which kinds of customer the pack is; null for all. */
  customerKinds: z.array(z.enum(customerKinds)).nullable(),
  title: Text,
  sources: z.array(z.string()),
  version: z.number(),
  reviewer: Text,
  reviewed: z.string(),
})

const pitch = {
  product: z.string().trim().min(1).max(40),
  persona: z.string().trim().min(1).max(40),
  itIs: z.string().trim().min(1).max(200),
  suits: z.string().trim().min(1).max(200),
  afterUse: z.string().trim().min(1).max(200),
  example: z.string().trim().min(1).max(200),
}

const Written = z.object({ zh: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(900) })

/** Call words and messages: the library, its use with a customer, what came of it, and a lead's own wordings. */
export const scriptEndpoints = endpoints({
  'GET /api/scripts': {
    summary: 'The call words, messages and pitches that can be used here',
    access: 'staff.read',
    reply: z.object({
      families: z.array(Head.extend({ scripts: z.array(Script) })),
      texts: z.array(Head.extend({ texts: z.array(Message) })),
      pitches: z.array(
        z.object({ id: Id, ...pitch, mine: z.boolean(), everybodys: z.boolean(), mayChange: z.boolean() }),
      ),
      mayRevise: z.boolean(),
    }),
  },
  'GET /api/customers/:id/script-facts': {
    summary: 'What words can be filled with for one customer outside a contact',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: z.object({
      facts: z.custom<KnownFacts>(),
      kind: z.enum(customerKinds),
      calledBy: z.string(),
      /** Contacts that reached someone: which version is the fitting one. */
      contacts: z.number(),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/copies/:touchId': {
    summary:
      'Records that words were copied out to be sent; gate and wording are asked. The same write twice is one contact',
    access: 'contact.run',
    params: z.object({ id: Id, touchId: Id }),
    body: z.object({
      script: Key,
      wording: z.string().min(1).max(80),
      version: versions,
      channel: z.enum(touchChannels),
      purpose: z.enum(touchPurposes),
      text: z.string().trim().min(1).max(2000),
      /** The customer asked for it, or named this very time. */
      agreedTime: z.boolean().default(false),
      /** The writer has seen that the words are blunt, and means them; a forbidden phrase stays here all the same. */
      overruled: z.boolean().default(false),
      /** The reasons of Today these words see to; a promise among them stays open. */
      occasions: z.array(Occasion).max(30).default([]),
    }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/customers/:id/copies/:touchId': {
    summary: 'Takes a copy back that was not sent after all, within the hour',
    access: 'contact.run',
    params: z.object({ id: Id, touchId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'PUT /api/scripts/:pack/:script/wordings/:id': {
    summary: 'A wording of our own for a script, as a new version; what is there stays as it is',
    access: 'script.revise',
    params: z.object({ pack: z.string(), script: z.string(), id: Id }),
    body: z.object({
      first: Written,
      familiar: Written,
      difficult: Written,
      fallback: Written.nullable(),
      why: z.string().trim().min(4).max(200),
      /** Said instead of the one in use, or turn about with it so that the better one shows. */
      use: z.enum(['instead', 'turns', 'later']),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'PUT /api/scripts/:pack/:script/live': {
    summary: 'Which wordings of a script are said: one, or two that take turns',
    access: 'script.revise',
    params: z.object({ pack: z.string(), script: z.string() }),
    body: z.object({ wordings: z.array(z.string().min(1).max(80)).min(1).max(2) }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/scripts/uses': {
    summary: 'How often each wording was used and what came of it; never by whom',
    access: 'team.read',
    reply: z.object({
      uses: z.array(
        z.object({
          script: z.string(),
          wording: z.string(),
          spoken: z.number(),
          talked: z.number(),
          met: z.number(),
          accepted: z.number(),
          written: z.number(),
          answered: z.number(),
        }),
      ),
    }),
  },
  'PUT /api/pitches/:id': {
    summary: 'Keeps three lines and a half about a product; a lead may keep them for everybody',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ ...pitch, everybodys: z.boolean().default(false) }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused', 'access.denied'],
  },
  'DELETE /api/pitches/:id': {
    summary: 'Puts a pitch away',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
