import { type Fault, isNode, isTest, lineOf, type Node, nodesOf, type Source } from './tree.ts'

/** Attributes that a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'label',
  'placeholder',
  'alt',
  'children',
  'description',
  'errorMessage',
])

/** Our name, and addresses. */
const sameInEveryLanguage = /^(维系|Weixi|\/[\w/-]*)$/

const remedy = 'put it into messages.zh.ts and messages.en.ts and take it from there'

/** Text that stands in a screen instead of in its messages, so that it speaks one language only. The gallery shows samples. */
export const bareTextFaults = (source: Source): Fault[] => {
  const { path, text } = source
  if (!/^web\/.*\.tsx$/.test(path) || path.startsWith('web/app/gallery/') || isTest(path)) return []
  return nodesOf(source)
    .flatMap(bareTexts)
    .map(({ node, words }) => ({
      path,
      line: lineOf(text, wordStart(text, node)),
      what: `bare text "${words}"`,
      remedy,
    }))
}

type Bare = { node: Node; words: string }

const bareTexts = (node: Node): Bare[] => {
  if (node.type === 'JSXText') return bare(node, node['value'])
  if (node.type === 'JSXAttribute') return isSpoken(node['name']) ? written(node['value']) : []
  if (node.type === 'JSXElement' || node.type === 'JSXFragment')
    return ((node['children'] as Node[] | undefined) ?? [])
      .filter(({ type }) => type === 'JSXExpressionContainer')
      .flatMap(written)
  return []
}

const isSpoken = (name: unknown): boolean => isNode(name) && spoken.has(String(name['name']))

/** The texts an expression may end in: a literal, a template, or one of the branches. */
const written = (node: unknown): Bare[] => {
  if (!isNode(node)) return []
  switch (node.type) {
    case 'Literal':
      return bare(node, node['value'])
    case 'TemplateLiteral':
      return (node['quasis'] as Node[]).flatMap((part) => bare(part, (part['value'] as { cooked: string }).cooked))
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
      return written(node['expression'])
    case 'ConditionalExpression':
      return [...written(node['consequent']), ...written(node['alternate'])]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node['operator'] === '===' || node['operator'] === '!=='
        ? []
        : [...written(node['left']), ...written(node['right'])]
    default:
      return []
  }
}

const bare = (node: Node, value: unknown): Bare[] => {
  if (typeof value !== 'string' || !/\p{L}/u.test(value)) return []
  const words = value.trim().replaceAll(/\s+/g, ' ')
  return sameInEveryLanguage.test(words) ? [] : [{ node, words }]
}

const wordStart = (text: string, { start, end }: Node): number =>
  start + Math.max(0, text.slice(start, end).search(/\S/))
