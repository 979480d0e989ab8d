import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { playbookSchema } from './definition.ts'
import { parsePlaybook } from './parse.ts'
import { type Problem, problemLine } from './problem.ts'
import { problemWordsEn } from './words.en.ts'
import { problemWordsZh } from './words.zh.ts'

const sound = `id: hello
version: 1
title: { zh: "问好", en: "Hello" }
aim: { zh: "问声好", en: "Say hello" }
sources: [S-26]
reviewer: { zh: "督导", en: "Coach" }
reviewed: 2026-11-18
directions: [inbound]
steps:
  - id: open
    kind: talk
    title: { zh: "开场", en: "Open" }
    aim: { zh: "让人放心", en: "Reassure" }
    say:
      - first:
          zh: "{{address}}您好"
          en: "Hello {{address}}"
        fallback: { zh: "您好", en: "Hello" }
    checks:
      - id: greeted
        label: { zh: "问了好", en: "Said hello" }
        required: true
`

/** The sound file with one passage replaced. */
const broken = (passage: string, by: string): Problem[] => {
  expect(sound).toContain(passage)
  const parsed = parsePlaybook('playbooks/hello.yaml', sound.replace(passage, by))
  return parsed.ok ? [] : parsed.error
}

const places = (problems: Problem[]): string[] =>
  problems.map(({ line, column, field, said }) => `${line}:${column} ${field} ${said.code}`)

describe('reading a playbook file', () => {
  test('a sound file is read', () => {
    expect(parsePlaybook('playbooks/hello.yaml', sound).ok).toBe(true)
  })

  test.each<[string, string, string, string[]]>([
    [
      'English left out',
      'title: { zh: "开场", en: "Open" }',
      'title: { zh: "开场" }',
      ['12:5 steps[0].title.en language.missing'],
    ],
    ['English left empty', 'en: "Hello {{address}}"', 'en:', ['17:11 steps[0].say[0].first.en language.missing']],
    [
      'Chinese left out',
      'aim: { zh: "问声好", en: "Say hello" }',
      'aim: { en: "Say hello" }',
      ['4:1 aim.zh language.missing'],
    ],
    ['blank words', '"问了好"', '"  "', ['21:22 steps[0].checks[0].label.zh text.empty']],
    [
      'a fact nobody knows',
      '"{{address}}您好"',
      '"{{adress}}您好"',
      ['16:15 steps[0].say[0].first.zh slot.unknown', '17:15 steps[0].say[0].first.en slot.oneLanguage'],
    ],
    ['a fact in one language', '"Hello {{address}}"', '"Hello"', ['17:15 steps[0].say[0].first.en slot.oneLanguage']],
    [
      'braces left open',
      '"Hello {{address}}"',
      '"Hello {{address}"',
      ['17:15 steps[0].say[0].first.en slot.broken', '17:15 steps[0].say[0].first.en slot.oneLanguage'],
    ],
    [
      'a fact in a fallback',
      'zh: "您好", en: "Hello" }',
      'zh: "{{address}}", en: "Hello" }',
      ['18:25 steps[0].say[0].fallback.zh slot.notHere'],
    ],
    [
      'an unknown field',
      'required: true',
      'required: true\n        colour: jade',
      ['23:9 steps[0].checks[0].colour key.unknown'],
    ],
    ['a field left out', '        required: true\n', '', ['20:9 steps[0].checks[0].required field.missing']],
    ['a value outside the choices', 'kind: talk', 'kind: chat', ['11:11 steps[0].kind value.unknown']],
    [
      'a value of the wrong type',
      'required: true',
      'required: "yes"',
      ['22:19 steps[0].checks[0].required type.wrong'],
    ],
    ['no directions', '[inbound]', '[]', ['8:1 directions list.empty']],
    ['version nought', 'version: 1', 'version: 0', ['2:10 version number.small']],
    ['a source that is none', '[S-26]', '[S-26, story]', ['5:17 sources[1] source.form']],
    ['a day that does not exist', '2026-11-18', '2026-02-30', ['7:11 reviewed day.form']],
    ['an id with capitals', 'id: greeted', 'id: Greeted', ['20:13 steps[0].checks[0].id id.form']],
    ['an id unlike the file name', 'id: hello', 'id: goodbye', ['1:5 id id.notFileName']],
    [
      'an unknown condition',
      '    kind: talk',
      '    kind: talk\n    when: { weather: rain }',
      ['12:13 steps[0].when.weather key.unknown'],
    ],
    [
      'a condition value outside the choices',
      '    kind: talk',
      '    kind: talk\n    when: { stage: [use, boredom] }',
      ['12:26 steps[0].when.stage[1] value.unknown'],
    ],
    [
      'a single condition value outside the choices',
      '    kind: talk',
      '    kind: talk\n    when: { stage: boredom }',
      ['12:20 steps[0].when.stage[0] value.unknown'],
    ],
    [
      'a condition naming no check',
      'steps:',
      'suggestWhen: { checked: open.smiled }\nsteps:',
      ['9:25 suggestWhen.checked[0] checked.unknown'],
    ],
    [
      'a check twice',
      '      - id: greeted',
      '      - { id: greeted, label: { zh: "问", en: "Ask" }, required: false }\n      - id: greeted',
      ['21:13 steps[0].checks[1].id id.twice'],
    ],
    [
      'a branch to nowhere',
      '    checks:',
      '    branches:\n      - id: away\n        label: { zh: "走了", en: "Gone" }\n        goTo: nowhere\n        say: { first: { zh: "再见", en: "Bye" } }\n    checks:',
      ['22:15 steps[0].branches[0].goTo goTo.unknown'],
    ],
    [
      'words that may vanish',
      '        fallback: { zh: "您好", en: "Hello" }\n',
      '',
      ['14:5 steps[0].say line.noneSure'],
    ],
    ['no talk at all', 'kind: talk', 'kind: prepare', ['9:1 steps step.noTalk']],
    [
      'hours run backward',
      'steps:',
      'goodHours: [{ from: "12:00", to: "11:00" }]\nsteps:',
      ['9:34 goodHours[0].to hours.backward'],
    ],
    [
      'an hour that is none',
      'steps:',
      'goodHours: [{ from: "9", to: "11:00" }]\nsteps:',
      ['9:21 goodHours[0].from clock.form'],
    ],
    [
      'a call out without its six keys',
      '[inbound]',
      '[outbound]',
      Array.from({ length: 6 }, () => '1:1 missed missed.absent'),
    ],
    ['a field twice', 'version: 1', 'version: 1\nversion: 2', ['3:1 version key.twice']],
    [
      'text referred to from elsewhere',
      'aim: { zh: "问声好", en: "Say hello" }',
      'aim: &a { zh: "问声好", en: "Say hello" }\nnote: *a',
      ['5:7  yaml.alias'],
    ],
    ['a tab for indent', '    kind: talk', '\tkind: talk', ['11:1  yaml.syntax']],
  ])('%s', (_, passage, by, expected) => {
    expect(places(broken(passage, by))).toEqual(expected)
  })

  test('all problems are reported at once, in the order of the file', () => {
    const text = sound
      .replace('version: 1', 'version: 0')
      .replace('kind: talk', 'kind: chat')
      .replace(', en: "Said hello"', '')
    const parsed = parsePlaybook('playbooks/hello.yaml', text)
    expect(!parsed.ok && places(parsed.error)).toEqual([
      '2:10 version number.small',
      '11:11 steps[0].kind value.unknown',
      '21:9 steps[0].checks[0].label.en language.missing',
    ])
  })

  test('whatever is typed, it is read or refused at a line that exists, and says why in both languages', () => {
    const slip = fc.tuple(
      fc.nat(sound.length),
      fc.nat(12),
      fc.constantFrom(
        '',
        ' ',
        '\n',
        '- ',
        ': ',
        '"',
        '{',
        '}',
        '[',
        '*',
        '&a ',
        '|',
        '# ',
        'null',
        '\t',
        '{{',
        '5',
        '啊',
      ),
    )
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        const text = slips.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), sound)
        const parsed = parsePlaybook('playbooks/hello.yaml', text)
        if (parsed.ok) return
        expect(parsed.error).not.toEqual([])
        for (const problem of parsed.error) {
          expect(problem.line).toBeGreaterThanOrEqual(1)
          expect(problem.line).toBeLessThanOrEqual(text.split('\n').length)
          expect(problemLine(problem, problemWordsZh)).toMatch(/[。]$/)
          expect(problemLine(problem, problemWordsEn)).not.toMatch(/undefined|object Object/)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('an empty file says what is missing', () => {
    const parsed = parsePlaybook('playbooks/hello.yaml', '')
    expect(!parsed.ok && parsed.error[0]?.said.code).toBe('field.missing')
  })

  test('a problem reads as one line with file, place, field and remedy, in both languages', () => {
    const [problem] = broken('"{{address}}您好"', '"{{adress}}您好"')
    if (!problem) throw new Error('no problem')
    expect(problemLine(problem, problemWordsZh)).toBe(
      'playbooks/hello.yaml:16:15 steps[0].say[0].first.zh: 没有 {{adress}} 这个事实，是不是 {{address}}。',
    )
    expect(problemLine(problem, problemWordsEn)).toBe(
      'playbooks/hello.yaml:16:15 steps[0].say[0].first.zh: There is no fact {{adress}}; did you mean {{address}}?',
    )
  })
})

describe('the canonical text', () => {
  const textOf = (yaml: string): string => {
    const parsed = parsePlaybook('playbooks/hello.yaml', yaml)
    return parsed.ok ? canonical(parsed.value) : 'unread'
  }

  test('does not depend on comments or the order of fields', () => {
    const moved = sound.replace('version: 1\n', '').replace('reviewed:', '# looked at again\nversion: 1\nreviewed:')
    expect(textOf(moved)).toBe(textOf(sound))
  })

  test('changes with a single word', () => {
    expect(textOf(sound.replace('Reassure', 'Reassure!'))).not.toBe(textOf(sound))
  })

  test.each(['service-cycle', 'care-call'])('read back, %s is the same text', (id) => {
    const file = `content/core/playbooks/${id}.yaml`
    const parsed = parsePlaybook(file, readFileSync(file, 'utf8'))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
    const text = canonical(parsed.value)
    expect(canonical(playbookSchema.parse(JSON.parse(text)))).toBe(text)
  })
})
