import { beforeAll, describe, expect, test } from 'vitest'
import { type DrillVerdict, judgeOpen, openDrills } from '#domain/coach/drill.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { readCoachPack } from '#server/coach/pack.ts'

let coach: Coach
beforeAll(async () => {
  coach = coachOf((await readCoachPack('content/core')).compiled)
})

describe('the drill of closed and open questions [H-27]', () => {
  test.each(Object.values(openDrills).flat())('$closed has an open form', (drill) => {
    expect(judgeOpen(coach, drill, drill.open)).toBe('open')
    expect(judgeOpen(coach, drill, drill.closed)).not.toBe('open')
  })

  const meeting = { about: ['会'] }
  test.each<[string, DrillVerdict]>([
    ['您觉得今天的会怎么样', 'open'],
    ['会上大家都谈了些什么？', 'open'],
    ['会上都说了哪些事', 'open'],
    ['今天的会，您什么地方还想再谈谈？', 'open'],
    ['说说今天的会吧', 'open'],
    ['今天的会顺利吗？', 'yesOrNo'],
    ['会是什么时候开完的？', 'oneFact'],
    ['会是几点结束的？', 'oneFact'],
    ['会开得怎么样？顺利吗？', 'yesOrNo'],
    ['您最近身体怎么样？', 'elsewhere'],
    ['会开完了。', 'noQuestion'],
    ['', 'noQuestion'],
  ])('%s → %s', (answer, verdict) => {
    expect(judgeOpen(coach, meeting, answer)).toBe(verdict)
  })

  test.each<[string, DrillVerdict]>([
    ['How did the meeting go?', 'open'],
    ['Which parts of the meeting mattered most?', 'open'],
    ['Did the meeting go well?', 'yesOrNo'],
    ['When did the meeting end?', 'oneFact'],
    ['How are you feeling today?', 'elsewhere'],
    ['The meeting is over.', 'noQuestion'],
  ])('%s → %s', (answer, verdict) => {
    expect(judgeOpen(coach, { about: ['meeting'] }, answer)).toBe(verdict)
  })
})
