import { zoneOf } from './directions.ts'
import type { Import } from './imports.ts'
import { type Fault, isTest } from './tree.ts'

/**
 * Every ring of files that import each other, once each and named at one import of the ring. Types count between
 * folders; within one folder a type may be named back, since it is gone before anything runs.
 */
export const cycleFaults = (imports: readonly Import[]): Fault[] => {
  const graph = Map.groupBy(
    imports.filter(
      ({ from, to, typeOnly }) => to !== null && !isTest(from) && !(typeOnly && zoneOf(from) === zoneOf(to)),
    ),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const trail: string[] = []
  const faults: Fault[] = []
  const visit = (file: string): void => {
    trail.push(file)
    for (const { to, line } of graph.get(file) ?? []) {
      if (to === null || done.has(to)) continue
      const at = trail.indexOf(to)
      if (at === -1) visit(to)
      else faults.push(faultOf([...trail.slice(at), to], line))
    }
    trail.pop()
    done.add(file)
  }
  for (const file of graph.keys()) if (!done.has(file)) visit(file)
  return faults
}

const faultOf = (ring: string[], line: number): Fault => ({
  path: ring.at(-2) ?? '',
  line,
  what: `closes a cycle: ${ring.join(' → ')}`,
  remedy: 'move what both need into a file of its own',
})
