import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { PDFDocument, type PDFFont, type RGB, rgb } from 'pdf-lib'
import { projectRoot } from '#server/env.ts'
import { openFont } from './font.ts'
import type { Measure } from './wrap.ts'

/** Ink greys on white, as on the screen; nothing that a black-and-white printer would lose. */
export const shades = {
  ink: rgb(0.1, 0.11, 0.11),
  grey: rgb(0.36, 0.39, 0.37),
  line: rgb(0.62, 0.64, 0.63),
  wash: rgb(0.955, 0.955, 0.945),
} satisfies Record<string, RGB>

const faces = {
  plain: '400Regular/NotoSansSC_400Regular.ttf',
  strong: '600SemiBold/NotoSansSC_600SemiBold.ttf',
} as const
export type Face = keyof typeof faces
export type Ink = { document: PDFDocument; fonts: Record<Face, PDFFont>; width: (face: Face, size: number) => Measure }

const folder = path.join(projectRoot(), 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
const bytes = new Map<Face, Promise<Uint8Array>>()

/** Ten megabytes each: read when the first form is printed, then kept. */
const bytesOf = (face: Face): Promise<Uint8Array> => {
  const known = bytes.get(face) ?? readFile(path.join(folder, faces[face]))
  bytes.set(face, known)
  return known
}

/** A new document with both faces of Noto Sans SC; only the characters that are drawn go into the file. */
export const newInk = async (): Promise<Ink> => {
  const document = await PDFDocument.create()
  document.registerFontkit(openFont)
  const [plain, strong] = await Promise.all([bytesOf('plain'), bytesOf('strong')])
  const fonts = {
    plain: await document.embedFont(plain, { subset: true }),
    strong: await document.embedFont(strong, { subset: true }),
  }
  const known = new Map<string, number>()
  const widthOf = (face: Face, character: string): number => {
    const key = `${face}${character}`
    const width = known.get(key) ?? fonts[face].widthOfTextAtSize(character, 1000)
    known.set(key, width)
    return width
  }
  return {
    document,
    fonts,
    width: (face, size) => (text) =>
      ([...text].reduce((sum, character) => sum + widthOf(face, character), 0) * size) / 1000,
  }
}
