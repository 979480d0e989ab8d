import { z } from 'zod'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import { customerKinds } from './definition.ts'
import { checkedPlain, day, id, sourceId } from './field.ts'
import type { Problem } from './problem.ts'
import { readYaml } from './yaml.ts'

/** What a pack says of itself in `pack.yaml`: its name in both languages, who looked through it, the packs it builds on. */
const packSchema = z.strictObject({
  id,
  version: z.int().min(1),
  title: checkedPlain,
  aim: checkedPlain,
  sources: z.array(sourceId).min(1),
  reviewer: checkedPlain,
  reviewed: day,
  needs: z.array(id).default([]),
  /** For which customers the whole pack is; without it, for all. */
  customerKinds: z.array(z.enum(customerKinds)).min(1).optional(),
})

export type PackFile = z.infer<typeof packSchema>

/** Reads `pack.yaml`; a pack that lacks a language, or is named unlike its folder, is refused with the place. */
export const parsePackFile = (file: string, text: string): Result<PackFile, Problem[]> => {
  const read = readYaml(file, text, packSchema)
  if (!read.ok) return read
  const { value, locate } = read.value
  const folder = file.split('/').at(-2)
  return folder === value.id
    ? ok(value)
    : refuse([{ ...locate(['id']), said: { code: 'id.notFileName', params: { id: value.id, file } } }])
}
