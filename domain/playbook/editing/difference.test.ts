import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parsePlaybook } from '../parse.ts'
import { differences } from './difference.ts'
import { differenceLine } from './difference-line.ts'
import type { Draft } from './draft.ts'
import * as en from './names.en.ts'
import * as zh from './names.zh.ts'
import { moved, withPart } from './place.ts'
import { nextEdition, plannedNowhere, whyNotStop } from './publish.ts'

const read = parsePlaybook('late-promise.yaml', readFileSync('content/core/playbooks/late-promise.yaml', 'utf8'))
if (!read.ok) throw new Error('late-promise')
const base: Draft = read.value

const lines = (after: Draft, language: 'zh' | 'en' = 'zh') =>
  differences(base, after).map((one) => differenceLine(language === 'zh' ? zh : en, language, one))

describe('what publishing changes is told in words', () => {
  test('nothing, and what publishing itself stamps, is no change', () => {
    expect(lines(nextEdition(base, 4, '顾一鸣', '2026-11-23'))).toEqual([])
  })

  test('a line in one language, by step and version', () => {
    const after = withPart(base, ['steps', 1, 'say', 0, 'fallback', 'zh'], '您好，先跟您说一声。')
    expect(lines(after)).toEqual([
      '第 2 步“先说” › 话术 1 › 缺事实时（中文）：“您好，我是您的客户经理。答应您的事要晚几天，先跟您说，对不起。” → “您好，先跟您说一声。”',
    ])
  })

  test('steps moved, taken out and added; choices by their names', () => {
    const after: Draft = {
      ...withPart(base, ['contactPurpose'], 'care'),
      steps: moved(base.steps, 0, 2).map((step) => (step.id === 'tell' ? { ...step, id: 'say', checks: [] } : step)),
    }
    expect(lines(after)).toEqual([
      '为什么联系：服务 → 关怀',
      '第 2 步“先说”：删去',
      '第 1 步“先说”：新加',
      '第 3 步“打之前”：从第 1 位挪到第 3 位',
    ])
    expect(lines(after, 'en')[0]).toBe('Why we make contact: service → care')
  })

  test('a condition reads as a sentence', () => {
    const after = withPart(base, ['steps', 0, 'when'], { direction: ['outbound'], stage: ['use', 'loyalty'] })
    expect(lines(after)).toEqual(['第 1 步“打之前” › 什么情况下：没写 → 方向是 去电，并且对产品到了 使用、忠诚'])
  })
})

describe('publishing', () => {
  test('raises the number and names who looked through it, and when', () => {
    expect(nextEdition(base, 6, '顾一鸣', '2026-11-23')).toMatchObject({
      version: 7,
      reviewer: { zh: '顾一鸣', en: '顾一鸣' },
      reviewed: '2026-11-23',
    })
  })

  test('what is planned must be there to do; what others lean on stays', () => {
    const tasks = [{ id: 'a', playbook: 'win-back', about: { zh: '一', en: 'one' }, withinDays: 1 }]
    expect(plannedNowhere({ ...base, tasks }, ['care-call'])).toEqual([
      { code: 'task.nowhere', params: { playbook: 'win-back' } },
    ])
    expect(plannedNowhere({ ...base, tasks }, ['win-back'])).toEqual([])
    expect(whyNotStop('service-cycle', [])).toEqual([{ code: 'playbook.needed', params: {} }])
    expect(whyNotStop('win-back', [{ ...base, tasks }])).toMatchObject([{ code: 'playbook.planned' }])
    expect(whyNotStop('late-promise', [base])).toEqual([])
  })
})
