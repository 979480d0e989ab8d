import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { fail, SheetError } from './failure.ts'
import type { Fill } from './fill-codes.ts'
import { fillSheet, placesInSheet } from './fill-sheet.ts'
import { filledStrings, readStrings } from './fill-strings.ts'
import { styleBook } from './fill-styles.ts'
import { readWorkbook } from './xlsx-parts.ts'

/** A cell that asks for something: `{{promises.kept_rate}}`. `cell` is its reference, such as `B4`. */
export type Place = { sheet: string; cell: string; code: string }

/** Real workbooks of a team are some hundred kilobytes; more than this unpacked is an attack or a mistake. */
const MOST_UNPACKED = 80 * 2 ** 20
const FIXED_TIME = '2000-01-01'

type Files = Record<string, Uint8Array>

const unpacked = (bytes: Uint8Array): Files => {
  let sum = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        sum += originalSize
        if (sum > MOST_UNPACKED) throw fail('sheet.too-big', { limitMb: MOST_UNPACKED / 2 ** 20 })
        return true
      },
    })
  } catch (error) {
    if (error instanceof SheetError) throw error
    throw fail('sheet.not-xlsx', {})
  }
}

const partOf = (files: Files) => (name: string) => {
  const bytes = files[name]
  return bytes
    ? (async function* () {
        yield bytes
      })()
    : null
}

const textOf = (files: Files, name: string): string => {
  const bytes = files[name]
  return bytes ? strFromU8(bytes) : ''
}

type Opened = { files: Files; strings: string[]; sheets: { name: string; path: string }[] }

const openBook = async (bytes: Uint8Array): Promise<Opened> => {
  const files = unpacked(bytes)
  const { sheets } = await readWorkbook(partOf(files))
  if (sheets.length === 0) throw fail('sheet.not-xlsx', {})
  return { files, strings: readStrings(textOf(files, 'xl/sharedStrings.xml')), sheets }
}

/** Every cell of a workbook that asks for a figure. Throws a `SheetError` for what is no XLSX workbook. */
export const placesIn = async (bytes: Uint8Array): Promise<Place[]> => {
  const { files, strings, sheets } = await openBook(bytes)
  return sheets.flatMap(({ name, path }) =>
    placesInSheet(textOf(files, path), strings).map((place) => ({ sheet: name, ...place })),
  )
}

/**
 * The workbook with figures in their places. A cell that holds only a code becomes a number and keeps its style; codes
 * inside a sentence become words. Formulas, charts, styles and everything else stay, and are reckoned anew on opening.
 * A code `figures` does not know stays as it is, so that the mistake can be seen.
 */
export const fillXlsx = async (bytes: Uint8Array, figures: ReadonlyMap<string, Fill>): Promise<Uint8Array> => {
  const { files, strings, sheets } = await openBook(bytes)
  const styles = styleBook(textOf(files, 'xl/styles.xml'))
  const filled: Files = { ...files }
  for (const { path } of sheets) filled[path] = strToU8(fillSheet(textOf(files, path), strings, figures, styles))
  if (files['xl/sharedStrings.xml'])
    filled['xl/sharedStrings.xml'] = strToU8(filledStrings(textOf(files, 'xl/sharedStrings.xml'), figures))
  if (files['xl/styles.xml']) filled['xl/styles.xml'] = strToU8(styles.xml())
  filled['xl/workbook.xml'] = strToU8(reckonedOnOpening(textOf(files, 'xl/workbook.xml')))
  const zip: Zippable = {}
  for (const [name, content] of Object.entries(filled)) zip[name] = [content, { mtime: FIXED_TIME }]
  return zipSync(zip, { level: 6 })
}

/** Cached results of formulas are those of the empty template. */
const reckonedOnOpening = (workbook: string): string => {
  const calc = /<((?:\w+:)?)calcPr\b[^>]*?\/?>/.exec(workbook)
  if (calc) {
    const plain = calc[0].replace(/\sfullCalcOnLoad="[^"]*"/, '')
    return workbook.replace(
      calc[0],
      plain.replace(/\s*\/?>$/, (end) => ` fullCalcOnLoad="1"${end.trim()}`),
    )
  }
  // The element's place in the schema is after definedNames; before any of those that follow it.
  const next =
    /<(?:\w+:)?(?:oleSize|customWorkbookViews|pivotCaches|smartTagPr|fileRecoveryPr|webPublishObjects|extLst)\b|<\/(?:\w+:)?workbook>/.exec(
      workbook,
    )
  if (!next) return workbook
  const prefix = /<(\w+:)workbook\b/.exec(workbook)?.[1] ?? ''
  return `${workbook.slice(0, next.index)}<${prefix}calcPr fullCalcOnLoad="1"/>${workbook.slice(next.index)}`
}
