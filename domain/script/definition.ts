import { z } from 'zod'
import { checkedLine, checkedPlain, day, id, sourceId } from '#domain/playbook/field.ts'
import { moments, scriptRoles } from './moment.ts'

const head = {
  id,
  version: z.int().min(1),
  title: checkedPlain,
  sources: z.array(sourceId).min(1),
  reviewer: checkedPlain,
  reviewed: day,
}

/** The words of one script: how they are said at a first meeting, to somebody who knows us, to somebody in a hurry or upset; `fallback` when a fact is missing. */
export const wordingSchema = z.strictObject({
  first: checkedLine,
  familiar: checkedLine,
  difficult: checkedLine,
  fallback: checkedPlain.optional(),
})

const script = wordingSchema.extend({
  id,
  title: checkedPlain,
  /** When to say it, in one line. */
  use: checkedPlain,
  roles: z.array(z.enum(scriptRoles)).min(1),
  /** The procedures it belongs to, by their ids: in a talk of another kind it is not offered. Without it, in any. */
  playbooks: z.array(id).min(1).optional(),
})

/** One family of call words [S-30]: a file of `scripts/`. */
export const scriptFileSchema = z.strictObject({ ...head, scripts: z.array(script).min(1) })

const text = z.strictObject({
  id,
  title: checkedPlain,
  use: checkedPlain,
  moment: z.enum(moments),
  text: checkedLine,
  familiar: checkedLine.optional(),
  fallback: checkedPlain.optional(),
})

/** A family of touchpoint and festival texts: a file of `texts/`. */
export const textFileSchema = z.strictObject({ ...head, texts: z.array(text).min(1) })

export type Wording = z.infer<typeof wordingSchema>
export type Script = z.infer<typeof script>
export type ScriptFile = z.infer<typeof scriptFileSchema>
export type TouchText = z.infer<typeof text>
export type TextFile = z.infer<typeof textFileSchema>
