import { z } from 'zod'
import { Day, Instant } from './bounds.ts'
import { missedOutcomes } from '#domain/playbook/definition.ts'
import { allTopics } from '#domain/customer/market-note.ts'
import { matterFacts } from '#domain/playbook/facts.ts'
import { needDegrees } from '#domain/playbook/need-degree.ts'
import { NOTE_MOST } from '#domain/playbook/note.ts'
import { goalAnswers, visitTopics } from '#domain/playbook/visit.ts'

const Id = z.uuid()
const Name = z.string().min(1).max(80)
const Words = z.string().max(NOTE_MOST)
const Short = z.string().max(400)
const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable()

const Count = z.number().int().min(0).max(100_000).nullable()

const Degree = z.exactOptional(z.enum(needDegrees))

const text = { text: Short }
const promise = { what: Short, dueDay: Day, dueTime: Clock }
const expectation = {
  text: Short,
  sort: z.enum(['factual', 'emotional', 'heard']),
  answer: z.enum(['can', 'partly', 'cannot']).nullable(),
  offer: Short,
  acknowledged: z.boolean(),
  openly: z.exactOptional(z.boolean()),
}

const Content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('need'), ...text, degree: Degree, joins: z.exactOptional(Short) }),
  z.strictObject({ kind: z.literal('cue'), ...text }),
  z.strictObject({ kind: z.literal('promise'), ...promise }),
  z.strictObject({ kind: z.literal('expectation'), ...expectation, joins: z.exactOptional(Id) }),
])

const changed = <S extends Record<string, z.ZodType>>(shape: S) =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, z.exactOptional(schema)])) as {
    [K in keyof S]: z.ZodExactOptional<S[K]>
  }

const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('need'), ...changed(text), degree: Degree }),
  z.strictObject({ kind: z.literal('cue'), ...changed(text) }),
  z.strictObject({ kind: z.literal('promise'), ...changed(promise) }),
  z.strictObject({ kind: z.literal('expectation'), ...changed(expectation) }),
])

const happening = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ id: Id, at: Instant, type: z.literal(type), ...shape })

/**
 * One event as a client writes it. Strict: an unknown field is an error, not a thing silently lost. The run, the writer
 * and the place in the order are the server's to say.
 */
export const WrittenEvent = z.discriminatedUnion('type', [
  happening('connected', {}),
  happening('identified', { role: z.enum(['holder', 'authorised', 'other']), name: z.string().max(80) }),
  happening('identityChecked', {
    method: z.enum(['servicePassword', 'idTail', 'callBack', 'knownVoice', 'faceToFace']),
    passed: z.boolean(),
  }),
  happening('dropped', {}),
  happening('aimSet', { aim: z.strictObject({ why: Short, gives: Short }).nullable() }),
  happening('purposesSet', { purposes: z.array(Name).max(20) }),
  happening('stepEntered', { step: Name, branch: Name.nullable(), reason: z.exactOptional(Short) }),
  happening('checkMarked', { step: Name, check: Name, done: z.boolean() }),
  happening('skillMarked', { step: Name, skill: Name, used: z.boolean() }),
  happening('noted', { text: Words, replaces: z.array(Id).max(50) }),
  happening('captured', { capture: Id, content: Content }),
  happening('captureChanged', { capture: Id, change: Change }),
  happening('captureRemoved', { capture: Id }),
  happening('captureRestored', { capture: Id }),
  happening('ranked', { expectations: z.array(Id).max(100) }),
  happening('suggestionShown', { suggestion: Name }),
  happening('suggestionAccepted', { suggestion: Name }),
  happening('suggestionDeclined', { suggestion: Name }),
  happening('offerMade', {
    offer: z.strictObject({
      what: Short,
      answer: z.enum(['accepted', 'declined']),
      key: z.exactOptional(z.string().min(1).max(60)),
    }),
  }),
  happening('offerTakenBack', { offer: Id }),
  happening('appointmentSet', {
    appointment: z
      .strictObject({ day: Day, time: Clock.unwrap(), minutes: z.number().int().min(1).max(1440), place: Short })
      .nullable(),
  }),
  happening('followUpSet', {
    followUp: z.strictObject({ day: Day, time: Clock, about: Short }).nullable(),
  }),
  happening('caseSet', {
    serviceCase: z.strictObject({ kind: z.enum(['request', 'complaint']), what: Short.min(1) }).nullable(),
  }),
  happening('tenseMarked', { tense: z.boolean() }),
  happening('factNoted', { fact: z.enum(matterFacts), text: Short }),
  happening('wordsSaid', {
    script: z.string().min(1).max(120),
    wording: Name,
    version: z.enum(['first', 'familiar', 'difficult']),
    said: z.boolean(),
  }),
  happening('counted', { item: Name, stock: Count, wanted: Count }),
  happening('marketNoted', { topic: z.enum(allTopics), what: Short }),
  happening('visitNoted', { topic: z.enum(visitTopics), what: Short }),
  happening('noMoreSet', { noMore: z.object({ until: Day.nullable(), source: Short }).nullable() }),
  happening('goalJudged', { reached: z.enum(goalAnswers).nullable() }),
  happening('missed', { outcome: z.enum(missedOutcomes).nullable(), retryAt: Instant.nullable() }),
  happening('finished', { reason: Short }),
  happening('reopened', { reason: Short }),
])

export type WrittenEvent = z.output<typeof WrittenEvent>
