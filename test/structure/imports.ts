import path from 'node:path'
import { isNode, lineOf, type Node, nodesOf, type Source } from './tree.ts'

/** One import, re-export or dynamic import of a file: as written, and the file it means when that is one of ours. */
export type Import = { from: string; line: number; written: string; to: string | null; typeOnly: boolean }

/** Everything a file imports, in the order of the text, types included. */
export const importsOf = (source: Source): Import[] =>
  nodesOf(source).flatMap((node) => {
    const target = targetOf(node)
    if (target === null) return []
    const line = lineOf(source.text, node.start)
    const to = fileMeantBy(target, source.path)
    return [{ from: source.path, line, written: target, to, typeOnly: isTypeOnly(node) }]
  })

const withTarget = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
])

const targetOf = (node: Node): string | null => {
  if (!withTarget.has(node.type)) return null
  const { source } = node
  return isNode(source) && typeof source['value'] === 'string' ? source['value'] : null
}

const isTypeOnly = (node: Node): boolean => {
  if (node.type === 'TSImportType') return true
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const names = node['specifiers']
  return (
    Array.isArray(names) &&
    names.length > 0 &&
    (names as Node[]).every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  )
}

/** The path an alias (`#web/…`) or a relative import means; null for a package. */
const fileMeantBy = (written: string, from: string): string | null => {
  const file = written.replace(/\?.*$/, '')
  if (file.startsWith('#')) return file.slice(1)
  if (file.startsWith('.')) return path.posix.join(path.posix.dirname(from), file)
  return null
}
