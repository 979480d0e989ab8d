import { expect, test } from 'vitest'
import { saysWeWill } from './care.ts'

test.each([
  ['下周我去机房看一看', true],
  ['我们会把账单改成季度的', true],
  ['We’ll bring the form on Friday', true],
  ['店里换了新冰柜，地方更小了', false],
  ['孩子今年高三，晚上不接电话', false],
])('“%s” is a promise: %s [R-23]', (line, will) => expect(saysWeWill(line)).toBe(will))
