import { codeAlone, codesIn, type Fill, inWords, withWords } from './fill-codes.ts'
import { filledRuns, textXml, wordsOf } from './fill-strings.ts'
import type { StyleBook } from './fill-styles.ts'

const CELL = /<((?:\w+:)?)c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g

const attribute = (attributes: string, name: string): string | null =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? null

/** What a cell says, if it is text that was typed; a formula's text is its own. */
const textOf = (attributes: string, inner: string, strings: readonly string[]): string | null => {
  if (/<(?:\w+:)?f\b/.test(inner)) return null
  const type = attribute(attributes, 't')
  if (type === 'inlineStr') return wordsOf(inner)
  if (type !== 's') return null
  const index = /<(?:\w+:)?v\b[^>]*>\s*(\d+)\s*</.exec(inner)?.[1]
  return index === undefined ? null : (strings[Number(index)] ?? null)
}

/** The cells of a sheet that ask for a figure; one cell may ask for several. */
export const placesInSheet = (xml: string, strings: readonly string[]): { cell: string; code: string }[] =>
  [...xml.matchAll(CELL)].flatMap(([, , attributes = '', inner = '']) =>
    codesIn(textOf(attributes, inner, strings) ?? '').map((code) => ({ cell: attribute(attributes, 'r') ?? '', code })),
  )

/** A sheet with figures in their cells; cells of shared strings with words beside the code are filled with those strings. */
export const fillSheet = (
  xml: string,
  strings: readonly string[],
  figures: ReadonlyMap<string, Fill>,
  styles: StyleBook,
): string =>
  xml.replace(CELL, (whole, prefix: string, attributes: string, inner: string = '') => {
    const text = textOf(attributes, inner, strings)
    if (text === null) return whole
    const code = codeAlone(text)
    const fill = code === null ? undefined : figures.get(code)
    if (fill) return cellXml(prefix, attributes, fill, styles)
    if (attribute(attributes, 't') !== 'inlineStr' || codesIn(text).length === 0) return whole
    const item = /<((?:\w+:)?)is\b[^>]*>([\s\S]*?)<\/\1is>/.exec(inner)
    const runs = item ? filledRuns(item[2] ?? '', prefix, figures) : textXml(prefix, withWords(text, figures))
    return `<${prefix}c${attributes}><${prefix}is>${runs}</${prefix}is></${prefix}c>`
  })

const cellXml = (prefix: string, attributes: string, fill: Fill, styles: StyleBook): string => {
  const kept = attributes.replace(/\s(?:t|vm|cm)="[^"]*"/g, '')
  if (typeof fill.value !== 'number')
    return `<${prefix}c${kept} t="inlineStr"><${prefix}is>${textXml(prefix, inWords(fill))}</${prefix}is></${prefix}c>`
  const style = styles.numeric(Number(attribute(attributes, 's') ?? 0), fill.as === 'share')
  const styled = `${kept.replace(/\ss="[^"]*"/, '')}${style === 0 ? '' : ` s="${style}"`}`
  return `<${prefix}c${styled}><${prefix}v>${fill.value}</${prefix}v></${prefix}c>`
}
