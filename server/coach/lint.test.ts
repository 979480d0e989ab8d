import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lintPlaybook, lintWordsEn, lintWordsZh } from '#domain/coach/lint-playbook.ts'
import { coachOf } from '#domain/coach/ready.ts'
import { sentence } from '#domain/kernel/said.ts'
import type { Playbook } from '#domain/playbook/definition.ts'
import { problemLine } from '#domain/playbook/problem.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { readPack } from '#server/playbook/pack.ts'
import { readCoachPack } from './pack.ts'

const least: Record<string, number> = { core: 10, telecom: 16, tobacco: 12 }
const coach = coachOf((await readCoachPack('content/core')).compiled)
const packs = readdirSync('content', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`content/${entry.name}`).includes('playbooks'))
  .map(({ name }) => name)

const readable = (playbook: Playbook): string[] =>
  lintPlaybook(coach, playbook).map(
    ({ where, language, text, said }) =>
      `${playbook.id} ${where}.${language} “${text}”: ${sentence(lintWordsEn, said)}`,
  )

describe.each(packs)('the playbooks of %s', (pack) => {
  test('are sound, as many as promised, each with its source, reviewer and day', async () => {
    const { definitions, problems } = await readPack(`content/${pack}`)
    expect(problems.map((problem) => problemLine(problem, problemWordsEn))).toEqual([])
    expect(definitions.length).toBeGreaterThanOrEqual(least[pack] ?? 1)
  })

  test('address the customer, speak plainly, offer two times, thank and leave a way to be reached [H-42][H-44]', async () => {
    const { definitions } = await readPack(`content/${pack}`)
    expect(definitions.flatMap(({ playbook }) => readable(playbook))).toEqual([])
  })
})

describe('the linter', () => {
  const ofCore = async (id: string): Promise<Playbook> => {
    const { definitions } = await readPack('content/core')
    const found = definitions.find(({ playbook }) => playbook.id === id)
    if (!found) throw new Error(id)
    return found.playbook
  }

  const spoilt = async (id: string, from: string, to: string): Promise<string[]> => {
    const text = JSON.stringify(await ofCore(id))
    expect(text).toContain(from)
    return lintPlaybook(coach, JSON.parse(text.replaceAll(from, to)) as Playbook).map(
      ({ language, said }) => `${language} ${said.code}`,
    )
  }

  test.each<[string, string, string, string]>([
    ['a forbidden phrase', '跟您对一遍：', '这是公司规定，跟您对一遍：', 'zh lint.marked'],
    ['jargon', '先听听您的：最近用着有哪里不顺手？', '您家的分光器光衰大不大？', 'zh lint.marked'],
    [
      'one time to choose from',
      '{{slot.first}}，还是{{slot.second}}，您看哪个合适？',
      '{{slot.first}}您看合适吗？',
      'zh lint.oneSlot',
    ],
    [
      'no thanks at the end',
      '我提前五分钟到。要改时间打{{manager.phone}}，谢谢您。',
      '我提前五分钟到。要改时间打{{manager.phone}}。',
      'zh lint.thanks',
    ],
    ['no way to be reached', 'To change it, call me on {{manager.phone}}. Thank you.', 'Thank you.', 'en lint.reach'],
    ['no form of address', '您好，请问是{{address}}吗？', '您好。', 'zh lint.address'],
  ])('finds %s', async (_, from, to, found) => {
    const id = to.includes('分光器') ? 'visit' : 'appointment-call'
    expect(await spoilt(id, from, to)).toContain(found)
  })

  test('says so in both languages', () => {
    for (const words of [lintWordsZh, lintWordsEn]) {
      expect(sentence(words, { code: 'lint.thanks', params: { step: 'close' } })).toContain('close')
      expect(words['lint.marked']({ words: '×', rule: 'r', rewrite: null })).not.toMatch(/null/)
    }
  })
})
