/**
 * A table of who said what, as exports have it (comma, semicolon or tab; cells in quotes may hold them), as lines a transcript is read
 * from; null when it is no such table. Its first line may name the columns; a column of clock times goes before the name.
 */
export const transcriptOfTable = (text: string): string | null => {
  const rows = [',', '\t', ';'].map((mark) => rowsOf(text, mark)).find(isTable)
  if (!rows) return null
  const [head = [], ...rest] = rows
  const named = head.some((cell) => WHO.test(cell)) && head.some((cell) => WORDS.test(cell))
  const body = named ? rest : rows
  const who = named ? head.findIndex((cell) => WHO.test(cell)) : shortest(body)
  const words = named ? head.findIndex((cell) => WORDS.test(cell)) : longest(body, who)
  return body.map((row) => `${row[who]?.trim() ?? ''}：${(row[words] ?? '').trim().replaceAll('\n', ' ')}`).join('\n')
}

const WHO = /^\s*(?:说话人|发言人|角色|谁|speaker|who|role|from|name)\s*$/i
const WORDS = /^\s*(?:内容|文本|话|说了什么|text|content|words|message|utterance)\s*$/i

const isTable = (rows: readonly string[][]): boolean => {
  const wide = rows[0]?.length ?? 0
  return rows.length >= 2 && wide >= 2 && rows.every((row) => row.length === wide)
}

const sizeOf = (rows: readonly string[][], column: number): number =>
  rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0)

const columnsOf = (rows: readonly string[][]): number[] => [...(rows[0] ?? []).keys()]

const longest = (rows: readonly string[][], but: number): number =>
  columnsOf(rows)
    .filter((column) => column !== but)
    .toSorted((a, b) => sizeOf(rows, b) - sizeOf(rows, a))[0] ?? 0

/** Of the columns that hold few different words and no figures, the shortest. */
const shortest = (rows: readonly string[][]): number =>
  columnsOf(rows)
    .filter((column) => rows.every((row) => /\p{L}/u.test(row[column] ?? '')))
    .toSorted((a, b) => sizeOf(rows, a) - sizeOf(rows, b))[0] ?? 0

const rowsOf = (text: string, mark: string): string[][] => {
  const rows: string[][] = []
  let [row, cell, quoted] = [[] as string[], '', false]
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    if (quoted && letter === '"' && text.charAt(i + 1) === '"') {
      cell += '"'
      i++
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && letter === mark) endCell()
    else if (!quoted && letter === '\n') {
      endCell()
      rows.push(row)
      row = []
    } else if (letter !== '\r') cell += letter
  }
  endCell()
  rows.push(row)
  return rows.filter((each) => each.some((one) => one.trim() !== ''))
}
