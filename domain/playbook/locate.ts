import { type Document, isMap, isPair, isScalar, isSeq, type LineCounter, type Node } from 'yaml'

export type Path = readonly (string | number)[]
export type Place = { line: number; column: number }

/** Where a path leads in the file, and whether its last part is written there at all. */
export type Found = Place & { written: boolean }

type Step = { at: number; node: unknown; written: boolean }

const startOf = (node: unknown, otherwise: number): number => (node as Node | null)?.range?.[0] ?? otherwise

const into = (from: Step, part: string | number): Step => {
  const { node } = from
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
    if (!pair || !isPair(pair)) return { ...from, written: false }
    const empty = pair.value === null || (isScalar(pair.value) && pair.value.value === null)
    const at = startOf(empty || !isScalar(pair.value) ? pair.key : pair.value, from.at)
    return { at, node: pair.value, written: !empty }
  }
  if (isSeq(node)) {
    const item = node.items[Number(part)]
    return item === undefined ? { ...from, written: false } : { at: startOf(item, from.at), node: item, written: true }
  }
  return from
}

/**
 * Follows a path through the parsed file. A scalar is found at its value, a list or group at its key, something missing
 * at the group it is missing from: that is where the editor has to type.
 */
export const placeOf = (document: Document, lines: LineCounter, path: Path): Found => {
  let step: Step = { at: startOf(document.contents, 0), node: document.contents, written: document.contents !== null }
  for (const part of path) {
    if (!step.written) break
    step = into(step, part)
  }
  return { ...placeAt(lines, step.at), written: step.written }
}

/** Where a key stands itself, for a key that should not be there. */
export const placeOfKey = (document: Document, lines: LineCounter, path: Path, key: string): Place => {
  let node: unknown = document.contents
  for (const part of path) node = into({ at: 0, node, written: true }, part).node
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
  return placeAt(lines, startOf(pair?.key, 0))
}

export const placeAt = (lines: LineCounter, offset: number): Place => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** `['steps', 2, 'say', 0, 'first', 'en']` → `steps[2].say[0].first.en`, counted from 0 as in the file's list. */
export const fieldName = (path: Path): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')
