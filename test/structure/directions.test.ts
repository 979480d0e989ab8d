import { describe, expect, test } from 'vitest'
import { cycleFaults } from './cycles.ts'
import { directionFaults, zoneOf } from './directions.ts'
import { importsOf } from './imports.ts'
import { sayFault, type Source, sourcesOfTree } from './tree.ts'

const faultsOf = (path: string, text: string): string[] => directionFaults(importsOf({ path, text })).map(sayFault)

describe('the project', () => {
  const imports = sourcesOfTree().flatMap(importsOf)

  test('imports one way', () => {
    expect(imports.length).toBeGreaterThan(50)
    expect(directionFaults(imports).map(sayFault)).toEqual([])
  })

  test('imports in no circle', () => {
    expect(cycleFaults(imports).map(sayFault)).toEqual([])
  })
})

describe('an import', () => {
  test('is found in every form it can take, with its line', () => {
    const text = [
      `import { a } from '#domain/kernel/a.ts'`,
      `import type { B } from './b.ts'`,
      `import { type C, type D } from '../c.ts'`,
      `import 'pg'`,
      `export { e } from './e.ts'`,
      `export type { F } from './f.ts'`,
      `export * from './g.ts'`,
      `const h = await import('./h.ts')`,
      `type I = import('./i.ts').I`,
      `import style from './style.css?inline'`,
    ].join('\n')
    const found = importsOf({ path: 'web/x/y/z.ts', text })
    expect(found.map(({ line, to, typeOnly }) => [line, to, typeOnly])).toEqual([
      [1, 'domain/kernel/a.ts', false],
      [2, 'web/x/y/b.ts', true],
      [3, 'web/x/c.ts', true],
      [4, null, false],
      [5, 'web/x/y/e.ts', false],
      [6, 'web/x/y/f.ts', true],
      [7, 'web/x/y/g.ts', false],
      [8, 'web/x/y/h.ts', false],
      [9, 'web/x/y/i.ts', true],
      [10, 'web/x/y/style.css', false],
    ])
  })

  test('is not seen in comments and strings', () => {
    const text = `// import { a } from '#server/main.ts'\nexport const b = "import('#server/main.ts')"`
    expect(importsOf({ path: 'domain/kernel/b.ts', text })).toEqual([])
  })
})

describe('a direction', () => {
  test.each([
    ['domain/customer/a.ts', '#domain/kernel/day.ts'],
    ['domain/customer/a.ts', '#domain/staff/role.ts'],
    ['domain/customer/a.test.ts', '#test/database.ts'],
    ['api/customer.ts', '#domain/customer/kind.ts'],
    ['server/customer/list.ts', '#server/db/pool.ts'],
    ['server/customer/list.ts', '#server/staff/scope.ts'],
    ['server/flows/finish.ts', '#server/customer/write.ts'],
    ['server/main.ts', '#server/flows/finish.ts'],
    ['server/main.ts', './http/app.ts'],
    ['web/customer/list.tsx', '#web/ui/table.tsx'],
    ['web/customer/list.tsx', '#web/client/query.ts'],
    ['web/app/today.tsx', '#web/customer/list.tsx'],
    ['web/ui/money.tsx', '#domain/kernel/money.ts'],
    ['cli/start.ts', '#server/main.ts'],
    ['demo/make.ts', '#server/flows/finish.ts'],
    ['bench/import.ts', '#web/app/today.tsx'],
  ])('%s → %s is free', (path, target) => {
    expect(faultsOf(path, `import { a } from '${target}'`)).toEqual([])
  })

  test.each([
    ['domain/kernel/a.ts', '#domain/staff/role.ts'],
    ['domain/staff/a.ts', '#domain/customer/kind.ts'],
    ['domain/playbook/a.ts', '#domain/customer/kind.ts'],
    ['domain/customer/a.ts', '#server/db/pool.ts'],
    ['domain/customer/a.ts', 'node:fs'],
    ['api/customer.ts', '#server/customer/list.ts'],
    ['server/staff/a.ts', '#server/customer/list.ts'],
    ['server/customer/a.ts', '#server/flows/finish.ts'],
    ['server/customer/a.ts', '#server/main.ts'],
    ['server/db/a.ts', '#server/customer/list.ts'],
    ['server/http/a.ts', '#server/staff/session.ts'],
    ['web/customer/a.tsx', '#web/touch/run.tsx'],
    ['web/customer/a.tsx', '#web/app/shell.tsx'],
    ['web/client/a.ts', '#web/customer/list.tsx'],
    ['web/customer/a.tsx', '#server/customer/list.ts'],
    ['web/ui/a.tsx', '#domain/customer/kind.ts'],
    ['web/ui/a.tsx', '#api/customer.ts'],
    ['server/main.ts', '#web/main.tsx'],
    ['domain/novelty/a.ts', '#domain/kernel/day.ts'],
  ])('%s → %s is a fault', (path, target) => {
    expect(faultsOf(path, `import { a } from '${target}'`)).toHaveLength(1)
    expect(faultsOf(path, `export type { A } from '${target}'`)).toHaveLength(1)
    expect(faultsOf(path, `const a = await import('${target}')`)).toHaveLength(1)
  })

  test('from the web to the contract is free for types only', () => {
    expect(faultsOf('web/customer/a.tsx', `import type { A } from '#api/customer.ts'`)).toEqual([])
    expect(faultsOf('web/client/a.ts', `import { errorsZh } from '#api/errors.zh.ts'`)).toEqual([])
    expect(faultsOf('web/app/a.ts', `import { type A, b } from '#api/customer.ts'`)).toEqual([
      'web/app/a.ts:1 web/app takes a value from api/customer.ts: take only types from api/ (import type)',
    ])
  })

  test('out of a folder is written with its alias', () => {
    expect(faultsOf('domain/customer/a.ts', `\nimport { b } from '../kernel/b.ts'`)).toEqual([
      'domain/customer/a.ts:2 ../kernel/b.ts leaves domain/customer: write #domain/kernel/b.ts',
    ])
    expect(faultsOf('web/app/gallery/a.tsx', `import { b } from '../b.tsx'`)).toEqual([])
  })

  test('says what would be free', () => {
    expect(faultsOf('domain/touch/a.ts', `import { b } from '#domain/case/b.ts'`)).toEqual([
      'domain/touch/a.ts:1 domain/touch must not import domain/case (domain/case/b.ts): it may import domain/kernel, domain/statistics, domain/customer; ' +
        'take a small input type of your own, or join them one layer up',
    ])
  })
})

describe('a zone', () => {
  test.each([
    ['domain/customer/words.zh.ts', 'domain/customer'],
    ['api/customer.ts', 'api'],
    ['server/main.ts', 'server/main'],
    ['server/handlers.ts', 'server/main'],
    ['server/env.ts', 'server/env'],
    ['server/db/embedded/lock.ts', 'server/db'],
    ['web/main.tsx', 'web/main'],
    ['demo/people/names.ts', 'demo'],
    ['vitest.config.ts', 'config'],
  ])('of %s is %s', (path, zone) => {
    expect(zoneOf(path)).toBe(zone)
  })
})

describe('a circle', () => {
  const circles = (...sources: Source[]): string[] => cycleFaults(sources.flatMap(importsOf)).map(sayFault)
  const file = (path: string, target: string): Source => ({ path, text: `\nimport { a } from '${target}'` })
  const type = (path: string, target: string): Source => ({ path, text: `\nimport type { A } from '${target}'` })

  test('is named with every file on it', () => {
    expect(circles(file('api/a.ts', './b.ts'), file('api/b.ts', './c.ts'), file('api/c.ts', '#api/a.ts'))).toEqual([
      'api/c.ts:2 closes a cycle: api/a.ts → api/b.ts → api/c.ts → api/a.ts: move what both need into a file of its own',
    ])
  })

  test('of types is one between folders, not within one', () => {
    expect(circles(file('server/db/a.ts', './b.ts'), type('server/db/b.ts', './a.ts'))).toEqual([])
    expect(
      circles(file('server/db/a.ts', '#server/jobs/b.ts'), type('server/jobs/b.ts', '#server/db/a.ts')),
    ).toHaveLength(1)
  })

  test('is not where two ways lead to one file', () => {
    const both = { path: 'api/a.ts', text: `import './b.ts'\nimport './c.ts'` }
    expect(circles(both, file('api/b.ts', './d.ts'), file('api/c.ts', './d.ts'))).toEqual([])
  })
})
