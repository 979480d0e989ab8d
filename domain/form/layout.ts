import { z } from 'zod'
import { customerKinds } from '#domain/playbook/definition.ts'
import { checkedPlain, day, id, sourceId, words } from '#domain/playbook/field.ts'

/**
 * A form as an editor writes it in YAML: what is asked, in which order, what it is filled from, who signs, where the stamp goes. A
 * filled form cites its layout by hash, so that it reads for good as it was signed [P-19…P-26].
 */
export const fieldKinds = [
  'text',
  'long',
  'day',
  'time',
  'money',
  'count',
  'choice',
  'choices',
  'yesno',
  'rows',
  'sign',
  'seal',
] as const
export type FieldKind = (typeof fieldKinds)[number]

export const columnKinds = ['text', 'day', 'time', 'money', 'count', 'colleague', 'gift'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** Who signs: the customer, whoever handles it (经办人), who answers for it (负责人). */
export const signers = ['customer', 'handler', 'head'] as const
export type Signer = (typeof signers)[number]

/** What filing makes of a table: answers owed to the customer with an owner [P-20], gifts that leave the store [P-21]. */
export const makings = ['opinions', 'gifts'] as const
/** The columns each of them needs. */
export const columnsFor = { opinions: ['what', 'owner', 'by'], gifts: ['gift', 'count'] } as const

const column = z.strictObject({
  id,
  label: checkedPlain,
  kind: z.enum(columnKinds).default('text'),
  /** What of a row of the list this column takes. */
  fill: words.optional(),
  /** How wide beside the others. */
  share: z.int().min(1).max(6).default(2),
})

const field = z.strictObject({
  id,
  kind: z.enum(fieldKinds),
  label: checkedPlain,
  /** One line under the field on the screen: what belongs there. */
  hint: checkedPlain.optional(),
  required: z.boolean().default(false),
  /** What it is filled from; for a table, the list. */
  fill: words.optional(),
  /** The whole width on paper; short fields stand two in a row. */
  wide: z.boolean().default(false),
  choices: z
    .array(z.strictObject({ id, label: checkedPlain }))
    .min(2)
    .optional(),
  columns: z.array(column).min(1).optional(),
  /** Empty lines on paper: rows of a table, lines of a long text. */
  blank: z.int().min(1).max(20).optional(),
  by: z.enum(signers).optional(),
  makes: z.enum(makings).optional(),
})

const section = z.strictObject({
  id,
  title: checkedPlain.optional(),
  /** What is declared, or how to fill it in; printed. */
  note: checkedPlain.optional(),
  fields: z.array(field).min(1),
})

export const layoutSchema = z.strictObject({
  id,
  version: z.int().min(1),
  title: checkedPlain,
  aim: checkedPlain,
  sources: z.array(sourceId).min(1),
  reviewer: checkedPlain,
  reviewed: day,
  /** Who holds it in the end: the customer gets a copy, it stays with us, or it is nobody's but its owner's [P-24]. */
  for: z.enum(['customer', 'ours', 'owner']),
  /** A form about a customer, or about a day's work. */
  about: z.enum(['customer', 'day']).default('customer'),
  customerKinds: z.array(z.enum(customerKinds)).min(1).optional(),
  /** The name of each copy: 客户联、留存联. Without it, one. */
  copies: z.array(checkedPlain).min(1).max(4).optional(),
  /** A lead says yes before it counts [P-21]. */
  approved: z.boolean().default(false),
  /** The form that follows a filed one: the receipt after the application. */
  next: id.optional(),
  /** The field that holds the day by which something is due. */
  due: id.optional(),
  sections: z.array(section).min(1),
})

export type Layout = z.infer<typeof layoutSchema>
export type LayoutSection = Layout['sections'][number]
export type Field = LayoutSection['fields'][number]
export type Column = NonNullable<Field['columns']>[number]

export const fieldsOf = ({ sections }: Pick<Layout, 'sections'>): Field[] => sections.flatMap(({ fields }) => fields)

/** The fields that are written in, rather than signed or stamped. */
export const writtenFields = (layout: Pick<Layout, 'sections'>): Field[] =>
  fieldsOf(layout).filter(({ kind }) => kind !== 'sign' && kind !== 'seal')

export const signFields = (layout: Pick<Layout, 'sections'>): Field[] =>
  fieldsOf(layout).filter(({ kind }) => kind === 'sign')
