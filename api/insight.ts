import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import type { CoverageRow } from '#domain/insight/coverage.ts'
import type { Distribution, DistributionFacts } from '#domain/insight/distribution.ts'
import type { ChainSeries } from '#domain/economics/profit-chain.ts'
import type { PulseFacts } from '#domain/economics/pulse.ts'
import { type Figure, queryIds } from '#domain/insight/figure.ts'
import type { ReportFigure, TemplatePlace } from '#domain/insight/report.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { CurvePoint, SharePair } from '#domain/portfolio/concentration.ts'
import type { Movement } from '#domain/portfolio/movement.ts'
import type { Keeping } from '#domain/portfolio/snapshot.ts'
import { Day, Instant, Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const FigureShape = z.custom<Figure>()

/** The figures that may carry a note of the person they are about. */
export const notedFormulas = ['figure.promisesKept', 'figure.contactedInCadence', 'figure.overloaded'] as const
const NotedFormula = z.enum(notedFormulas)

/** A month of figures: which one, and how far it is counted. */
const Span = z.object({
  month: Month,
  through: Day,
  running: z.boolean(),
  /** The months that may be chosen, newest first. */
  months: z.array(Month),
})

const Promises = z.object({
  kept: FigureShape,
  told: FigureShape,
  perHundred: FigureShape,
  /** The month before, for "two points more than last month". */
  keptBefore: FigureShape,
  /** Twelve whole weeks, oldest first. */
  weeks: z.array(z.object({ from: Day, to: Day, week: z.number(), kept: FigureShape })),
})

const Coverage = z.object({
  inCadence: FigureShape,
  past: z.number(),
  kinds: z.array(z.object({ kind: z.enum(customerKinds), rows: z.array(z.custom<CoverageRow>()), past: z.number() })),
})

const Load = z.object({
  staffId: Id,
  name: z.string(),
  /** As each one's own Today reckons them; `hours` are the same to a tenth. */
  minutes: z.number(),
  hours: z.number(),
  customers: z.number(),
  over: z.boolean(),
  away: z.boolean(),
})

/** A person's dot never says whose it is; `openPromises` explains one far from the others. */
const Spread = z.object({
  shown: z.custom<Distribution>().nullable(),
  refused: z.custom<Said<DistributionFacts>>().nullable(),
  outlier: z.object({ value: z.number(), openPromises: z.number() }).nullable(),
  /** People whose own look comes first: their dot joins later. */
  waiting: z.number(),
  ownUntil: Day,
})

const Note = z.object({ name: z.string(), formula: NotedFormula, note: z.string(), at: Instant })

/** Something to look at first, with the list behind it. */
const ToSee = z.object({
  code: z.enum(['unbound', 'unattended', 'untold', 'dueToday', 'lateCases', 'lateHandOvers', 'overloaded']),
  count: z.number(),
  of: z.number(),
  query: z.enum(queryIds),
})

const Team = Span.extend({
  unit: Ref.nullable(),
  units: z.array(Ref),
  people: z.number(),
  customers: z.number(),
  promises: Promises,
  spread: Spread,
  coverage: Coverage,
  movement: z.object({ from: Month, to: Month, kinds: z.array(z.custom<Movement>()) }).nullable(),
  /** New key customers of the month by the two clocks of their welcome [S-52]. */
  welcome: z.object({ bound: FigureShape, spoken: FigureShape }),
  concentration: z
    .object({
      month: Month,
      tiers: z.array(z.string()),
      pair: z.custom<SharePair>().nullable(),
      curve: z.array(z.custom<CurvePoint>()),
    })
    .nullable(),
  keeping: z.object({ list: Ref, customers: z.number(), keeping: z.custom<Keeping>() }).nullable(),
  workload: z.object({
    border: z.number(),
    loads: z.array(Load),
    overloaded: FigureShape,
    /** How many they are where that is too many to work out at once: then nobody is shown. */
    tooMany: z.number().nullable(),
  }),
  first: z.array(ToSee),
  notes: z.array(Note),
})

/** One record a figure counts. What is not known or not for the reader is null. */
const FigureRecord = z.object({
  id: Id,
  customer: Ref.nullable(),
  who: z.string().nullable(),
  what: z.string().nullable(),
  tier: z.string().nullable(),
  /** When it was due, made, or last spoken of. */
  at: Instant.nullable(),
  /** When it was kept or answered, and when the customer was told. */
  done: Instant.nullable(),
  told: Instant.nullable(),
  hours: z.number().nullable(),
})

/** What a figure's source says (`query` and `where`), and what narrows it further. */
const Narrowing = z.object({
  query: z.enum(queryIds),
  unit: Id.optional(),
  from: Instant.optional(),
  until: Instant.optional(),
  /** The last day counted, for what is counted up to a day. */
  day: Day.optional(),
  kind: z.enum(customerKinds).optional(),
  tier: z.string().max(20).optional(),
  /** A column of the coverage grid, from 0. */
  bucket: z.coerce.number().int().min(0).max(6).optional(),
  /** A cell of the movement matrix: the month after, and both spots. */
  month: Month.optional(),
  was: z.string().max(20).optional(),
  is: z.string().max(20).optional(),
})

const Records = z.object({
  /** Exactly the figure; `rows` are the first of them. */
  total: z.number(),
  rows: z.array(FigureRecord),
})

const Template = z.object({
  id: Id,
  fileName: z.string(),
  updatedAt: Instant,
  places: z.array(z.custom<TemplatePlace>()),
})

const MonthAndUnit = z.object({ month: Month.optional(), unit: Id.optional() })

/** What a team did and what became of it; what is one's own [P-18][M-14]. */
export const insightEndpoints = endpoints({
  'GET /api/team': {
    summary: 'A month of a team: promises, coverage, movement, work at hand, each figure with its source',
    access: 'team.read',
    query: MonthAndUnit,
    reply: Team,
    errors: ['record.not_found'],
  },
  'GET /api/team/chain': {
    summary: 'The staff pulse, promises kept, satisfaction, staying and revenue side by side over half a year [R-28]',
    access: 'team.read',
    query: z.object({ unit: Id.optional() }),
    reply: z.object({
      unit: Ref.nullable(),
      units: z.array(Ref),
      series: z.array(z.custom<ChainSeries>()),
      /** The pulse is the whole branch’s where the unit has others below it. */
      pulseOf: z.enum(['unit', 'branch']),
      /** Why the newest week shows none; null where it does. */
      pulseSaid: z.custom<Said<PulseFacts>>().nullable(),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/team/records': {
    summary: 'The records a figure of the team counts, exactly as many as it says',
    access: 'team.read',
    query: Narrowing,
    reply: Records,
    errors: ['record.not_found'],
  },
  'GET /api/team/figures': {
    summary: 'Every figure of the month that may stand in a workbook, by its code',
    access: 'team.read',
    query: MonthAndUnit,
    reply: Span.extend({ figures: z.array(z.custom<ReportFigure>()) }),
    errors: ['record.not_found'],
  },
  'GET /api/team/templates': {
    summary: 'The reader’s own workbooks, with the places that are filled',
    access: 'team.read',
    reply: z.object({ templates: z.array(Template) }),
  },
  'GET /api/team/templates/sample': {
    summary: 'A workbook with the code of every figure, to copy from',
    access: 'team.read',
    reply: 'file',
  },
  'PUT /api/team/templates/:id': {
    summary: 'Keeps a workbook to be filled; the same id again replaces it',
    access: 'team.read',
    params: z.object({ id: Id }),
    query: z.object({ fileName: z.string().trim().min(1).max(200) }),
    upload: true,
    reply: Template,
    errors: ['rule.refused', 'request.too_large', 'record.exists'],
  },
  'DELETE /api/team/templates/:id': {
    summary: 'Takes a workbook away',
    access: 'team.read',
    params: z.object({ id: Id }),
    reply: 'nothing',
  },
  'GET /api/team/templates/:id/filled': {
    summary: 'The workbook with the month’s figures in their places',
    access: 'team.read',
    params: z.object({ id: Id }),
    query: MonthAndUnit,
    reply: 'file',
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/me/figures': {
    summary: 'One’s own figures of a month, before anybody else sees them',
    access: 'team.own',
    query: z.object({ month: Month.optional() }),
    reply: Span.extend({
      promises: Promises,
      coverage: Coverage,
      load: Load,
      border: z.number(),
      spread: Spread,
      seen: z.boolean(),
      notes: z.array(Note),
    }),
  },
  'GET /api/me/records': {
    summary: 'The records one’s own figure counts',
    access: 'team.own',
    query: Narrowing.omit({ unit: true }),
    reply: Records,
  },
  'PUT /api/me/figures/:month/seen': {
    summary: 'Says that the figures of a month were looked at by the person they are about',
    access: 'team.own',
    params: z.object({ month: Month }),
    reply: 'nothing',
  },
  'PUT /api/me/figures/:month/notes/:formula': {
    summary: 'Writes what one has to say to an own figure; an empty note takes it back',
    access: 'team.own',
    params: z.object({ month: Month, formula: NotedFormula }),
    body: z.object({ note: z.string().trim().max(400) }),
    reply: 'nothing',
  },
})
