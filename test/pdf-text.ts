import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
} from 'pdf-lib'

type Table = Map<string, string>

/** What a reader finds on each page of a PDF: its texts, read back through the fonts' own tables. */
export const pdfText = async (bytes: Uint8Array): Promise<string[]> => {
  const document = await PDFDocument.load(bytes)
  return document.getPages().map(({ node }) => {
    const fonts = node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
    const tables = new Map<string, Table>()
    for (const [name] of fonts?.entries() ?? [])
      tables.set(name.asString(), tableOf(document.context, fonts?.lookup(name, PDFDict)))
    return textOf(contentOf(node.Contents()), tables)
  })
}

const decoded = (object: PDFObject | undefined): string =>
  object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()).toString('latin1') : ''

const contentOf = (contents: PDFObject | undefined): string => {
  if (!(contents instanceof PDFArray)) return decoded(contents)
  return Array.from({ length: contents.size() }, (_, place) => decoded(contents.lookup(place))).join('\n')
}

const unicode = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))

const tableOf = (context: PDFContext, font: PDFDict | undefined): Table => {
  const map = decoded(context.lookup(font?.get(PDFName.of('ToUnicode'))))
  return new Map(
    [...map.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g)].map(([, glyph = '', hex = '']) => [
      glyph.toUpperCase(),
      unicode(hex),
    ]),
  )
}

const textOf = (content: string, tables: ReadonlyMap<string, Table>): string => {
  const lines: string[] = []
  let table: Table = new Map()
  for (const [, font, hex] of content.matchAll(/(\/[\w.-]+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g)) {
    if (font) table = tables.get(font) ?? new Map<string, string>()
    if (hex) lines.push((hex.match(/.{4}/g) ?? []).map((glyph) => table.get(glyph.toUpperCase()) ?? '□').join(''))
  }
  return lines.join('\n')
}
