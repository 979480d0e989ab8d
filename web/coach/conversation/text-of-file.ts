import { transcriptOfTable } from '#domain/coach/conversation/table.ts'

const MOST_BYTES = 2_000_000

/** The words of a file, a table turned into turns; UTF-8 or the encoding of Chinese Windows. Null for what is no text. */
export const textOfFile = async (file: File): Promise<string | null> => {
  if (file.size > MOST_BYTES) return null
  const bytes = await file.arrayBuffer()
  const text = decoded(bytes)
  if (text === null || text.includes('\0')) return null
  return transcriptOfTable(text) ?? text
}

const decoded = (bytes: ArrayBuffer): string | null => {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  return null
}
