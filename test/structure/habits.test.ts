import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  computedImportFaults,
  environmentFaults,
  impurityFaults,
  lengthFaults,
  placeFaults,
  reExportFaults,
} from './habits.ts'
import { type Fault, layers, sayFault, type Source, sourcesOfTree } from './tree.ts'
import { bareTextFaults } from './words.ts'

const sources = sourcesOfTree()

describe('the project', () => {
  test('has no folders for leftovers and no barrels', () => {
    const paths = globSync(`{${layers.join(',')}}/**/*`).map((path) => path.replaceAll('\\', '/'))
    expect(placeFaults(paths).map(sayFault)).toEqual([])
  })

  test.each<[string, (source: Source) => Fault[]]>([
    ['has files one can read in one go', lengthFaults],
    ['exports nothing wholesale', reExportFaults],
    ['has rules without clock or chance', impurityFaults],
    ['reads the environment in one place', environmentFaults],
    ['imports by names that can be followed', computedImportFaults],
    ['has its words in messages', bareTextFaults],
  ])('%s', (_, faultsOf) => {
    expect(sources.flatMap(faultsOf).map(sayFault)).toEqual([])
  })
})

describe('a place', () => {
  test('for leftovers or for re-exports is a fault', () => {
    const paths = ['server/utils/a.ts', 'web/customer/lib/b.ts', 'api/index.ts', 'web/ui/index.tsx']
    expect(placeFaults(paths).map(({ path, what }) => [path, what])).toEqual([
      ['server/utils/a.ts', 'a folder named utils'],
      ['web/customer/lib/b.ts', 'a folder named lib'],
      ['api/index.ts', 'a barrel'],
      ['web/ui/index.tsx', 'a barrel'],
    ])
  })

  test('named for what it holds is none', () => {
    expect(placeFaults(['web/index.html', 'domain/customer/common-name.ts', 'server/db/shared.ts'])).toEqual([])
  })

  test('may hold 300 lines, more only when they are rows', () => {
    const text = 'a\n'.repeat(301)
    expect(lengthFaults({ path: 'domain/customer/a.ts', text })).toHaveLength(1)
    expect(lengthFaults({ path: 'domain/customer/a.ts', text: 'a\n'.repeat(300) })).toEqual([])
    expect(lengthFaults({ path: 'server/db/migrations/0001.ts', text })).toEqual([])
  })
})

describe('a rule', () => {
  const faults = (path: string, text: string): string[] => impurityFaults({ path, text }).map(({ what }) => what)

  test.each([
    ['Date.now()', 'Date.now'],
    ['globalThis.Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['[1].map(Math.random)', 'Math.random'],
    ['performance.now()', 'performance.now'],
    ['crypto.randomUUID()', 'crypto.randomUUID'],
  ])('that takes %s has a clock or chance of its own', (text, what) => {
    expect(faults('domain/churn/a.ts', text)).toEqual([what])
    expect(faults('web/customer/a.tsx', text)).toEqual([what])
  })

  test.each(['new Date(now)', 'Date.UTC(2026, 0)', 'clock.now()', 'random()', 'rules.Date.now', 'Math.round(1)'])(
    'that takes %s has none',
    (text) => {
      expect(faults('domain/churn/a.ts', text)).toEqual([])
    },
  )

  test('is not in tests, the server or the shell', () => {
    for (const path of ['domain/churn/a.test.ts', 'server/http/clock.ts', 'web/app/session.ts', 'web/client/id.ts'])
      expect(faults(path, 'Date.now()')).toEqual([])
  })
})

describe('the environment', () => {
  const faults = (path: string): number => environmentFaults({ path, text: `\nconst a = process.env['A']` }).length

  test('has one reader in the product', () => {
    expect(faults('server/http/app.ts')).toBe(1)
    expect(faults('cli/start.ts')).toBe(1)
    for (const path of ['server/env.ts', 'scripts/test.ts', 'test/engine.ts', 'vitest.config.ts', 'cli/a.test.ts'])
      expect(faults(path)).toBe(0)
  })
})

describe('a re-export', () => {
  test('of everything is a fault, of one thing is not', () => {
    expect(reExportFaults({ path: 'api/a.ts', text: `export * from './b.ts'` })).toHaveLength(1)
    expect(reExportFaults({ path: 'api/a.ts', text: `export { b } from './b.ts'` })).toEqual([])
  })
})

describe('an import by a computed name', () => {
  const faults = (path: string): number => computedImportFaults({ path, text: 'await import(`./${name}.ts`)' }).length

  test('hides its direction from the table', () => {
    expect(faults('server/http/app.ts')).toBe(1)
    expect(faults('scripts/start.ts')).toBe(0)
    expect(computedImportFaults({ path: 'web/app/a.ts', text: `await import('./b.ts')` })).toEqual([])
  })
})

describe('bare text', () => {
  const faults = (text: string, path = 'web/customer/a.tsx'): string[] => bareTextFaults({ path, text }).map(sayFault)
  const words = (text: string): string[] => faults(text).map((fault) => /"(.*)"/.exec(fault)?.[1] ?? '')

  test.each([
    ['<p>保存</p>', '保存'],
    ['<p>\n  Save  all\n</p>', 'Save all'],
    ['<Button aria-label="关闭" />', '关闭'],
    [`<Button label={'Close'} />`, 'Close'],
    ['<Field placeholder={`请输入 ${name}`} />', '请输入'],
    ['<Row children="Row" />', 'Row'],
    [`<p>{'保存'}</p>`, '保存'],
    [`<p title={bad || '好'} />`, '好'],
    [`<>Hello</>`, 'Hello'],
  ])('is found in %s', (text, word) => {
    expect(words(text)).toEqual([word])
  })

  test('is found in both branches', () => {
    expect(words(`<p>{open ? '开' : '关'}</p>`)).toEqual(['开', '关'])
  })

  test.each([
    '<p>{words.save}</p>',
    '<p>· 12 %</p>',
    '<Button aria-label={words.close} className="grid" id="close" type="button" />',
    `<p>{kind === 'person' ? words.a : words.b}</p>`,
    `<p title={kind === 'person' ? words.a : words.b} />`,
    '<p>{/* 说明 */}</p>',
    '<span>维系</span>',
    '<a href="/ui">/ui</a>',
  ])('is not found in %s', (text) => {
    expect(faults(text)).toEqual([])
  })

  test('names the line of the words and the remedy', () => {
    expect(faults('<p>\n  保存\n</p>')).toEqual([
      'web/customer/a.tsx:2 bare text "保存": put it into messages.zh.ts and messages.en.ts and take it from there',
    ])
  })

  test('may stand in gallery samples and tests', () => {
    for (const path of ['web/app/gallery/a.tsx', 'web/ui/a.browser.tsx', 'web/ui/a.test.tsx'])
      expect(faults('<p>保存</p>', path)).toEqual([])
  })
})
