import { ok, refuse, type Result } from '#domain/kernel/result.ts'

/** Named parts of patterns, written `{{name}}` in a pattern; a part may name others. */
export type Fragments = Readonly<Record<string, string>>

const SLOT = /\{\{([A-Za-z]+)\}\}/g
const DEEPEST = 4

/** Puts named fragments into a pattern, and 你 for 您 as normal text has it. Refuses the name of a fragment that is not there. */
export const expand = (pattern: string, fragments: Fragments): Result<string, string> => {
  let whole = pattern
  for (let depth = 0; depth < DEEPEST; depth++) {
    const missing = [...whole.matchAll(SLOT)].find(([, name]) => !(name !== undefined && name in fragments))
    if (missing) return refuse(missing[1] ?? '')
    whole = whole.replace(SLOT, (_, name: string) => `(?:${fragments[name] ?? ''})`)
  }
  return ok(whole.replaceAll('您', '你'))
}
