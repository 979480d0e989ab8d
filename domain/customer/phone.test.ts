import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedPhone, maskedPhone, memberKindOf, phoneKindOf, phoneOf, phoneTail } from './phone.ts'

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((each) => each.join(''))
const mobile = fc
  .tuple(fc.constantFrom('130', '138', '159', '186', '199'), digits(8))
  .map(([head, rest]) => head + rest)
const landline = fc.tuple(fc.constantFrom('010', '027', '0717', '0730'), digits(7)).map(([area, rest]) => area + rest)
const abroad = fc.tuple(fc.constantFrom('+852', '+1212', '+49'), digits(8)).map(([head, rest]) => head + rest)

describe('telephone numbers', () => {
  test.each([
    ['130 0012 6027', '13000126027'],
    ['+86 130-0012-6027', '13000126027'],
    ['008613000126027', '13000126027'],
    ['8613000126027', '13000126027'],
    ['１３０００１２６０２７', '13000126027'],
    ['(027) 8765-4321', '02787654321'],
    ['0717-6221234', '07176221234'],
    ['400-123-4567', '4001234567'],
    ['10086', '10086'],
    ['6688', '6688'],
    ['+852 2345 6789', '+85223456789'],
    ['12000126027', null],
    ['1300012602', null],
    ['no number', null],
    ['', null],
  ])('%s is stored as %s', (typed, stored) => {
    expect(phoneOf(typed)).toBe(stored)
  })

  test.each([
    ['13000126027', 'mobile'],
    ['07176221234', 'landline'],
    ['6221234', 'landline'],
    ['87654321', 'landline'],
    ['4001234567', 'landline'],
    ['668812', 'short'],
    ['10086', 'short'],
    ['+85223456789', 'abroad'],
  ])('%s is a %s number', (stored, kind) => {
    expect(phoneKindOf(stored)).toBe(kind)
    expect(memberKindOf(stored)).toBe(kind === 'landline' ? 'landline' : 'mobile')
  })

  test('a stored number reads back as itself, however it is grouped', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline, abroad), (phone) => {
        expect(phoneOf(phone)).toBe(phone)
        expect(phoneOf(groupedPhone(phone))).toBe(phone)
      }),
    )
  })

  test('a mask never shows the middle digits', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline, abroad, digits(3), digits(6), digits(8)), (phone) => {
        const masked = maskedPhone(phone)
        const bare = masked.replaceAll(' ', '')
        expect(bare).toHaveLength(phone.length)
        if (phone.length > 8) expect(bare.slice(4, -4)).toMatch(/^\*+$/)
        else expect(bare.slice(0, -2)).toMatch(/^\*+$/)
      }),
    )
  })

  test('shown grouped, masked and by tail', () => {
    expect(groupedPhone('13000126027')).toBe('130 0012 6027')
    expect(maskedPhone('13000126027')).toBe('130 **** 6027')
    expect(groupedPhone('02787654321')).toBe('027 8765 4321')
    expect(maskedPhone('07176221234')).toBe('0717 *** 1234')
    expect(maskedPhone('6688')).toBe('**88')
    expect(phoneTail('13000126027')).toBe('6027')
  })
})
