import { z } from 'zod'
import { Day, Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const params = z.object({ id: Id })
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const targets = ['customer', 'bill', 'order', 'touch', 'attribute'] as const
const kinds = ['person', 'group', 'outlet', 'mixed'] as const
export const importStates = [
  'uploading',
  'ready',
  'checking',
  'waiting',
  'running',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const

const ColumnRole = z.discriminatedUnion('role', [
  z.object({ role: z.literal('field'), field: z.string().max(40) }),
  z.object({ role: z.literal('bill'), month: Month, billKind: z.string().max(20) }),
  z.object({ role: z.literal('cumulative') }),
  z.object({
    role: z.literal('attribute'),
    key: z.string().min(1).max(200),
    as: z.enum(['number', 'category', 'flag']),
  }),
  z.object({ role: z.literal('label') }),
  z.object({ role: z.literal('ignore') }),
])

const Mapping = z.object({
  target: z.enum(targets),
  customerKind: z.enum(kinds),
  columns: z
    .array(z.object({ header: z.string().max(32_767), position: z.number().int().min(0).max(255), role: ColumnRole }))
    .min(1)
    .max(256),
  codePrefix: z.string().min(1).max(40),
  year: z.number().int().min(1900).max(2100).nullable(),
  /** The most one bill may be, in fen. */
  absurdBill: z.number().int().min(1).max(1e15),
})

/** How an import is to be done. */
const Order = z.object({
  mapping: Mapping,
  /** `create`: new customers only. `update`: only those that are there. `both`. */
  mode: z.enum(['create', 'update', 'both']),
  sheet: z.string().nullable().default(null),
  /** The day the file's attributes are true for; today when left out. */
  asOf: Day.optional(),
  /** Who keeps the new customers whose rows name nobody; null: nobody yet. */
  keeperId: Id.nullable().default(null),
})

const Figures = z.object({
  /** Data rows of the file; null until it was read through once. */
  rowsTotal: z.number().nullable(),
  rowsRead: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
})

const Import = z.object({
  id: Id,
  state: z.enum(importStates),
  fileName: z.string(),
  bytes: z.number(),
  target: z.enum(targets).nullable(),
  mode: z.enum(['create', 'update', 'both']).nullable(),
  figures: Figures,
  problem: Said.nullable(),
  actor: z.object({ id: Id, name: z.string() }),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  jobId: Id.nullable(),
  /** What undoing did; null when it was not undone. */
  undone: z.object({ removed: z.number(), restored: z.number(), left: z.number(), gone: z.number() }).nullable(),
  /** The reader brought it: only they see its rows. */
  mine: z.boolean(),
})

const RowProblems = z.object({
  row: z.number(),
  problems: z.array(z.object({ row: z.number(), field: z.string().nullable(), said: Said })),
})

export const importEndpoints = endpoints({
  'GET /api/imports': {
    summary: 'Past imports, newest first: the reader’s own and those of people in their units',
    access: 'import.run',
    query: z.object({
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({ rows: z.array(Import), next: z.string().nullable() }),
    errors: ['request.invalid'],
  },
  'GET /api/import-templates': {
    summary: 'Mappings kept from earlier imports, applied by themselves to files with the same columns',
    access: 'import.run',
    reply: z.object({
      rows: z.array(
        z.object({
          id: Id,
          name: z.string(),
          target: z.enum(targets),
          headers: z.array(z.string()),
          updatedAt: z.string(),
          /** The reader kept it, or may import for the unit of who did. */
          mayForget: z.boolean(),
        }),
      ),
    }),
  },
  'DELETE /api/import-templates/:id': {
    summary: 'Forgets a kept mapping; open to who kept it and to those who may import for that person’s unit',
    access: 'import.run',
    params,
    reply: 'nothing',
    errors: ['record.not_found', 'access.denied'],
  },
  'PUT /api/imports/:id/file': {
    summary:
      'Takes the next bytes of a file, from `offset` on. The reply says how far they are there: after a broken line, go on from there. ' +
      'Bytes that came already are passed over when they are the same, else refused: one upload is one content. The file is whole when ' +
      '`received` is `bytes`',
    access: 'import.run',
    params,
    query: z.object({
      name: z.string().trim().min(1).max(200),
      bytes: z.coerce.number().int().min(0),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    upload: true,
    reply: z.object({ received: z.number(), whole: z.boolean() }),
    errors: ['request.too_large', 'record.not_found', 'rule.refused'],
  },
  'GET /api/imports/:id': {
    summary: 'One import: how far it is, what it did',
    access: 'import.run',
    params,
    reply: Import,
    errors: ['record.not_found'],
  },
  'DELETE /api/imports/:id': {
    summary: 'Discards an upload that was never imported, with its file',
    access: 'import.run',
    params,
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/imports/:id/preview': {
    summary: 'The first rows of an uploaded file and what each column is taken for, with the reason',
    access: 'import.run',
    params,
    query: z.object({
      target: z.enum(targets).default('customer'),
      customerKind: z.enum(kinds).default('person'),
      sheet: z.string().max(200).optional(),
      /** The month of a lone "this month's bill" column. */
      billMonth: Month.optional(),
      /** The year meant by columns and days without one; this year when left out. */
      year: z.coerce.number().int().min(1900).max(2100).optional(),
    }),
    reply: z.object({
      format: z.enum(['csv', 'tsv', 'semicolon', 'pipe', 'xlsx', 'xls', 'html']),
      encoding: z.object({ name: z.string(), confidence: z.number() }).nullable(),
      sheetNames: z.array(z.string()),
      sheetName: z.string().nullable(),
      headerRow: z.number(),
      /** The first rows of data, as they are shown; `risky` marks text that a spreadsheet would run. */
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.object({ text: z.string(), risky: z.boolean() })) })),
      columns: z.array(
        z.object({
          header: z.string(),
          position: z.number(),
          role: ColumnRole,
          confidence: z.number(),
          why: Said,
        }),
      ),
      mapping: Mapping,
      /** The kept mapping that was applied, with columns it knew and this file lacks. */
      template: z.object({ id: Id, name: z.string(), missing: z.array(z.string()) }).nullable(),
      /** The very same file was imported before. */
      before: z.object({ id: Id, finishedAt: z.string() }).nullable(),
    }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/imports/:id/check': {
    summary: 'A dry run: reads the whole file and counts what would be written, writing nothing. Answers with the job',
    access: 'import.run',
    params,
    body: Order,
    reply: z.object({ jobId: Id }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/imports/:id/run': {
    summary: 'Imports the file in the background; its mapping is kept for the next file with the same columns',
    access: 'import.run',
    params,
    body: Order,
    reply: z.object({ jobId: Id }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/imports/:id/undo': {
    summary:
      'Takes an import back: restores only fields that still hold what it wrote, removes what nobody has touched since',
    access: 'import.run',
    params,
    reply: z.object({ jobId: Id }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/imports/:id/problems': {
    summary: 'The first rejected rows with what is wrong and where',
    access: 'import.run',
    params,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    reply: z.object({ rows: z.array(RowProblems), total: z.number() }),
    errors: ['record.not_found'],
  },
  'GET /api/imports/:id/rejects': {
    summary: 'The rejected rows as a file, each with what to do; corrected, it can be imported as it is',
    access: 'import.run',
    params,
    query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx'), language: z.enum(['zh', 'en']).default('zh') }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/imports/:id/left': {
    summary: 'What undoing left as it is, because somebody has changed it or built on it since',
    access: 'import.run',
    params,
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
    reply: z.object({
      rows: z.array(
        z.object({
          entity: z.string(),
          customerId: Id.nullable(),
          name: z.string().nullable(),
          code: z.string().nullable(),
          fields: z.array(z.string()),
        }),
      ),
    }),
    errors: ['record.not_found'],
  },
})
