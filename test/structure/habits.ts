import { type Fault, isNode, isTest, layers, lineOf, type Node, nodesOf, type Source } from './tree.ts'

const junkDrawers = new Set(['utils', 'helpers', 'common', 'lib', 'misc', 'shared'])
const mostLines = 300
/** Tests, and rows rather than programs: words, migrations, content packs, the gallery's samples, what a program wrote. */
const mayBeLong =
  /\.test\.tsx?$|\/(messages|words)\.(zh|en)\.ts$|^(server\/db\/migrations|content|web\/app\/gallery)\/|^server\/db\/tables\.ts$|\.generated\.ts$/

/** What a path alone shows: folders for leftovers, barrels. */
export const placeFaults = (paths: readonly string[]): Fault[] =>
  paths.flatMap((path) => {
    const folder = path
      .split('/')
      .slice(0, -1)
      .find((name) => junkDrawers.has(name))
    const faults: Fault[] = []
    if (folder && layers.some((layer) => path.startsWith(`${layer}/`)))
      faults.push({ path, line: 1, what: `a folder named ${folder}`, remedy: 'name it by the domain it serves' })
    if (/(^|\/)index\.[mc]?[jt]sx?$/.test(path))
      faults.push({ path, line: 1, what: 'a barrel', remedy: 'import each file by its own name' })
    return faults
  })

export const lengthFaults = ({ path, text }: Source): Fault[] => {
  const lines = text.trimEnd().split('\n').length
  if (lines <= mostLines || mayBeLong.test(path)) return []
  return [{ path, line: mostLines + 1, what: `${lines} lines`, remedy: `split it; ${mostLines} is the most` }]
}

export const reExportFaults = (source: Source): Fault[] =>
  nodesOf(source)
    .filter(({ type }) => type === 'ExportAllDeclaration')
    .map((node) => faultAt(source, node, 'export * makes a barrel', 'import each file by its own name'))

/** The table of directions cannot follow an import whose name is put together while running. */
export const computedImportFaults = (source: Source): Fault[] => {
  if (isOutside(source.path)) return []
  return nodesOf(source)
    .filter(({ type, source: name }) => type === 'ImportExpression' && isNode(name) && name.type !== 'Literal')
    .map((node) => faultAt(source, node, 'import() of a computed name', 'write one import() a file, each by its name'))
}

/** Rules have no clock and no chance of their own: they are given `now`, `today` and a seeded `random`. */
export const impurityFaults = (source: Source): Fault[] => {
  if (!hasRules(source.path)) return []
  return nodesOf(source).flatMap((node) => {
    const found = impure(node)
    return found ? [faultAt(source, node, found, 'take now, today or a seeded random as an argument')] : []
  })
}

/** Every rule and the screens of a domain; not the shell and the client, which hold the clock, nor primitives. */
const hasRules = (path: string): boolean =>
  /^(domain|web)\//.test(path) && !/^web\/(app|client|ui)\//.test(path) && !isTest(path)

const impureMembers = new Set([
  'Date.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
])

const impure = (node: Node): string | null => {
  if (node.type === 'MemberExpression') {
    const member = memberOf(node)
    return impureMembers.has(member) || member.startsWith('performance.') ? member : null
  }
  const { callee } = node
  if (!isNode(callee) || callee['name'] !== 'Date') return null
  if (node.type === 'CallExpression') return 'Date()'
  const given = node['arguments']
  return node.type === 'NewExpression' && Array.isArray(given) && given.length === 0 ? 'new Date()' : null
}

/** Scripts, tests and tool configurations at the root are not part of the product. */
const isOutside = (path: string): boolean => isTest(path) || /^(scripts|test|bench)\//.test(path) || !path.includes('/')

/** The environment has one reader. */
export const environmentFaults = (source: Source): Fault[] => {
  if (source.path === 'server/env.ts' || isOutside(source.path)) return []
  return nodesOf(source)
    .filter((node) => node.type === 'MemberExpression' && memberOf(node) === 'process.env')
    .map((node) => faultAt(source, node, 'process.env', 'read it in server/env.ts and pass the value'))
}

const memberOf = ({ object, property }: Node): string => {
  if (!isNode(object) || !isNode(property)) return ''
  const from = object.type === 'MemberExpression' ? globalsOwn(object) : nameOf(object)
  return `${from}.${nameOf(property)}`
}

/** `globalThis.Date.now` is `Date.now`. */
const globalsOwn = ({ object, property }: Node): string =>
  isNode(object) && isNode(property) && ['globalThis', 'window', 'self'].includes(nameOf(object))
    ? nameOf(property)
    : ''

const nameOf = (node: Node): string => {
  const name = node['name'] ?? node['value']
  return typeof name === 'string' ? name : ''
}

const faultAt = ({ path, text }: Source, node: Node, what: string, remedy: string): Fault => ({
  path,
  line: lineOf(text, node.start),
  what,
  remedy,
})
