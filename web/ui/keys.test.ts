import { describe, expect, test } from 'vitest'
import { announced, matches, printed } from './keys.ts'

const stroke = (
  key: string,
  more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> & { code?: string } = {},
) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('key combinations', () => {
  test('a letter alone does not answer to Ctrl, Alt or Shift with it', () => {
    expect(matches('j', stroke('j'), false)).toBe(true)
    expect(matches('j', stroke('j', { ctrlKey: true }), false)).toBe(false)
    expect(matches('j', stroke('J', { shiftKey: true }), false)).toBe(false)
  })

  test('mod is Ctrl, and ⌘ on a Mac', () => {
    expect(matches('mod+k', stroke('k', { ctrlKey: true }), false)).toBe(true)
    expect(matches('mod+k', stroke('k', { metaKey: true }), true)).toBe(true)
    expect(matches('mod+k', stroke('k', { ctrlKey: true }), true)).toBe(false)
  })

  test('a sign that needs Shift on this board is still that sign', () => {
    expect(matches('?', stroke('?', { shiftKey: true }), false)).toBe(true)
  })

  test('Alt with a letter goes by the place on the board, where a Mac types π', () => {
    expect(matches('alt+p', stroke('π', { altKey: true, code: 'KeyP' }), true)).toBe(true)
  })

  test('keys are printed as on the board and announced as ARIA wants', () => {
    expect(printed('mod+k', false)).toBe('Ctrl K')
    expect(printed('mod+k', true)).toBe('⌘K')
    expect(printed('ctrl+ArrowRight', false)).toBe('Ctrl →')
    expect(announced('mod+Enter', false)).toBe('Control+Enter')
  })
})
