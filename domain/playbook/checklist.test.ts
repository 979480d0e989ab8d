import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groupsFor, observed, parseChecklist } from './checklist.ts'
import { parsePackFile } from './pack-file.ts'

const file = 'content/bearing/checklists/bearing.yaml'
const text = readFileSync(file, 'utf8')

const shipped = () => {
  const parsed = parseChecklist(file, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]))
  return parsed.value
}

describe('the self-check before leaving [S-24]', () => {
  test('names a source for each of its groups, from dress to face, and is a pack of its own', () => {
    const { groups } = shipped()
    const sources = ['S-10', 'S-11', 'S-13', 'S-14', 'S-16', 'S-17', 'S-18', 'S-19', 'S-20', 'S-21', 'S-22', 'S-23']
    expect([...new Set(groups.map(({ source }) => source))]).toEqual(sources)
    expect(groups.flatMap(({ pairs }) => pairs).length).toBeGreaterThanOrEqual(48)
    const pack = 'content/bearing/pack.yaml'
    expect(parsePackFile(pack, readFileSync(pack, 'utf8')).ok).toBe(true)
  })

  test('shows the list somebody chose, and only dress and grooming again at the door [S-34]', () => {
    const ids = (door: boolean) => groupsFor(shipped(), 'women', door).map(({ id }) => id)
    expect(ids(false)).toContain('stand')
    expect(ids(false)).not.toContain('dress-men')
    expect(ids(true)).toEqual(['dress-women', 'grooming-women'])
  })

  test('the observer’s sheet counts what was seen, and names what to mend', () => {
    const groups = groupsFor(shipped(), 'men', true)
    const sheet = observed(groups, { 'dress-men.badge': 'do', 'dress-men.tie': 'dont', 'eyes.stay': 'dont' })
    expect([sheet.good, sheet.seen, sheet.mend]).toEqual([1, 2, ['dress-men.tie']])
    expect(sheet.open).toBe(groups.flatMap(({ pairs }) => pairs).length - 2)
  })

  test('a pair written twice and a language left out are found at their line', () => {
    const places = (changed: string) => {
      const parsed = parseChecklist(file, changed)
      return parsed.ok ? [] : parsed.error.map(({ field, said }) => `${field} ${said.code}`)
    }
    expect(places(text.replace('- id: badge', '- id: uniform'))).toEqual(['groups[0].pairs[1].id id.twice'])
    expect(places(text.replace(', en: "Only a watch" }', ' }'))).toEqual(['groups[1].pairs[5].do.en language.missing'])
  })
})
