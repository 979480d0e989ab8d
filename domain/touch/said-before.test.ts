import { describe, expect, test } from 'vitest'
import { bothWordings, saidBefore } from './said-before.ts'

const onRecord = [
  { what: '说清楚就行，别再把我转来转去' },
  { what: '儿子的号月租降到 30 元以内' },
  { what: '148 元全退' },
  { what: '别老打电话来问' },
  { what: 'an invoice by post every month' },
]

describe('what a customer has said before', () => {
  test.each([
    ['希望别转来转去', 0],
    ['不要再转来转去了', 0],
    ['希望月租 30 元', 1],
    ['月租能降到28元就好', 1],
    ['wants the invoice by post', 4],
  ])('%s', (said, place) => {
    expect(saidBefore(said, onRecord)).toBe(onRecord[place])
  })

  test.each(['希望尽快修好', '别再给我发群发的', '想办张副卡', '月租', 'wants a faster line', '希望'])(
    'new: %s',
    (said) => {
      expect(saidBefore(said, onRecord)).toBeNull()
    },
  )

  test('both wordings stand in one, and neither twice', () => {
    expect(bothWordings('备用路由器', '一个备用路由器')).toBe('一个备用路由器')
    expect(bothWordings('备用路由器，要双频的', '备用路由器')).toBe('备用路由器，要双频的')
    expect(bothWordings('便宜点的套餐', '便宜的套餐带副卡')).toBe('便宜点的套餐，便宜的套餐带副卡')
    expect(bothWordings('A spare router', 'a spare router')).toBe('A spare router')
  })
})
