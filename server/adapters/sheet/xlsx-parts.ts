import { fail } from './failure.ts'
import type { Limits } from './limits.ts'
import { isDateFormat } from './serial.ts'
import { walkXml, type XmlSteps } from './xml.ts'

type Part = (name: string) => AsyncIterable<Uint8Array> | null

const walk = async (bytes: AsyncIterable<Uint8Array> | null, steps: XmlSteps): Promise<void> => {
  if (!bytes) return
  for await (const _ of walkXml(bytes, steps));
}

export type Workbook = { sheets: { name: string; path: string; hidden: boolean }[]; from1904: boolean }

const resolved = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target}`.replace(/[^/]+\/\.\.\//g, '')

/** The sheets of a workbook in their order, with the file each lies in. */
export const readWorkbook = async (part: Part): Promise<Workbook> => {
  const found: { name: string; relation: string; hidden: boolean }[] = []
  const targets = new Map<string, string>()
  let from1904 = false
  await walk(part('xl/workbook.xml'), {
    open: (name, a) => {
      if (name === 'workbookPr') from1904 = a['date1904'] === '1' || a['date1904'] === 'true'
      if (name === 'sheet') {
        const relation = Object.entries(a).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
        found.push({ name: a['name'] ?? '', relation, hidden: (a['state'] ?? 'visible') !== 'visible' })
      }
    },
  })
  await walk(part('xl/_rels/workbook.xml.rels'), {
    open: (name, a) => {
      if (name === 'Relationship') targets.set(a['Id'] ?? '', resolved(a['Target'] ?? ''))
    },
  })
  const sheets = found.flatMap(({ name, relation, hidden }) => {
    const path = targets.get(relation)
    return path === undefined ? [] : [{ name, path, hidden }]
  })
  return { sheets, from1904 }
}

/** For each cell style, whether it shows its number as a day. */
export const readDateStyles = async (bytes: AsyncIterable<Uint8Array> | null): Promise<boolean[]> => {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await walk(bytes, {
    open: (name, a) => {
      if (name === 'numFmt') codes.set(Number(a['numFmtId']), a['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const id = Number(a['numFmtId'] ?? 0)
        styles.push(isDateFormat(id, codes.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** The shared strings, bounded. Phonetic guides (`rPh`) are not part of the text. */
export const readSharedStrings = async (
  bytes: AsyncIterable<Uint8Array> | null,
  limits: Limits,
): Promise<readonly string[]> => {
  const strings: string[] = []
  let characters = 0
  let text: string[] | null = null
  let phonetic = false
  await walk(bytes, {
    open: (name) => {
      if (name === 'si') strings.push('')
      if (name === 'rPh') phonetic = true
      if (name === 't' && !phonetic) text = []
    },
    text: (piece) => {
      if (!text) return
      characters += piece.length
      if (characters > limits.sharedCharacters || strings.length > 20_000_000) {
        throw fail('sheet.too-big', { limitMb: Math.round(limits.sharedCharacters / 2 ** 20) })
      }
      text.push(piece)
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false
      if (name === 't' && text) {
        const last = strings.length - 1
        strings[last] = (strings[last] ?? '') + text.join('')
        text = null
      }
    },
  })
  return strings
}
