import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSortKey } from './name.ts'
import { searchKeysOf } from './name-keys.ts'
import { queryKeysOf } from './name-query.ts'
import { surnameOf, surnameReading, surnameReadingText } from './surnames.ts'

const inOrder = (...names: string[]): string[] => names.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))

describe('finding a name [P-34]', () => {
  test('simplified finds traditional and traditional finds simplified', () => {
    expect(searchKeysOf('陳麗華').pieces).toEqual(searchKeysOf('陈丽华').pieces)
    expect(queryKeysOf('陳')).toEqual({ plain: '陈', pieces: ['陈'], tail: null, latin: null })
    expect(queryKeysOf('麗華').pieces).toEqual(['丽华'])
  })

  test('any part of a name, of one character or more, is found', () => {
    const char = fc.constantFrom(...'陈王李赵单尉遲陳麗華明小芳國軍Ａａb1')
    fc.assert(
      fc.property(
        fc.array(char, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.integer({ min: 1, max: 6 }),
        (chars, from, length) => {
          const part = chars.slice(from, from + length).join('')
          const query = queryKeysOf(part)
          const stored = searchKeysOf(chars.join(''))
          expect(stored.pieces).toEqual(expect.arrayContaining(query.pieces))
        },
      ),
    )
  })

  test.each([
    ['单立人', ['slr', 'dlr']],
    ['仇英', ['qy']],
    ['解晓东', ['xxd', 'jxd']],
    ['曾国强', ['zgq']],
    ['查良', ['zl', 'cl']],
    ['盖宽', ['gk']],
    ['尉迟恭', ['ycg']],
    ['萬俟雄', ['mqx']],
    ['令狐冲', ['lhc']],
    ['单于琼', ['cyq', 'syq']],
    ['欧阳锋', ['oyf']],
    ['𠮷野家', ['𠮷yj']],
    ['John Smith', ['js']],
  ])('%s is found by initials %j', (name, initials) => {
    expect(searchKeysOf(name).initials).toEqual(expect.arrayContaining(initials))
  })

  test('the surname is read as a surname, in a company it is a word', () => {
    expect(searchKeysOf('单立人').spellings[0]).toBe('shanliren')
    expect(searchKeysOf('单位食堂', 'organisation').spellings).toEqual(['danweishitang'])
    expect(searchKeysOf('重庆银行', 'organisation').initials).toEqual(['cqyh'])
    expect(searchKeysOf('吕布').spellings).toEqual(['lvbu', 'lubu'])
  })

  test('a name of many ambiguous characters does not multiply without end', () => {
    expect(searchKeysOf('行乐和重长参差单'.repeat(4)).initials.length).toBeLessThanOrEqual(24)
  })

  test('names order by reading, then tone, then character, with latin names among them', () => {
    expect(inOrder('张伟', 'Zoe', '李娜', '陈晨', '陈臣', '安宁', 'Li Bo', '单立人', '李白')).toEqual([
      '安宁',
      '陈晨',
      '陈臣',
      'Li Bo',
      '李白',
      '李娜',
      '单立人',
      '张伟',
      'Zoe',
    ])
  })

  test('sort keys are plain ASCII, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(searchKeysOf(name).sortKey).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})

describe('what a typed text is after', () => {
  test.each([
    ['6027', { tail: '6027', latin: null }],
    ['１３０ 0012 6027', { tail: '13000126027', latin: null }],
    ['+86 130-0012-6027', { tail: '13000126027', latin: null }],
    ['LXD', { tail: null, latin: 'lxd', pieces: ['lx', 'xd'] }],
    ['Ｌi', { tail: null, latin: 'li' }],
    ['王 丽', { tail: null, latin: null, pieces: ['王丽'] }],
    ['12', { tail: null, latin: null, pieces: ['12'] }],
    ['123456789012', { tail: null }],
    ['K-0012', { tail: null, latin: null, pieces: ['k0', '00', '01', '12'] }],
    ['  ', { tail: null, latin: null, pieces: [] }],
    ['?!', { tail: null, latin: null, pieces: [] }],
  ])('%s', (typed, keys) => {
    expect(queryKeysOf(typed)).toMatchObject(keys)
  })
})

describe('how a surname is read aloud [K-35]', () => {
  test.each([
    ['单立人', { surname: '单', reading: 'Shàn', also: ['Dān'] }],
    ['仇英', { surname: '仇', reading: 'Qiú', also: [] }],
    ['解晓东', { surname: '解', reading: 'Xiè', also: [] }],
    ['尉迟恭', { surname: '尉迟', reading: 'Yùchí', also: [] }],
    ['萬俟雄', { surname: '萬俟', reading: 'Mòqí', also: [] }],
    ['王伟', null],
    ['尉迟', null],
    ['John', null],
    ['', null],
  ])('%s', (name, reading) => {
    expect(surnameReading(name)).toEqual(reading)
  })

  test('shown in both languages', () => {
    expect(surnameReadingText({ surname: '仇', reading: 'Qiú', also: [] }, 'zh')).toBe('读 Qiú')
    expect(surnameReadingText({ surname: '单', reading: 'Shàn', also: ['Dān'] }, 'zh')).toBe(
      '读 Shàn 或 Dān，以本人为准',
    )
    expect(surnameReadingText({ surname: '单', reading: 'Shàn', also: ['Dān'] }, 'en')).toBe(
      'read Shàn or Dān; ask which',
    )
  })

  test('a compound surname needs a given name after it', () => {
    expect(surnameOf('欧阳锋')).toBe('欧阳')
    expect(surnameOf('欧阳')).toBe('欧')
    expect(surnameOf('买买提·艾力')).toBeNull()
    expect(surnameOf('constructor')).toBeNull()
  })
})
