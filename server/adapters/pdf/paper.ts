import { encode } from 'uqr'
import type { PDFPage } from 'pdf-lib'
import { type Face, type Ink, shades } from './ink.ts'
import { wrapped } from './wrap.ts'

/** A4 upright, in points. */
export const A4 = { width: 595.28, height: 841.89 } as const
export const margin = { side: 46, top: 44, bottom: 52 } as const
export const inner = A4.width - 2 * margin.side

/** One copy of a form on its pages; `y` is how far down the page it has come, from the top. */
export type Paper = { ink: Ink; pages: PDFPage[]; y: number }

export const newPaper = (ink: Ink): Paper => {
  const paper: Paper = { ink, pages: [], y: 0 }
  turn(paper)
  return paper
}

export const page = ({ pages }: Paper): PDFPage => {
  const last = pages.at(-1)
  if (!last) throw new Error('no page')
  return last
}

/** A new page. */
export const turn = (paper: Paper): void => {
  paper.pages.push(paper.ink.document.addPage([A4.width, A4.height]))
  paper.y = margin.top
}

/** Turns the page when so much is not left; answers whether it did. */
export const need = (paper: Paper, height: number): boolean => {
  if (paper.y + height <= A4.height - margin.bottom) return false
  turn(paper)
  return true
}

export type Words = { face?: Face; size?: number; grey?: boolean }

/** One line whose top is at `y`. */
export const write = (
  paper: Paper,
  text: string,
  x: number,
  y: number,
  { face = 'plain', size = 10, grey = false }: Words = {},
): void => {
  if (text === '') return
  page(paper).drawText(text, {
    x,
    // the line's own top is a fifth of its size above the letters
    y: A4.height - y - size * 1.02,
    size,
    font: paper.ink.fonts[face],
    color: grey ? shades.grey : shades.ink,
  })
}

export const linesIn = (
  paper: Paper,
  text: string,
  width: number,
  { face = 'plain', size = 10 }: Words = {},
): string[] => (text === '' ? [] : wrapped(text, width, paper.ink.width(face, size)))

export const leading = (size: number): number => Math.round(size * 1.55)

/** Lines under each other, the first at `y`. */
export const writeLines = (paper: Paper, lines: readonly string[], x: number, y: number, words: Words = {}): void =>
  lines.forEach((line, index) => write(paper, line, x, y + index * leading(words.size ?? 10), words))

export const rule = (
  paper: Paper,
  x: number,
  y: number,
  length: number,
  { strong = false, dotted = false } = {},
): void =>
  page(paper).drawLine({
    start: { x, y: A4.height - y },
    end: { x: x + length, y: A4.height - y },
    thickness: strong ? 1 : 0.5,
    color: strong ? shades.ink : shades.line,
    ...(dotted && { dashArray: [1, 2] }),
  })

export const box = (paper: Paper, x: number, y: number, width: number, height: number, { wash = false } = {}): void =>
  page(paper).drawRectangle({
    x,
    y: A4.height - y - height,
    width,
    height,
    borderColor: shades.line,
    borderWidth: 0.5,
    ...(wash && { color: shades.wash }),
  })

/** Strokes of a signature, `scale` points for a unit of its box. */
export const strokes = (paper: Paper, path: string, x: number, y: number, scale: number): void =>
  page(paper).drawSvgPath(path, {
    x,
    y: A4.height - y,
    scale,
    borderColor: shades.ink,
    // the strokes are drawn small with their box, their breadth is not
    borderWidth: 3.2,
    borderLineCap: 1,
  })

/** A tick box of nine points; ticked with a real tick, so that a copy of a copy still tells. */
export const tick = (paper: Paper, x: number, y: number, ticked: boolean): void => {
  const side = 9
  page(paper).drawRectangle({
    x,
    y: A4.height - y - side,
    width: side,
    height: side,
    borderColor: shades.ink,
    borderWidth: 0.7,
  })
  if (!ticked) return
  const line = (from: [number, number], to: [number, number]): void =>
    page(paper).drawLine({
      start: { x: x + from[0], y: A4.height - y - from[1] },
      end: { x: x + to[0], y: A4.height - y - to[1] },
      thickness: 1.3,
      color: shades.ink,
    })
  line([1.6, 4.6], [3.8, 7.2])
  line([3.8, 7.2], [8, 1.4])
}

/** A code that a telephone reads, `side` points wide; drawn row by row in dark runs. */
export const qrCode = (paper: Paper, text: string, x: number, y: number, side: number): void => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const unit = side / size
  data.forEach((row, down) => {
    for (let from = 0; from < size; from += 1) {
      if (!row[from]) continue
      let to = from
      while (to < size && row[to]) to += 1
      page(paper).drawRectangle({
        x: x + from * unit,
        y: A4.height - y - (down + 1) * unit,
        width: (to - from) * unit,
        height: unit + 0.05,
        color: shades.ink,
      })
      from = to
    }
  })
}
