import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePlaybook } from '../parse.ts'
import { type Draft, draftProblems, isDraft, takeYaml, writePlaybook } from './draft.ts'

const shipped = ['core', 'telecom', 'tobacco'].flatMap((pack) =>
  readdirSync(`content/${pack}/playbooks`).map((name): [string, Draft] => {
    const read = parsePlaybook(name, readFileSync(`content/${pack}/playbooks/${name}`, 'utf8'))
    if (!read.ok) throw new Error(name)
    return [`${pack}/${name}`, read.value]
  }),
)
const late = (): Draft => {
  const found = shipped.find(([name]) => name === 'core/late-promise.yaml')?.[1]
  if (!found) throw new Error('late-promise')
  return structuredClone(found)
}

describe('a draft and its YAML are two faces of one thing', () => {
  test.each(shipped)('%s written out and read again is the same', (_, playbook) => {
    const text = writePlaybook(playbook)
    expect(takeYaml(playbook.id, text)).toEqual({ ok: true, value: playbook })
    expect(draftProblems(playbook)).toEqual([])
    expect(isDraft(playbook.id, JSON.parse(JSON.stringify(playbook)))).toBe(true)
  })

  test('words still missing are told by field and line and keep the draft; both faces agree', () => {
    const draft = late()
    const step = draft.steps[1]
    if (!step) throw new Error('step')
    step.title = { zh: '先说', en: '' }
    step.branches = [
      { id: 'gone', label: { zh: '走了', en: 'Gone' }, say: { first: { zh: '好', en: 'Yes' } }, goTo: 'nowhere' },
    ]
    expect(draftProblems(draft).map(({ field, said }) => [field, said.code])).toEqual([
      ['steps[1].title.en', 'text.empty'],
    ])
    expect(takeYaml(draft.id, writePlaybook(draft))).toEqual({ ok: true, value: draft })
    expect(isDraft(draft.id, draft)).toBe(true)
    step.title.en = 'First'
    expect(draftProblems(draft).map(({ field, said }) => [field, said.code])).toEqual([
      ['steps[1].branches[0].goTo', 'goTo.unknown'],
    ])
  })

  test('YAML that is no playbook is refused at its line', () => {
    const text = writePlaybook(late())
    const refused = (changed: string) => {
      const taken = takeYaml('late-promise', changed)
      return taken.ok ? [] : taken.error.map(({ line, said }) => [line, said.code])
    }
    expect(refused(text.replace('kind: talk', 'kind: chat'))).toEqual([[expect.any(Number), 'value.unknown']])
    expect(refused(text.replace('directions: [ outbound ]', 'direction: [ outbound ]'))).toContainEqual([
      expect.any(Number),
      'key.unknown',
    ])
    expect(refused(`${text}\n  -`).length).toBeGreaterThan(0)
    expect(refused(text.replace('id: late-promise', 'id: other'))).toEqual([[1, 'id.notFileName']])
  })

  test('what is no draft is not taken for one', () => {
    const draft = late()
    expect(isDraft('other', draft)).toBe(false)
    expect(isDraft('late-promise', { id: 'late-promise' })).toBe(false)
    expect(isDraft('late-promise', { ...draft, steps: 'none' })).toBe(false)
    expect(isDraft('late-promise', { ...draft, extra: true })).toBe(false)
    expect(isDraft('late-promise', null)).toBe(false)
  })
})
