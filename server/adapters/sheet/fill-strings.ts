import { codesIn, escapedText, type Fill, unescaped, withWords } from './fill-codes.ts'

// Parts may carry a namespace prefix (`<x:si>`), as some other programs write them.
const ITEM = /<((?:\w+:)?)si\b[^>]*?(?:\/>|>([\s\S]*?)<\/\1si>)/g
const PHONETIC = /<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g
const TEXT = /<((?:\w+:)?)t\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1t>)/g

/** The words of an item or of an inline string, its runs joined; phonetic guides are not words. */
export const wordsOf = (xml: string): string =>
  [...xml.replace(PHONETIC, '').matchAll(TEXT)].map(([, , , text = '']) => unescaped(text)).join('')

/** The shared strings in order. */
export const readStrings = (xml: string): string[] => [...xml.matchAll(ITEM)].map(([, , inner = '']) => wordsOf(inner))

/** The shared strings with their codes in words. */
export const filledStrings = (xml: string, figures: ReadonlyMap<string, Fill>): string =>
  xml.replace(ITEM, (item, prefix: string, inner: string = '') =>
    codesIn(wordsOf(inner)).length === 0 ? item : `<${prefix}si>${filledRuns(inner, prefix, figures)}</${prefix}si>`,
  )

/**
 * The runs of one text with its codes in words. A code inside one run keeps the run's looks; one that a program has split
 * over runs costs the whole text its inner looks, since no run is its own.
 */
export const filledRuns = (inner: string, prefix: string, figures: ReadonlyMap<string, Fill>): string => {
  const filled = inner.replace(TEXT, (whole, own: string, _attributes: string, text: string = '') =>
    codesIn(unescaped(text)).length === 0 ? whole : textXml(own, withWords(unescaped(text), figures)),
  )
  const words = wordsOf(filled)
  const left = codesIn(words).filter((code) => figures.has(code))
  return left.length === 0 ? filled : textXml(prefix, withWords(words, figures))
}

export const textXml = (prefix: string, text: string): string =>
  `<${prefix}t xml:space="preserve">${escapedText(text)}</${prefix}t>`
