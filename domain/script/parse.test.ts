import { describe, expect, test } from 'vitest'
import { problemLine } from '#domain/playbook/problem.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { parseScripts, parseTexts } from './parse.ts'

const head = `id: hello
version: 1
title: { zh: "问好", en: "Hello" }
sources: [S-30]
reviewer: { zh: "督导", en: "Coach" }
reviewed: 2026-11-22
`
const scripts = `${head}scripts:
  - id: hello-new
    title: { zh: "初次问好", en: "A first hello" }
    use: { zh: "第一次打过去", en: "Ringing for the first time" }
    roles: [opening]
    first: { zh: "{{address}}您好，我是{{manager.name}}。", en: "Hello {{address}}, this is {{manager.name}}." }
    familiar: { zh: "{{address}}好。", en: "Hello {{address}}." }
    difficult: { zh: "{{address}}，只占您一分钟。", en: "{{address}}, one minute only." }
`
const texts = `${head}texts:
  - id: moon
    title: { zh: "中秋", en: "Mid-Autumn" }
    use: { zh: "节前一天", en: "The day before" }
    moment: festival:mid-autumn
    text: { zh: "{{address}}中秋好。", en: "Happy Mid-Autumn, {{address}}." }
`

const places = (text: string, parse: typeof parseScripts | typeof parseTexts = parseScripts): string[] => {
  const read = parse('core/scripts/hello.yaml', text)
  return read.ok ? [] : read.error.map(({ line, field, said }) => `${line} ${field} ${said.code}`)
}

describe('reading call words and messages', () => {
  test('sound files are read', () => {
    expect([places(scripts), places(texts, parseTexts)]).toEqual([[], []])
  })

  test.each<[string, string, string, string]>([
    ['English left out', ', en: "Hello {{address}}."', '', '13 scripts[0].familiar.en language.missing'],
    [
      'a version left out',
      '    difficult: { zh: "{{address}}，只占您一分钟。", en: "{{address}}, one minute only." }\n',
      '',
      '8 scripts[0].difficult field.missing',
    ],
    ['a role nobody knows', '[opening]', '[overture]', '11 scripts[0].roles[0] value.unknown'],
    ['a fact nobody knows', '"{{address}}好。"', '"{{adress}}好。"', '13 scripts[0].familiar.zh slot.unknown'],
    ['an id unlike the file name', 'id: hello\n', 'id: goodbye\n', '1 id id.notFileName'],
    [
      'a fact that may be missing, with nothing to fall back on',
      '"{{address}}好。", en: "Hello {{address}}."',
      '"{{product.name}}好。", en: "Hello {{product.name}}."',
      '8 scripts[0] fallback.needed',
    ],
  ])('%s is refused at its line', (_, from, to, found) => {
    expect(scripts).toContain(from)
    expect(places(scripts.replace(from, to))).toContain(found)
  })

  test('a moment nobody knows is refused with the choices', () => {
    const read = parseTexts('core/texts/hello.yaml', texts.replace('festival:mid-autumn', 'festival:moon'))
    expect(!read.ok && read.error[0]?.said).toMatchObject({ code: 'value.unknown', params: { found: 'festival:moon' } })
  })

  test('an id is used once in a file', () => {
    expect(places(`${scripts}${scripts.slice(scripts.indexOf('  - id'))}`)).toContain('15 scripts[1].id id.twice')
  })

  test('every problem reads as a sentence in both languages', () => {
    const read = parseScripts(
      'core/scripts/hello.yaml',
      scripts.replace('"{{address}}好。", en: "Hello {{address}}."', '"{{holiday}}好。", en: "{{holiday}}."'),
    )
    const [problem] = read.ok ? [] : read.error
    expect(problem && problemLine(problem, problemWordsZh)).toContain('{{holiday}} 不一定知道')
    expect(problem && problemLine(problem, problemWordsEn)).toContain('{{holiday}} may be unknown')
  })
})
