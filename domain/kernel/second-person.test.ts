import { expect, test } from 'vitest'
import { toTheirFace } from './second-person.ts'

test.each([
  ['回电告诉她退费结果', '回电告诉您退费结果'],
  ['把他儿子的副卡开通', '把您儿子的副卡开通'],
  ['请师傅给她打电话', '请师傅给您打电话'],
  ['联系李师傅让他周五上门', '联系李师傅让他周五上门'],
  ['回电客户说明漫游费', '回电您说明漫游费'],
  ['请客户经理答复客户', '请客户经理答复您'],
  ['看看其他办法，跟他们财务对账', '看看其他办法，跟他们财务对账'],
  ['call her back about the bill', 'call you back about the bill'],
  ['tell him whether his refund is through', 'tell you whether your refund is through'],
  ['send her contract to the customer', 'send your contract to you'],
  ['ring when she is home', 'ring when you are home'],
])('“%s” is said to the customer as “%s”', (written, said) => {
  expect(toTheirFace(written)).toBe(said)
})
