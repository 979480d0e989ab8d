import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { SheetError } from './failure.ts'
import { xmlReader } from './xml.ts'

type Step = [string, ...unknown[]]

/** Neighbouring text is joined: pieces may come in any size. */
const joined = (steps: Step[]): Step[] =>
  steps.reduce<Step[]>((all, step) => {
    const last = all.at(-1)
    if (step[0] === 'text' && last?.[0] === 'text')
      return [...all.slice(0, -1), ['text', `${String(last[1])}${String(step[1])}`]]
    return [...all, step]
  }, [])

const ours = (text: string, size: number): Step[] => {
  const steps: Step[] = []
  const reader = xmlReader({
    open: (name, attributes) => steps.push(['open', name, { ...attributes }]),
    text: (piece) => steps.push(['text', piece]),
    close: (name) => steps.push(['close', name]),
  })
  for (let at = 0; at < text.length; at += size) reader.write(text.slice(at, at + size))
  reader.end()
  return joined(steps)
}

const theirs = (text: string): Step[] => {
  const steps: Step[] = []
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => steps.push(['open', tag.name, { ...tag.attributes }]))
  parser.on('text', (piece) => steps.push(['text', piece]))
  parser.on('cdata', (piece) => steps.push(['text', piece]))
  parser.on('closetag', (tag) => steps.push(['close', tag.name]))
  parser.write(text).close()
  return joined(steps)
}

const words = fc.string({
  unit: fc.constantFrom('a', '中', '&amp;', '&#20013;', '&#x4e2d;', ' ', '\n', '>', "'", '&lt;', '𠮷'),
  maxLength: 5,
})
const attribute = fc.tuple(fc.constantFrom('r', 't', 'xml:space'), words).map(([name, value]) => ` ${name}="${value}"`)
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words.map((w) => w.replaceAll(']]>', '')),
    fc.constantFrom('<!-- <c> -->', '<![CDATA[<&]]>', '<e/>', '<?pi x?>'),
    fc
      .tuple(
        fc.constantFrom('c', 'row', 'v'),
        fc.option(attribute, { nil: '' }),
        fc.array(tie('node'), { maxLength: 3 }),
      )
      .map(([name, more, inner]) => `<${name}${more}>${inner.join('')}</${name}>`),
  ),
}))

test('reads what a full XML parser reads, in pieces of any size', () => {
  fc.assert(
    fc.property(node, fc.integer({ min: 1, max: 40 }), (inner, size) => {
      const text = `<?xml version="1.0"?><sheet a='1'>${inner}</sheet>`
      expect(ours(text, size)).toEqual(theirs(text))
    }),
    { numRuns: 500 },
  )
})

test.each([
  '<a>',
  '<a',
  '<a></a></a>',
  '',
  '<a b="1></a>',
  '<!DOCTYPE a><a/>',
  '<a>&e;</a>',
  '<a/><b/>',
  '<a>&#x110000;</a>',
])('%j is cut off or refused', (text) => {
  expect(() => ours(text, 3)).toThrow(SheetError)
})
