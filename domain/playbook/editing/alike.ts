/** Part of a draft as data: words, numbers, lists, groups of fields. */
export type Part = unknown
export type Fields = Record<string, Part>

export const isFields = (part: Part): part is Fields =>
  typeof part === 'object' && part !== null && !Array.isArray(part)

/** Same content, whatever the order of fields; a field left out is the same as one without a value. */
export const alike = (a: Part, b: Part): boolean => {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => alike(item, b[at]))
  if (!isFields(a) || !isFields(b)) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => alike(a[key], b[key]))
}

/**
 * The names by which the entries of these lists are told apart: their `id`, or the `kind` of the six ways of reaching nobody.
 * Null where entries have none, or two have the same: then only their place tells them apart.
 */
export const namesIn = (...lists: readonly (readonly Part[])[]): string[][] | null => {
  const all = lists.map((list) => list.map(nameOf))
  const sound = all.every((names): names is string[] => !names.includes(null) && new Set(names).size === names.length)
  return sound ? all : null
}

const nameOf = (item: Part): string | null => {
  if (!isFields(item)) return null
  const name = item['id'] ?? ('prompt' in item ? null : item['kind'])
  return typeof name === 'string' && name !== '' ? name : null
}
