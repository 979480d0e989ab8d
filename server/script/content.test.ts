import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LintFinding, lintWordsEn } from '#domain/coach/lint-playbook.ts'
import { coachOf } from '#domain/coach/ready.ts'
import type { Result } from '#domain/kernel/result.ts'
import { sentence } from '#domain/kernel/said.ts'
import { type Problem, problemLine } from '#domain/playbook/problem.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import type { ScriptFile, TextFile } from '#domain/script/definition.ts'
import { lintScripts, lintTexts, lintWording } from '#domain/script/lint.ts'
import { parseScripts, parseTexts } from '#domain/script/parse.ts'
import { readCoachPack } from '#server/coach/pack.ts'
import { packFolders, readPack } from '#server/playbook/pack.ts'

const coach = coachOf((await readCoachPack('content/core')).compiled)

const readable = (file: string, findings: readonly LintFinding[]): string[] =>
  findings.map(
    ({ where, language, text, said }) => `${file} ${where}.${language} “${text}”: ${sentence(lintWordsEn, said)}`,
  )

/** What is wrong in the files of one kind, of every pack: one line each. */
const wrongIn = <F extends ScriptFile | TextFile>(
  kind: 'scripts' | 'texts',
  parse: (file: string, text: string) => Result<F, Problem[]>,
  lint: (file: F) => LintFinding[],
): string[] =>
  filesOf(kind).flatMap((file) => {
    const read = parse(file, readFileSync(file, 'utf8'))
    return read.ok
      ? readable(file, lint(read.value))
      : read.error.map((problem) => problemLine(problem, problemWordsEn))
  })

const filesOf = (kind: string): string[] =>
  readdirSync('content')
    .map((pack) => join('content', pack, kind))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))

describe('call words and messages of the packs', () => {
  test('belong to procedures that there are', async () => {
    const packs = await Promise.all((await packFolders('content')).map(readPack))
    const known = new Set(packs.flatMap(({ definitions }) => definitions.map(({ playbook }) => playbook.id)))
    const named = filesOf('scripts').flatMap((file) => {
      const read = parseScripts(file, readFileSync(file, 'utf8'))
      return read.ok ? read.value.scripts.flatMap(({ playbooks }) => playbooks ?? []) : []
    })
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })

  test('call words are sound, address, offer two times, thank and leave a way to be reached [S-30][H-42][H-44]', () => {
    expect(wrongIn('scripts', parseScripts, (file) => lintScripts(coach, file))).toEqual([])
  })

  test('messages are sound, call the customer by name and say who writes [S-57][H-44]', () => {
    expect(wrongIn('texts', parseTexts, (file) => lintTexts(coach, file))).toEqual([])
  })
})

describe('the linter', () => {
  const both = (zh: string, en: string) => ({ zh, en })
  const closing = {
    id: 'close',
    roles: ['closing' as const],
    first: both(
      '{{address}}，谢谢您，有事打{{manager.phone}}找我。',
      'Thank you, {{address}}; call me on {{manager.phone}}.',
    ),
    familiar: both('{{address}}，谢谢，有事找我。', 'Thanks, {{address}}, call me any time.'),
    difficult: both('{{address}}，谢谢您，我不多占时间，有事找我。', 'Thank you, {{address}}; call me when it suits.'),
  }
  const found = (change: object): string[] =>
    lintWording(coach, { ...closing, ...change }).map(({ language, said }) => `${language} ${said.code}`)

  test('leaves a good closing alone', () => {
    expect(found({})).toEqual([])
  })

  test.each<[string, object, string]>([
    ['no thanks', { familiar: both('{{address}}，有事找我。', 'Thanks, {{address}}, call me.') }, 'zh lint.thanks'],
    ['no way to be reached', { familiar: both('{{address}}，谢谢，找我。', 'Thanks, {{address}}.') }, 'en lint.reach'],
    ['no form of address', { familiar: both('谢谢，有事找我。', 'Thanks, call me.') }, 'zh lint.address'],
    [
      'a forbidden phrase',
      { familiar: both('{{address}}，公司规定不行，谢谢，有事找我。', 'Thanks, {{address}}, call me.') },
      'zh lint.marked',
    ],
    [
      'one time only',
      { roles: ['asksTime'], first: both('明天上午十点见您，好吗？', 'Tomorrow at ten, or at three?') },
      'zh lint.choice',
    ],
    ['an apology without sorry', { roles: ['apology'] }, 'en lint.apology'],
    [
      'words too long to say',
      { familiar: both(`${'有事找我，谢谢。'.repeat(20)}{{address}}`, 'Thanks, {{address}}, call me.') },
      'zh lint.long',
    ],
  ])('finds %s', (_, change, code) => {
    expect(found(change)).toContain(code)
  })
})
