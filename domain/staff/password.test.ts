import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordRefusal } from './password.ts'

const own = ['lin', '林晓岚', 'lin xiao lan', '云川分公司', 'yun chuan fen gong si']
const list = new Set(['password', 'woaini', 'sunshine', '1qaz2wsx3edc', 'q1w2e3r4t5'])
const refused = (password: string): string | null =>
  passwordRefusal(password, own, (word) => list.has(word))?.code ?? null

describe('a password everybody tries first', () => {
  test.each([
    '1qaz2wsx3edc',
    'Q1W2E3R4T5',
    'Password2026!',
    'p@ssw0rd-123',
    'woaini5201314',
    '!!Sunshine!!',
    's.u.n.s.h.i.n.e',
  ])('is refused: %s', (password) => expect(refused(password)).toBe('password.common'))

  test.each(['aaaaaaaaaa', 'abcabcabcab', '1a1a1a1a1a', 'abcdefghij', 'zyxwvutsrq'])(
    'is refused as a row: %s',
    (password) => expect(refused(password)).toBe('password.pattern'),
  )

  test.each(['13800138000', '19900412001', '440106199004120017', '9876543210'])(
    'is refused as figures only: %s',
    (password) => expect(refused(password)).toBe('password.digits'),
  )

  test.each(['林晓岚林晓岚2026', 'linxiaolan88', 'LinXiaolan-2026', 'yunchuanfengongsi', 'lin_lin_lin_1'])(
    'is refused as one’s own name: %s',
    (password) => expect(refused(password)).toBe('password.own'),
  )
})

describe('a password that will do', () => {
  test.each([
    'three small boats',
    'a first password',
    '榕树下三点半见面吧老朋友',
    'darling-teapot-9',
    'lin-teapot-under',
    '7Kd!92ms_pQ',
  ])('passes: %s', (password) => expect(refused(password)).toBeNull())

  test('is any of twelve drawn letters, and what everybody knows added to one never spoils it', () => {
    const letter = fc.constantFrom(...'bcdfghjkmpqrstvwz')
    fc.assert(
      fc.property(
        fc.string({ unit: letter, minLength: 12, maxLength: 30 }),
        fc.constantFrom('', ...own),
        (drawn, known) => {
          fc.pre(new Set(drawn).size > 5)
          expect(refused(drawn + known)).toBeNull()
        },
      ),
    )
  })
})
