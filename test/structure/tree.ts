import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'

/** One source file: its path from the root, with forward slashes, and its text. */
export type Source = { path: string; text: string }

/** One thing that is wrong: where, what, and what to do instead. */
export type Fault = { path: string; line: number; what: string; remedy: string }

/** A node of a syntax tree: a type, a place, and whatever belongs to the type. */
export type Node = { type: string; start: number; end: number; [part: string]: unknown }

export const layers = ['domain', 'api', 'server', 'web', 'content', 'demo', 'cli', 'test', 'bench', 'scripts']

/** Every TypeScript file of the project. */
export const sourcesOfTree = (): Source[] =>
  globSync([`{${layers.join(',')}}/**/*.{ts,tsx,mts,mjs}`, '*.ts'])
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

export const sayFault = ({ path, line, what, remedy }: Fault): string => `${path}:${line} ${what}: ${remedy}`

export const isTest = (path: string): boolean => /\.(test|browser|journey)\.tsx?$/.test(path)

export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const parsed = new WeakMap<Source, Node[]>()

/** The nodes of a file, parents before children. Throws on a file that does not parse. */
export const nodesOf = (source: Source): Node[] => {
  const nodes = parsed.get(source) ?? parse(source)
  parsed.set(source, nodes)
  return nodes
}

const parse = ({ path, text }: Source): Node[] => {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const nodes: Node[] = []
  collect(program as unknown as Node, nodes)
  return nodes
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Node>).type === 'string'

const collect = (node: Node, into: Node[]): void => {
  into.push(node)
  for (const part of Object.values(node))
    for (const child of Array.isArray(part) ? (part as unknown[]) : [part]) if (isNode(child)) collect(child, into)
}
