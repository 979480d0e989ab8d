import { z } from 'zod'
import { cans, expectationStates } from '#domain/expectation/board.ts'
import type { ClockKind } from '#domain/retention/case-clock.ts'
import { letGoReasons, outcomes } from '#domain/retention/case-event.ts'
import { type ReasonId, reasons } from '#domain/retention/case-reason.ts'
import { leavingWays } from '#domain/retention/loss.ts'
import { type OfferingStanding, stages } from '#domain/retention/case-state.ts'
import { offerWays, sensitivities } from '#domain/retention/way.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Said = z.object({ code: z.string(), params: Params })
const Line = z.string().trim().min(1).max(400)
const Both = z.object({ zh: z.string(), en: z.string() })

const reasonIds = Object.keys(reasons) as [ReasonId, ...ReasonId[]]
export const retentionShows = ['open', 'waiting', 'overdue', 'closed'] as const
export const retentionSignals = ['model', 'rule', 'colleague', 'customer'] as const

const Clock = z.object({
  kind: z.custom<ClockKind>(),
  who: z.enum(['owner', 'lead']),
  due: Instant,
  standing: z.enum(['overdue', 'soon', 'running']),
})

const Card = z.object({
  id: Id,
  customer: Ref.extend({
    calledBy: z.string(),
    kind: z.enum(['person', 'group', 'outlet']),
    tier: z.string().nullable(),
  }),
  stage: z.enum(stages),
  owner: Ref.nullable(),
  signal: z.enum(retentionSignals),
  atRiskFen: z.number().nullable(),
  next: Clock.nullable(),
  outcome: z.enum(outcomes).nullable(),
  openedAt: Instant,
})

const Offering = z.object({
  id: Id,
  /** Without key and way: made in words only, in a talk. */
  offer: z.object({
    key: z.string().nullable(),
    name: Both,
    way: z.enum(offerWays).nullable(),
    costFen: z.number(),
    benefitFen: z.number(),
    addsTermMonths: z.number(),
  }),
  standing: z.custom<OfferingStanding>(),
  askedBy: z.string(),
  approvedBy: z.string().nullable(),
  madeBy: z.string().nullable(),
  line: z.string().nullable(),
  /** The one line afterwards is owed. */
  lineOwed: z.boolean(),
  words: z.string(),
  /** Who may say yes, while it waits. */
  askWhom: z.array(z.string()),
  /** Whether the reader may. */
  mayDecide: z.boolean(),
})

const Expectation = z.object({
  id: Id,
  what: z.string(),
  rank: z.number(),
  can: z.enum(cans).nullable(),
  offer: z.string(),
  state: z.enum(expectationStates),
  agreedWording: z.string().nullable(),
  /** Taken up in this case: to be answered before anything is settled. */
  taken: z.boolean(),
})

const Entry = z.object({ id: Id, at: Instant, by: z.string(), type: z.string(), params: Params })

const RetentionShown = Card.extend({
  version: z.number(),
  openedBy: z.string(),
  signalWords: z.string(),
  /** What made us look, in coded sentences. */
  signs: z.array(Said.extend({ changeable: z.boolean() })),
  chance: z.number().nullable(),
  clocks: z.array(Clock.extend({ provisional: z.boolean() })),
  hadBy: z.array(z.string()),
  round: z.number(),
  /** Talks about staying we may still begin, of how many in how many days; and why not, where nothing may be begun now. */
  guard: z.object({
    left: z.number(),
    most: z.number(),
    days: z.number(),
    against: z.array(Said),
    nextAt: Instant.nullable(),
    /** The customer has applied to leave: nobody persuades, whoever begins. */
    applied: z.boolean(),
  }),
  wayOut: z.object({
    steps: z.array(Both),
    /** The day the branch set it; null while it stands as usual. */
    since: Day.nullable(),
    askedAt: Instant.nullable(),
    shownAt: Instant.nullable(),
  }),
  talks: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      direction: z.enum(['inbound', 'outbound']),
      reached: z.boolean(),
      about: z.enum(['staying', 'helping']),
      /** The library’s words it was held with, by their titles. */
      words: z.array(Both),
    }),
  ),
  reasons: z.array(
    z.object({ reason: z.enum(reasonIds), voice: z.enum(['customer', 'manager', 'model']), words: z.string() }),
  ),
  expectations: z.array(Expectation),
  offerings: z.array(Offering),
  settled: z
    .object({
      how: z.enum(['agreed', 'letGo']),
      at: Instant,
      by: z.string(),
      wording: z.string(),
      why: z.enum(letGoReasons).nullable(),
      /** Who let the offers pass that the agreement rests on. */
      approvedBy: z.array(z.string()),
    })
    .nullable(),
  ended: z.object({ outcome: z.enum(outcomes), on: Day }).nullable(),
  followUp: z.object({ holds: z.boolean(), words: z.string() }).nullable(),
  lesson: z.object({ text: z.string(), reason: z.enum(reasonIds), propose: z.boolean() }).nullable(),
  calledOff: z.string().nullable(),
  reached: z.boolean(),
  may: z.object({ work: z.boolean(), lead: z.boolean() }),
  story: z.array(Entry),
})

const offering = { offering: Id }
const wanted = { ...offering, offer: z.string().max(60), termAgreed: z.boolean().default(false) }

/** What a screen can add to a case; the server fills in what only it knows. */
const RetentionWish = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dispatched'), to: Id }),
  z.object({ type: z.literal('handedOver'), to: Id, why: z.string().trim().max(400) }),
  z.object({
    type: z.literal('talked'),
    direction: z.enum(['inbound', 'outbound']),
    reached: z.boolean(),
    about: z.enum(['staying', 'helping']),
  }),
  z.object({
    type: z.literal('reasonsNoted'),
    reasons: z
      .array(z.object({ reason: z.enum(reasonIds), voice: z.enum(['customer', 'manager']), words: Line }))
      .max(10),
  }),
  z.object({ type: z.literal('expectationTaken'), expectation: Id }),
  z.object({ type: z.literal('wayOutAsked') }),
  z.object({ type: z.literal('wayOutShown'), how: z.enum(['said', 'sent', 'page']) }),
  z.object({ type: z.literal('leaveRequested'), on: Day }),
  z.object({ type: z.literal('leaveWithdrawn'), words: z.string().trim().max(400) }),
  z.object({ type: z.literal('approvalAsked'), ...wanted, why: z.string().trim().max(400) }),
  z.object({ type: z.literal('approvalGiven'), ...offering }),
  z.object({ type: z.literal('approvalRefused'), ...offering, why: z.string().trim().max(400) }),
  z.object({ type: z.literal('offered'), ...wanted }),
  z.object({ type: z.literal('spendNoted'), ...offering, line: z.string().trim().max(400) }),
  z.object({
    type: z.literal('replied'),
    ...offering,
    reply: z.enum(['accepted', 'declined', 'thinking']),
    words: z.string().trim().max(400),
  }),
  z.object({ type: z.literal('agreed'), wording: z.string().trim().max(400) }),
  z.object({ type: z.literal('reset'), wording: z.string().trim().max(400) }),
  z.object({ type: z.literal('letGo'), why: z.enum(letGoReasons), words: z.string().trim().max(400) }),
  z.object({ type: z.literal('ended'), outcome: z.enum(outcomes), on: Day, way: z.enum(leavingWays).optional() }),
  z.object({ type: z.literal('endTakenBack') }),
  z.object({ type: z.literal('followedUp'), holds: z.boolean(), words: z.string().trim().max(400) }),
  z.object({
    type: z.literal('learnt'),
    lesson: z.string().trim().max(400),
    reason: z.enum(reasonIds),
    propose: z.boolean(),
  }),
  z.object({ type: z.literal('calledOff'), why: z.string().trim().max(400) }),
  z.object({ type: z.literal('reopened'), by: z.enum(['customer', 'signal']), why: z.string().trim().max(400) }),
])

const RankedOffer = z.object({
  key: z.string(),
  name: Both,
  way: z.enum(offerWays),
  costFen: z.number(),
  benefitFen: z.number(),
  months: z.number(),
  addsTermMonths: z.number(),
  /** Need, fit, what became of it with customers alike, money: in this order. */
  why: z.array(Said),
  /** Whether the reader gives it at once, or whom they ask. */
  spending: z.object({ by: z.enum(['own', 'approval']), said: Said, askWhom: z.array(z.string()) }),
})

/** Retention cases: from the signal to what was learnt. */
export const retentionEndpoints = endpoints({
  'GET /api/retention': {
    summary: 'Retention cases with what each waits for, due first on top; the figures are of everybody’s in reach',
    access: 'contact.run',
    query: z.object({ show: z.enum(retentionShows).default('open'), whose: z.enum(['own', 'all']).default('own') }),
    reply: z.object({ rows: z.array(Card), counts: z.record(z.enum(retentionShows), z.number()), more: z.boolean() }),
  },
  'GET /api/retention/:id': {
    summary: 'One retention case: signs, guard, reasons, expectations, offers, outcome and its whole story',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: RetentionShown,
    errors: ['record.not_found'],
  },
  'PUT /api/retention/:id': {
    summary:
      'Opens a case under an id the writer made, and gives it to the customer’s manager or the backup with a deadline',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      from: z.enum(['model', 'colleague', 'customer']),
      words: z.string().trim().max(400).default(''),
    }),
    reply: z.object({ id: Id, owner: Ref.nullable(), due: Instant.nullable() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'POST /api/retention/:id/events': {
    summary:
      'Adds what happened; guard, law and limits are asked, a refused try is kept in the audit. Sent twice it is one',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ id: Id, wish: RetentionWish }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'access.denied', 'rule.refused'],
    toCustomer: ({ wish }: { wish: z.output<typeof RetentionWish> }) =>
      wish.type === 'agreed' || wish.type === 'reset' ? [wish.wording] : [],
  },
  'GET /api/retention/:id/offers': {
    summary: 'What could be offered in this case, the best first, each with its reasons and whose word it needs',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: z.object({
      rows: z.array(RankedOffer),
      sensitivity: z.enum(sensitivities).nullable(),
      leftFen: z.object({ inCase: z.number(), inMonth: z.number() }),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/retention': {
    summary: 'A customer’s open retention case and those before it',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(Card) }),
    errors: ['record.not_found'],
  },
})
