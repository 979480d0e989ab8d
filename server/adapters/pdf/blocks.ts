import type { Block, Cell, Place } from '#domain/form/sheet.ts'
import { penBox } from '#domain/kernel/pen.ts'
import {
  box,
  inner,
  leading,
  linesIn,
  margin,
  need,
  page,
  type Paper,
  rule,
  strokes,
  tick,
  write,
  writeLines,
  A4,
} from './paper.ts'
import { shades } from './ink.ts'

const LABEL = 84
const PAD = 6
const ROW = 27
const small = { size: 9, grey: true } as const
const value = { size: 10.5 } as const
const left = margin.side

export const drawBlock = (paper: Paper, block: Block, seal: string): void => {
  switch (block.kind) {
    case 'cells':
      return drawCells(paper, block.cells)
    case 'text':
      return drawText(paper, block)
    case 'choices':
      return drawChoices(paper, block)
    case 'table':
      return drawTable(paper, block)
    case 'note':
      return drawNote(paper, block.text)
    case 'places':
      return drawPlaces(paper, block.places, seal)
  }
}

/** Two short fields a row, a wide one alone. */
const drawCells = (paper: Paper, cells: readonly Cell[]): void => {
  const rows: Cell[][] = []
  for (const cell of cells) {
    const last = rows.at(-1)
    if (!cell.wide && last?.length === 1 && !last[0]?.wide) last.push(cell)
    else rows.push([cell])
  }
  for (const row of rows) drawRow(paper, row)
}

const drawRow = (paper: Paper, row: readonly Cell[]): void => {
  const width = inner / row.length
  const pieces = row.map((cell) => ({
    label: linesIn(paper, cell.label, LABEL - 2 * PAD, small),
    value: linesIn(paper, cell.value, width - LABEL - 2 * PAD, value),
  }))
  const height = Math.max(ROW, ...pieces.map((one) => Math.max(boxed(one.label, 9), boxed(one.value, 10.5))))
  need(paper, height)
  pieces.forEach((one, index) => {
    const x = left + index * width
    box(paper, x, paper.y, LABEL, height, { wash: true })
    box(paper, x + LABEL, paper.y, width - LABEL, height)
    writeLines(paper, one.label, x + PAD, paper.y + centred(height, one.label, 9), small)
    writeLines(paper, one.value, x + LABEL + PAD, paper.y + centred(height, one.value, 10.5), value)
  })
  paper.y += height
}

const boxed = (lines: readonly string[], size: number): number => lines.length * leading(size) + 10

const centred = (height: number, lines: readonly string[], size: number): number =>
  (height - Math.max(1, lines.length) * leading(size)) / 2 + (leading(size) - size) / 2

/** A long text goes on over as many pages as it takes; on a blank form it leaves lines to write on. */
const drawText = (paper: Paper, { label, value: text, lines: blank }: Extract<Block, { kind: 'text' }>): void => {
  const width = inner - LABEL
  let rest = linesIn(paper, text, width - 2 * PAD, value)
  const name = linesIn(paper, label, LABEL - 2 * PAD, small)
  const step = leading(10.5)
  do {
    need(paper, Math.max(ROW, Math.min(rest.length, 3) * step + 12, boxed(name, 9), blank * 23))
    const room = Math.max(1, Math.floor((A4.height - margin.bottom - paper.y - 12) / step))
    const here = rest.slice(0, room)
    rest = rest.slice(room)
    const height = Math.max(ROW, boxed(name, 9), here.length * step + 12, blank * 23)
    box(paper, left, paper.y, LABEL, height, { wash: true })
    box(paper, left + LABEL, paper.y, width, height)
    writeLines(paper, name, left + PAD, paper.y + 8, small)
    writeLines(paper, here, left + LABEL + PAD, paper.y + 8, value)
    for (let line = 1; line < blank; line += 1)
      rule(paper, left + LABEL + PAD, paper.y + line * 23, width - 2 * PAD, { dotted: true })
    paper.y += height
  } while (rest.length > 0)
}

const drawChoices = (paper: Paper, { label, options }: Extract<Block, { kind: 'choices' }>): void => {
  const measure = paper.ink.width('plain', 10)
  const right = left + inner - PAD
  const name = linesIn(paper, label, LABEL - 2 * PAD, small)
  const places: { x: number; row: number; label: string; ticked: boolean }[] = []
  let [x, row] = [left + LABEL + PAD, 0]
  for (const option of options) {
    const width = 14 + measure(option.label)
    if (x + width > right && x > left + LABEL + PAD) [x, row] = [left + LABEL + PAD, row + 1]
    places.push({ x, row, ...option })
    x += width + 18
  }
  const height = Math.max(ROW, boxed(name, 9), (row + 1) * 19 + 8)
  need(paper, height)
  box(paper, left, paper.y, LABEL, height, { wash: true })
  box(paper, left + LABEL, paper.y, inner - LABEL, height)
  writeLines(paper, name, left + PAD, paper.y + centred(height, name, 9), small)
  const top = paper.y + (height - (row + 1) * 19) / 2
  for (const place of places) {
    tick(paper, place.x, top + place.row * 19 + 5, place.ticked)
    write(paper, place.label, place.x + 14, top + place.row * 19 + 4, { size: 10 })
  }
  paper.y += height
}

type Table = Extract<Block, { kind: 'table' }>

/** Head and rows; on a new page the head is there again. */
const drawTable = (paper: Paper, table: Table): void => {
  const shares = table.heads.reduce((sum, { share }) => sum + share, 0)
  const widths = table.heads.map(({ share }) => (inner * share) / shares)
  need(paper, 22 + 24 + ROW)
  box(paper, left, paper.y, inner, 22, { wash: true })
  write(paper, table.label, left + PAD, paper.y + 6, { size: 9.5, face: 'strong' })
  paper.y += 22
  drawHead(paper, table, widths)
  const empty = Array.from({ length: table.rows.length === 0 ? Math.max(table.empty, 1) : table.empty }, () => [])
  for (const row of [...table.rows, ...empty]) drawTableRow(paper, table, widths, row)
}

const drawHead = (paper: Paper, { heads }: Table, widths: readonly number[]): void => {
  let x = left
  heads.forEach(({ label, end }, index) => {
    const width = widths[index] ?? 0
    const [line = ''] = linesIn(paper, label, width - 2 * PAD, small)
    box(paper, x, paper.y, width, 24)
    const at = end ? x + width - PAD - paper.ink.width('plain', 9)(line) : x + PAD
    write(paper, line, at, paper.y + 8, small)
    x += width
  })
  paper.y += 24
}

const drawTableRow = (paper: Paper, table: Table, widths: readonly number[], row: readonly string[]): void => {
  const cells = widths.map((width, index) => linesIn(paper, row[index] ?? '', width - 2 * PAD, { size: 10 }))
  const height = Math.max(ROW, ...cells.map((lines) => boxed(lines, 10)))
  if (need(paper, height)) drawHead(paper, table, widths)
  let x = left
  cells.forEach((lines, index) => {
    const width = widths[index] ?? 0
    box(paper, x, paper.y, width, height)
    const top = paper.y + centred(height, lines, 10)
    lines.forEach((line, at) => {
      const end = table.heads[index]?.end ?? false
      const from = end ? x + width - PAD - paper.ink.width('plain', 10)(line) : x + PAD
      write(paper, line, from, top + at * leading(10), { size: 10 })
    })
    x += width
  })
  paper.y += height
}

const drawNote = (paper: Paper, text: string): void => {
  const lines = linesIn(paper, text, inner - 4, { size: 9 })
  const height = lines.length * leading(9) + 10
  need(paper, height)
  writeLines(paper, lines, left + 2, paper.y + 7, small)
  paper.y += height
}

/** Up to four beside each other: what is signed, by whom, when; where the stamp goes. They stay on the page of what is signed. */
const drawPlaces = (paper: Paper, places: readonly Place[], seal: string): void => {
  const height = 84
  const most = 4
  for (let from = 0; from < places.length; from += most) {
    const row = places.slice(from, from + most)
    const width = inner / row.length
    need(paper, height + 4)
    row.forEach((place, index) => drawPlace(paper, place, left + index * width, width, height, seal))
    paper.y += height
  }
}

const drawPlace = (paper: Paper, place: Place, x: number, width: number, height: number, seal: string): void => {
  box(paper, x, paper.y, width, height)
  write(paper, place.label, x + PAD, paper.y + 7, small)
  if (place.seal) {
    page(paper).drawCircle({
      x: x + width / 2,
      y: A4.height - paper.y - height / 2 - 4,
      size: 29,
      borderColor: shades.line,
      borderWidth: 0.7,
      borderDashArray: [2, 3],
    })
    return
  }
  const { signature } = place
  if (!signature) {
    write(paper, seal, x + PAD, paper.y + height - 17, small)
    return
  }
  const room = Math.min(width - 2 * PAD, 132)
  if (signature.path === null) write(paper, signature.name, x + PAD + 2, paper.y + 32, { size: 14 })
  else strokes(paper, signature.path, x + PAD, paper.y + 20, room / penBox.width)
  const said = `${signature.name}  ${signature.at}`
  const fits = paper.ink.width('plain', small.size)(said) <= width - 2 * PAD
  write(paper, said, x + PAD, paper.y + height - 17, fits ? small : { ...small, size: 7 })
}
