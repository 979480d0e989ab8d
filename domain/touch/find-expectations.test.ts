import { describe, expect, test } from 'vitest'
import { findExpectations } from './find-expectations.ts'

describe('expectations in running notes', () => {
  test.each([
    ['客户希望周五前退费', '希望周五前退费', 'wish'],
    ['李姐说想要换个便宜点的套餐', '想要换个便宜点的套餐', 'wish'],
    ['最好上午打电话', '最好上午打电话', 'wish'],
    ['别再中午打电话了', '别再中午打电话了', 'avoid'],
    ['要求书面道歉', '要求书面道歉', 'must'],
    ['能不能少交点月租', '能不能少交点月租', 'wish'],
    ['不想绑定合约', '不想绑定合约', 'avoid'],
    ['务必当天答复', '务必当天答复', 'must'],
    ['Customer wants a cheaper plan', 'wants a cheaper plan', 'wish'],
    ["Please don't call at noon", "Please don't call at noon", 'avoid'],
    ['He would like an invoice by post', 'would like an invoice by post', 'wish'],
    ['insists on a written answer', 'insists on a written answer', 'must'],
  ])('%s', (said, text, tone) => {
    const [found] = findExpectations(said)
    expect(found).toMatchObject({ text, tone })
    expect(said.slice(found?.start, found?.end)).toBe(text)
  })

  test.each([
    '周五前给您回电',
    '套餐月底到期',
    '分别登记了两个号码',
    '没想到这么快',
    '不要紧',
    '我们希望能帮到您',
    "We'll call you back by Friday",
    'The line was down for two days',
    '特别满意',
  ])('none in: %s', (said) => {
    expect(findExpectations(said)).toEqual([])
  })

  test('each clause by itself', () => {
    expect(findExpectations('网速慢，希望尽快修好，以后别再发推销短信。').map((each) => each.text)).toEqual([
      '希望尽快修好',
      '别再发推销短信',
    ])
  })
})
