import { beforeAll, describe, expect, test } from 'vitest'
import { lookAtTurn, type Turn } from '#domain/coach/look.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { readCoachPack } from '#server/coach/pack.ts'

let coach: Coach
beforeAll(async () => {
  coach = coachOf((await readCoachPack('content/core')).compiled)
})

const marks = (text: string, ...before: Turn[]): string[] => {
  const turns: Turn[] = [...before, { by: 'staff', text }]
  return lookAtTurn(coach, turns, turns.length - 1)
    .filter(({ level }) => level === 'forbid' || level === 'avoid' || level === 'hint')
    .map(({ act, start, end }) => `${act}:${text.slice(start, end)}`)
}

const acts = (text: string): string[] => [
  ...new Set(
    lookAtTurn(coach, [{ by: 'staff', text }], 0)
      .filter(({ level }) => level === 'neutral')
      .map(({ act }) => act),
  ),
]

const kinds = (text: string): string[] => [...new Set(marks(text).map((mark) => mark.split(':')[0] ?? ''))]

describe('what is marked', () => {
  test.each([
    ['你姓什么？', 'name'],
    ['你得按我说的做', 'order'],
    ['你弄错了', 'blame'],
    ['想要我帮忙就先把号码给我', 'bargain'],
    ['你操作错了', 'blame'],
    ['没坏，本来就这样', 'deny'],
    ['卖光了，没办法', 'refuse'],
    ['怎么又是你这个问题', 'blame'],
    ['他的电话不能给你', 'refuse'],
    ['我不想误导你', 'mislead'],
    ['别担心再坏', 'mislead'],
    ['你已经欠费80元', 'debt'],
  ])('the twelve to avoid: %s [H-39][H-41]', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  test.each([
    ['这是公司规定', 'policy'],
    ['我改天再联系您', 'someday'],
    ['这个连小孩子都懂', 'belittle'],
    ['我也没办法', 'helpless'],
    ['您放心，总会有办法的', 'vagueHope'],
    ['不可能，没有这种事', 'impossible'],
  ])('the six forbidden: %s [H-42][K-06]', (text, kind) => {
    const hits = lookAtTurn(coach, [{ by: 'staff', text }], 0).filter(({ level }) => level === 'forbid')
    expect(hits.map(({ act }) => act)).toContain(kind)
  })

  test.each([
    ['您必须先来一趟', 'order'],
    ['我尽量吧，我尽量帮您问', 'vague'],
    ['那个太贵了，不适合您', 'disparage'],
    ['您看您哪天有空？', 'openTime'],
    ['我理解您着急，但是查不到', 'but'],
  ])('%s [H-33][H-35][H-37][H-40][H-44]', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  test('what a good agent says in place of the twelve is left alone', () => {
    const better = [
      '方便告诉我怎么称呼您吗？',
      '为了把这件事办好，我们这边还缺这一步',
      '可能是我没讲明白，它的用法和您想的略有出入',
      '我很愿意帮您，先请您给我订单号',
      '我这里得到的结果不同，我们一步步对一遍',
      '看起来系统在正常运行，我陪您找找卡在哪里',
      '要的人多，暂时缺货，到货我第一个通知您',
      '这几次情况相近，我把它们合起来查',
      '我可以转达，请他给您回电好吗？',
      '我想给您一个准确的建议',
      '这次处理后请放心使用',
      '最近是不是较忙？账户余额用完了，我帮您看看怎么方便补上',
    ]
    expect(better.flatMap((text) => marks(text))).toEqual([])
  })
})

describe('what is not marked', () => {
  test.each([
    ['the word 不 by itself', '这个月不涨价，不用担心不够用，我们不停机'],
    ['what the customer said', '您刚才说没办法登录，对吗？'],
    ['words between quotation marks', '前台跟您讲“这是公司规定”，我去核实'],
    ['what is denied', '不是没办法，我想找个更省钱的办法'],
    ['a duty in law, explained, with help', '按实名登记的规定要看一眼证件，是为了防止别人冒用您的名字，我上门来看就行'],
    ['a refusal with another way', '今天送不了，明天上午第一趟给您送到'],
    ['a balance the customer asked for', '目前欠费三十二元'],
  ])('%s [H-42]', (kind, text) => {
    const before: Turn[] = kind.startsWith('a balance') ? [{ by: 'customer', text: '我是不是欠费了？' }] : []
    expect(marks(text, ...before)).toEqual([])
  })

  test('the same refusal without the other way is [H-36]', () => {
    expect(kinds('今天送不了')).toEqual(['refuse'])
  })

  test('a rule for one language keeps out of the other', () => {
    const turns: Turn[] = [{ by: 'staff', text: '您用的是什么型号？' }]
    expect(lookAtTurn(coach, turns, 0).filter(({ rule }) => rule.startsWith('en.'))).toEqual([])
  })

  test('the customer may say anything', () => {
    const turns: Turn[] = [{ by: 'customer', text: '不可能！你必须给我退，你们这什么服务' }]
    const hits = lookAtTurn(coach, turns, 0)
    expect(hits.filter(({ level }) => level !== 'neutral')).toEqual([])
    expect(hits.map(({ act }) => act)).toContain('customerMood')
  })

  test('a note tells of the customer', () => {
    const note: Turn[] = [{ by: 'note', text: '客户很激动，必须今天解决，不可能再等。约明天十点。' }]
    expect(lookAtTurn(coach, note, 0).filter(({ level }) => level === 'forbid' || level === 'avoid')).toEqual([])
  })
})

describe('a hit', () => {
  test('names the rule, the reason, the source, and what to say instead', () => {
    const text = '您好！您必须本人到营业厅。'
    const [hit] = lookAtTurn(coach, [{ by: 'staff', text }], 0).filter(({ level }) => level === 'avoid')
    expect(hit).toMatchObject({ rule: 'zh.order.must', source: 'H-40', why: 'zh.order' })
    expect(text.slice(hit?.replaces.start, hit?.replaces.end)).toBe('您必须本人到营业厅。')
    expect(coach.compiled.reasons[hit?.why ?? '']?.en).toMatch(/order/)
  })

  test('stands in the raw text, also when that is traditional, wide or spaced [H-42]', () => {
    const text = '我　也沒辦法！！！'
    const [hit] = lookAtTurn(coach, [{ by: 'staff', text }], 0).filter(({ level }) => level === 'forbid')
    expect(text.slice(hit?.start, hit?.end)).toContain('沒辦法')
  })

  test('"but" is replaced by itself alone [H-33]', () => {
    const text = '我理解您着急，但是查不到。'
    const [hit] = lookAtTurn(coach, [{ by: 'staff', text }], 0).filter(({ act }) => act === 'but')
    expect(text.slice(hit?.replaces.start, hit?.replaces.end)).toBe('但是')
    expect(hit?.rewrite).toBe('同时')
  })
})

describe('acts', () => {
  test.each([
    ['您觉得哪些地方还能做得更好？', 'openQuestion'],
    ['您的号码实名登记过吗？', 'closedQuestion'],
    ['请问您手机是什么型号的？', 'factQuestion'],
    ['麻烦您把订单号发给我', 'request'],
    ['您是说兑换码用不了，对吗？', 'restatement'],
    ['断网三天，换了谁都着急', 'empathy'],
    ['让您久等了，对不起', 'apology'],
    ['我今天五点前给您回话', 'datedCommitment'],
    ['我们会尽快处理的', 'vagueCommitment'],
    ['好几位老板一开始也这么想，后来用了发现省事', 'feelFeltFound'],
    ['您看周三上午好，还是周四下午好？', 'eitherOr'],
    ['请问目前问题解决了吗？', 'followUp'],
    ['有事打我这个电话', 'closing'],
    ['王老板，您好', 'greeting'],
  ])('%s is %s [H-25][H-31][H-32][H-37]', (text, act) => {
    expect(acts(text)).toContain(act)
  })
})
