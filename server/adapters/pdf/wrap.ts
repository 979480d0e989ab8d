/** How wide a piece of text is, in points. */
export type Measure = (text: string) => number

/** Never at the beginning of a line, and never at its end. */
const notFirst = /^[，。、；：？！”’）》】」…—·,.;:?!)\]}%]/
const notLast = /[“‘（《【「([{]$/

/**
 * Breaks a text into lines that fit: Chinese between any two characters but for punctuation, other writing between words; a word
 * that fits no line is cut. Line breaks that are written stay.
 */
export const wrapped = (text: string, width: number, measure: Measure): string[] =>
  text.split(/\r?\n/).flatMap((paragraph) => wrappedLine(paragraph.trimEnd(), width, measure))

const wrappedLine = (paragraph: string, width: number, measure: Measure): string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(paragraph)) {
    if (measure(line + piece.trimEnd()) <= width) {
      line += piece
      continue
    }
    const [kept, moved] = breakBefore(line, piece)
    if (kept !== '') lines.push(kept.trimEnd())
    line = moved.trimStart()
    while (measure(line) > width) {
      const fits = cutAt(line, width, measure)
      lines.push(line.slice(0, fits))
      line = line.slice(fits)
    }
  }
  return [...lines, line.trimEnd()]
}

/** What may not begin a line takes its neighbour along; what may not end one goes over to the next. */
const breakBefore = (line: string, piece: string): [string, string] => {
  const characters = [...line]
  let moved = piece
  while (characters.length > 1 && (notFirst.test(moved) || notLast.test(characters.join('')))) {
    moved = `${characters.pop() ?? ''}${moved}`
  }
  return [characters.join(''), moved]
}

const cutAt = (line: string, width: number, measure: Measure): number => {
  let end = 1
  while (end < line.length && measure(line.slice(0, end + 1)) <= width) end += 1
  return end
}

/** Chinese by character, other writing by word with the space after it. */
const piecesOf = (text: string): string[] =>
  text.match(
    /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”‘’…—]|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF“”‘’…—]+\s*|\s+/gu,
  ) ?? []
