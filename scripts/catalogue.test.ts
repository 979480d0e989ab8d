import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { coverageOf, entriesOf, faultsOf, journeysOf } from './catalogue.ts'

const page = `# Catalogue
| id | what it asks | what one can observe |
|---|---|---|

## S — Serve

### S.5 Appointment

| S-26 | Six steps (二选一法). *as taught* | Walking the call shows six steps. |
| S-27 | Standards on connect. | A wish on a holiday. |

## R — Retain

| R-22 | The law. | The guard cites it. |
`

describe('the catalogue page', () => {
  test('gives each row with the heading it stands under', () => {
    expect(entriesOf(page)).toEqual([
      { id: 'S-26', group: 'S — Serve', asks: 'Six steps (二选一法). *as taught*' },
      { id: 'S-27', group: 'S — Serve', asks: 'Standards on connect.' },
      { id: 'R-22', group: 'R — Retain', asks: 'The law.' },
    ])
  })

  test('of the project is whole: every id once, numbers without gaps', () => {
    const entries = entriesOf(readFileSync('docs/catalogue.md', 'utf8'))
    expect(faultsOf(entries, [])).toEqual([])
    for (const [, members] of Map.groupBy(entries, ({ group }) => group)) {
      const ids = members.map(({ id }) => Number(id.slice(2)))
      expect(ids).toEqual(ids.map((_, at) => at + 1))
    }
  })
})

describe('journey titles', () => {
  test('are read in any quotes, over line breaks, with the ids in brackets', () => {
    const source = [
      `test('a call is walked [S-26][S-27]', async () => {})`,
      `test("it isn't sent [R-22]", { tag: '@slow' }, run)`,
      'test(\n  `plain title`,\n  run)',
    ].join('\n')
    expect(journeysOf('a.ts', source).map(({ title, ids }) => [title, ids])).toEqual([
      ['a call is walked [S-26][S-27]', ['S-26', 'S-27']],
      ["it isn't sent [R-22]", ['R-22']],
      ['plain title', []],
    ])
  })

  test('of groups, steps and other calls are not journeys', () => {
    const source = `test.describe('[S-26]', f); test.step('[S-27]', f); latest('[R-22]'); pattern.test('[R-22]')`
    expect(journeysOf('a.ts', source)).toEqual([])
  })
})

describe('coverage', () => {
  const entries = entriesOf(page)

  test('lists the proven with their titles and the open ones', () => {
    const [serve, retain] = coverageOf(entries, journeysOf('a.ts', `test('a call [S-26]', f); test('again [S-26]', f)`))
    expect(serve?.proven).toEqual([{ id: 'S-26', titles: ['a call [S-26]', 'again [S-26]'] }])
    expect(serve?.open.map(({ id }) => id)).toEqual(['S-27'])
    expect(retain?.proven).toEqual([])
  })

  test('does not count a skipped journey', () => {
    const skipped = journeysOf('a.ts', `test.skip('later [R-22]', f); test.fixme('broken [S-26]', f)`)
    expect(coverageOf(entries, skipped).flatMap(({ proven }) => proven)).toEqual([])
  })

  test('names unknown ids, too many ids and doubled rows', () => {
    const journeys = journeysOf('a.ts', `test('x [S-99]', f); test('y [S-26][S-27][R-22][S-26][R-22]', f)`)
    expect(faultsOf([...entries, ...entries.slice(0, 1)], journeys)).toEqual([
      'docs/catalogue.md has S-26 more than once',
      'a.ts: "x [S-99]" cites S-99, which is not in docs/catalogue.md',
      'a.ts: "y [S-26][S-27][R-22][S-26][R-22]" cites 5 ids; 4 is the most one journey can show',
    ])
  })
})
