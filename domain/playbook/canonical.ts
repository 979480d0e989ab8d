/**
 * The one text of a definition, a playbook's or a form's: same meaning, same text, whatever the order of keys, comments or layout in the file.
 * Its SHA-256 (taken by the caller) is the name under which the definition is stored for good and runs cite it.
 */
export const canonical = (definition: object): string => JSON.stringify(ordered(definition))

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]))
}
