/**
 * Many words sought at once in one pass (Aho and Corasick 1975): time is the length of the text plus the hits, however
 * many words there are.
 */
export type Automaton = {
  /** Next node by `node * 65536 + unit`. */
  next: Map<number, number>
  fail: number[]
  /** The words that end at a node, its shorter endings included. */
  ends: number[][]
}

const WIDTH = 65_536

/** Builds the automaton; a word is known afterwards by its place in the list. Empty words are never found. */
export const automatonOf = (words: readonly string[]): Automaton => {
  const automaton: Automaton = { next: new Map(), fail: [0], ends: [[]] }
  const depthOrder: { node: number; parent: number; unit: number }[] = []
  words.forEach((word, index) => plant(automaton, depthOrder, word, index))
  depthOrder.sort((a, b) => a.node - b.node)
  const depth = [0]
  for (const { node, parent } of depthOrder) depth[node] = (depth[parent] ?? 0) + 1
  depthOrder.sort((a, b) => (depth[a.node] ?? 0) - (depth[b.node] ?? 0))
  for (const { node, parent, unit } of depthOrder) {
    const fail = parent === 0 ? 0 : step(automaton, automaton.fail[parent] ?? 0, unit)
    automaton.fail[node] = fail
    automaton.ends[node]?.push(...(automaton.ends[fail] ?? []))
  }
  return automaton
}

const plant = (
  { next, fail, ends }: Automaton,
  made: { node: number; parent: number; unit: number }[],
  word: string,
  index: number,
): void => {
  let node = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    const known = next.get(node * WIDTH + unit)
    const child = known ?? fail.push(0) - 1
    if (known === undefined) {
      ends.push([])
      next.set(node * WIDTH + unit, child)
      made.push({ node: child, parent: node, unit })
    }
    node = child
  }
  if (node !== 0) ends[node]?.push(index)
}

const step = ({ next, fail }: Automaton, from: number, unit: number): number => {
  let node = from
  for (;;) {
    const child = next.get(node * WIDTH + unit)
    if (child !== undefined) return child
    if (node === 0) return 0
    node = fail[node] ?? 0
  }
}

/** Calls back for each word found: its place in the list, and where it ends (excluded). */
export const scan = (automaton: Automaton, text: string, found: (word: number, end: number) => void): void => {
  let node = 0
  for (let i = 0; i < text.length; i++) {
    node = step(automaton, node, text.charCodeAt(i))
    for (const word of automaton.ends[node] ?? []) found(word, i + 1)
  }
}
