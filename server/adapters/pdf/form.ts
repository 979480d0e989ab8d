import type { Sheet } from '#domain/form/sheet.ts'
import { drawBlock } from './blocks.ts'
import { newInk } from './ink.ts'
import {
  A4,
  inner,
  linesIn,
  margin,
  need,
  newPaper,
  type Paper,
  page,
  qrCode,
  rule,
  write,
  writeLines,
} from './paper.ts'

export type PrintedForm = {
  sheet: Sheet
  company: string
  /** The name of each copy; one without a name when there is but one. */
  copies: readonly (string | null)[]
  /** How it stands: in progress, corrects another; null once it is final. */
  remark: string | null
  /** The address of the record. */
  address: string
  /** The first characters of the record's id, said aloud on the telephone; null for a blank one. */
  code: string | null
  words: {
    scan: string
    scanBlank: string
    pageOf: (page: number, of: number) => string
    signHere: string
    copyOf: (name: string, of: number) => string
  }
}

const QR = 58

/** A form on A4, copy after copy, each with its own page numbers and the code that leads back to the record [P-19…P-26]. */
export const formPdf = async (form: PrintedForm): Promise<Uint8Array> => {
  const ink = await newInk()
  ink.document.setTitle(form.sheet.title, { showInWindowTitleBar: true })
  ink.document.setProducer('Weixi')
  for (const copy of form.copies) {
    const paper = newPaper(ink)
    drawHead(paper, form, copy)
    for (const { title, blocks } of form.sheet.sections) {
      if (title !== null) drawSection(paper, title)
      for (const block of blocks) drawBlock(paper, block, form.words.signHere)
      paper.y += 8
    }
    drawFeet(paper, form, copy)
  }
  return ink.document.save()
}

const drawHead = (
  paper: Paper,
  { sheet, company, copies, remark, address, code, words }: PrintedForm,
  copy: string | null,
): void => {
  const { side } = margin
  const room = inner - QR - 16
  const title = linesIn(paper, sheet.title, room, { face: 'strong', size: 19 })
  write(paper, company, side, paper.y, { size: 9.5, grey: true })
  writeLines(paper, title, side, paper.y + 19, { face: 'strong', size: 19 })
  const under = [copy === null ? null : words.copyOf(copy, copies.length), remark].filter((one) => one !== null)
  write(paper, under.join('  ·  '), side, paper.y + 22 + title.length * 30, { size: 10 })
  qrCode(paper, address, side + inner - QR, paper.y, QR)
  const scan = code === null ? words.scanBlank : words.scan
  write(paper, scan, side + inner - paper.ink.width('plain', 7.5)(scan), paper.y + QR + 4, { size: 7.5, grey: true })
  paper.y += Math.max(QR + 20, 44 + title.length * 30)
  rule(paper, side, paper.y, inner, { strong: true })
  paper.y += 10
}

const drawSection = (paper: Paper, title: string): void => {
  need(paper, 60)
  write(paper, title, margin.side, paper.y + 4, { face: 'strong', size: 11.5 })
  paper.y += 22
}

/** Which copy, which record, which page: also when the sheets have come apart. */
const drawFeet = (paper: Paper, { sheet, code, words }: PrintedForm, copy: string | null): void => {
  const y = A4.height - margin.bottom + 18
  const all = paper.pages
  all.forEach((one, index) => {
    const here: Paper = { ...paper, pages: [one] }
    const about = [sheet.title, copy, code].filter((part) => part !== null).join('  ·  ')
    write(here, about, margin.side, y, { size: 8, grey: true })
    const number = words.pageOf(index + 1, all.length)
    const width = paper.ink.width('plain', 8)(number)
    write(here, number, margin.side + inner - width, y, { size: 8, grey: true })
    rule(here, margin.side, y - 6, page(here).getWidth() - 2 * margin.side)
  })
}
