import { expect, test } from 'vitest'
import type { Draft } from '#domain/playbook/editing/draft.ts'
import { afterStroke, type Stroke, untouched } from './strokes.ts'

const named = (zh: string): Draft => ({ title: { zh, en: '' } }) as Draft
const write = (zh: string, at: number, field = 'title.zh'): Stroke => ({ do: 'write', draft: named(zh), field, at })

const after = (...strokes: Stroke[]) => strokes.reduce(afterStroke, untouched(named('')))
const title = (...strokes: Stroke[]) => after(...strokes).draft.title.zh

test('typing on in one field is taken back at once, field by field', () => {
  const typed = [write('先', 1), write('先说', 400), write('先说', 500, 'aim.zh'), write('先说一声', 9000)]
  expect(title(...typed, { do: 'undo' })).toBe('先说')
  expect(title(...typed, { do: 'undo' }, { do: 'undo' }, { do: 'undo' })).toBe('')
  expect(title(...typed, { do: 'undo' }, { do: 'undo' }, { do: 'undo' }, { do: 'undo' })).toBe('')
})

test('what was taken back can be had again until something else is written', () => {
  const strokes = [write('甲', 1), write('乙', 5000)]
  expect(title(...strokes, { do: 'undo' }, { do: 'redo' })).toBe('乙')
  expect(title(...strokes, { do: 'undo' }, write('丙', 9000), { do: 'redo' })).toBe('丙')
})

test('joining with somebody else’s words starts anew', () => {
  expect(title(write('甲', 1), { do: 'join', draft: named('合') }, { do: 'undo' })).toBe('合')
})
