import type { Difference, Spot } from './difference.ts'
import { titleOf } from './difference.ts'
import type { Draft } from './draft.ts'
import { isFields, type Part } from './alike.ts'
import { pathOf } from './place.ts'

/** Where a field lies, entry by entry: what a list of things to mend calls its place. */
export const spotsOf = (draft: Draft, field: string): Pick<Difference, 'where' | 'field' | 'language'> => {
  const path = pathOf(field)
  const where: Spot[] = []
  let part: Part = draft
  let list = ''
  const names: string[] = []
  for (const key of path) {
    part = Array.isArray(part) ? part[Number(key)] : isFields(part) ? part[String(key)] : undefined
    if (typeof key === 'number') {
      where.push({ list, place: key + 1, title: isFields(part) ? titleOf(part) : null })
      names.length = 0
    } else {
      list = key
      names.push(key)
    }
  }
  const last = names.at(-1)
  const language = last === 'zh' || last === 'en' ? last : null
  const own = language === null ? names : names.slice(0, -1)
  return { where, field: own.at(-1) ?? null, language }
}
