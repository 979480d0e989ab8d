import { describe, expect, test } from 'vitest'
import { findMatter } from './find-matter.ts'

describe('what a customer came with, from the first note [S-41]', () => {
  test.each([
    ['这个月账单多了四十块不知道是什么钱，希望以后先提醒我一声', '这个月账单多了四十块不知道是什么钱'],
    ['客户说充值没到账，三天了。希望今天转过来', '充值没到账，三天了'],
    ['家里宽带晚上老掉线', '家里宽带晚上老掉线'],
    ['The bill is 40.50 higher than usual. Hopes for a reminder', 'The bill is 40.50 higher than usual'],
    ['希望以后先提醒我一声', null],
    ['月租最好 30 元', null],
    ['你好', null],
    ['', null],
  ])('%s → %s', (note, matter) => {
    expect(findMatter(note)).toBe(matter)
  })
})
