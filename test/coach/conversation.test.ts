import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { featuresOf } from '#domain/coach/conversation/features.ts'
import { riskModel } from '#domain/coach/conversation/risk.ts'
import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { type ConversationView, conversationView } from '#domain/coach/conversation/view.ts'
import { missedWordsEn, riskWordsEn, transcriptWordsEn } from '#domain/coach/conversation/words.en.ts'
import { missedWordsZh, riskWordsZh } from '#domain/coach/conversation/words.zh.ts'
import { lookAtTurn } from '#domain/coach/look.ts'
import { lastQuestion } from '#domain/coach/question.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { sentence } from '#domain/kernel/said.ts'
import { readCoachPack } from '#server/coach/pack.ts'

let coach: Coach
beforeAll(async () => {
  coach = coachOf((await readCoachPack('content/core')).compiled)
})

const when = { now: new Date('2026-11-23T10:00:00+08:00'), timeZone: 'Asia/Shanghai' }

const turnsOf = (text: string) => {
  const read = parseTranscript(text)
  if (!read.ok) throw new Error(sentence(transcriptWordsEn, read.error))
  return read.value
}
const looked = (text: string): ConversationView => conversationView(coach, turnsOf(text), when)
const risk = (text: string): number => {
  const { risk } = looked(text)
  if (risk === null) throw new Error('no risk')
  return risk.chance
}

const helped = `客户：你们怎么回事，又断网了，我店里刷不了卡！
客服：断网刷不了卡，确实耽误生意。请问光猫上的红灯亮着吗？
客户：亮的。
客服：您是说从早上开始一直亮，对吗？是因为楼道的线路松了，我已经给您转到维修，师傅今天十一点前到店里。您先把手机热点打开，刷卡机可以先用。
客户：好的，热点能用了，谢谢。`

const polite = `客户：你们怎么回事，又断网了，我店里刷不了卡！
客服：您好，非常抱歉给您带来不便，感谢您的反馈，我们非常重视，请您私信提供一下您的号码，我们会尽快为您处理，感谢您的理解与支持，祝您生活愉快！
客户：早就私信过了，还是没人管啊？
客服：您好，非常抱歉给您带来不便，您的问题已经记录并反馈给相关部门，请您耐心等待，感谢您的理解与支持，祝您生活愉快！
客户：你们除了抱歉还会说什么？到底什么时候能好？`

describe('the outcome risk', () => {
  test('a polite conversation that does not help loses to a plain one that does [S-46]', () => {
    expect(risk(helped)).toBeLessThan(0.2)
    expect(risk(polite)).toBeGreaterThan(0.6)
    expect(looked(polite).process.score).toBeLessThan(looked(helped).process.score)
  })

  const courtesies = [
    '您好，非常抱歉给您带来不便。',
    '我们会尽快为您处理。',
    '您的问题已经为您记录并反馈给相关部门，会尽快为您解决的。',
    '由于咨询量较大给您带来不便，敬请谅解。',
    '您反映的情况属于个别现象，我们非常重视。',
    '已为您加急，会尽快为您恢复，请耐心等待。',
    '我们将第一时间跟进并改进服务，感谢您的理解与支持。',
    '非常理解您的心情，请您放心，一定会给您处理好的。',
    '请问您方便说一下号码吗？',
    '祝您生活愉快，再见！',
    'Hello, I am so sorry for the inconvenience.',
    'We will look into it as soon as possible.',
    'You can rest assured that we will resolve it soon.',
    'I have passed this on because we value your patience.',
  ]
  const helpful = [
    '查到了，是十七号重复扣的，三十块已经退到您话费里。',
    '楼道光缆被施工挖断了，已经接好。',
    '您可以先用手机热点，师傅今天下午四点前到。',
    '您把光猫的电源拔下，一分钟后再插上。',
    'I found the second charge. I have refunded 30 yuan.',
    'You can switch to the other line, I will call you by four today.',
  ]
  test('courtesies answer nothing and solve nothing, whichever are said and however often [S-46]', () => {
    const asked = '客户：网断了三天了。\n'
    const least = Math.min(...helpful.map((words) => looked(`${asked}客服：${words}`).process.score))
    const said = fc.array(fc.constantFrom(...courtesies), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(said, (words) => {
        const { helped, score } = looked(`${asked}${words.map((each) => `客服：${each}`).join('\n')}`).process
        return !helped && score < least
      }),
    )
  })

  test('more apologies and thanks on top change nothing for the better', () => {
    const kinder = polite.replaceAll('非常抱歉', '非常抱歉，实在对不起')
    expect(risk(kinder)).toBeGreaterThan(risk(polite) - 0.05)
  })

  test('is made of its parts', () => {
    const { risk } = looked(helped)
    expect(risk?.parts[0]).toMatchObject({ feature: 'lastThanks', more: true })
    const sum = (risk?.parts ?? []).reduce((total, { effect }) => total + effect, riskModel.mean)
    expect(sum).toBeCloseTo(risk?.satisfaction ?? 0, 0)
  })

  test('every part has words in both languages', () => {
    for (const { name } of riskModel.features) {
      expect(riskWordsZh).toHaveProperty(name)
      expect(riskWordsEn).toHaveProperty(name)
    }
    const known = Object.keys(featuresOf(turnsOf(helped), [], coach.fold)).sort()
    expect(riskModel.features.map(({ name }) => name)).toEqual(known)
    expect(Object.keys(riskWordsZh).sort()).toEqual(known)
  })

  test('says nothing about what it was not made from', () => {
    expect(looked('Customer: It is down again.\nAgent: I am sorry, I will call you by four.').risk).toBeNull()
    expect(looked('客户：断网了\n客户：有人吗').risk).toBeNull()
  })
})

describe('what a conversation did [S-46]', () => {
  test('six steps, each with the words that show it', () => {
    const { steps } = looked(helped)
    const turns = turnsOf(helped)
    const words = Object.entries(steps).map(([step, [first]]) => [
      step,
      first ? turns[first.turn]?.text.slice(first.start, first.end) : null,
    ])
    expect(Object.fromEntries(words)).toEqual({
      listen: null,
      analyse: expect.stringContaining('红灯亮着吗'),
      understand: expect.stringContaining('耽误'),
      restate: expect.stringContaining('您是说'),
      answer: expect.stringContaining('因为楼道的线路松了'),
      solve: expect.stringMatching(/打开|十一点/),
    })
  })

  test('the mood over time, and where it got worse', () => {
    const view = looked(`客户：我想问一下话费。
客服：您请说。
客户：又扣了三十块，我要投诉到工信部！
客服：我理解您着急，我现在就查，十分钟内答复您。
客户：好的，谢谢。`)
    expect(view.mood.map(({ turn, mood }) => [turn, mood])).toEqual([
      [0, 0],
      [2, -3],
      [4, 2],
    ])
    expect(view.escalations).toEqual([2])
  })

  test('promises of ours and wishes of theirs, ready for the ledgers [P-10][R-23]', () => {
    const view = looked('客户：我希望以后不要再半夜发短信。\n客服：我周五前给您回电。')
    expect(view.expectations.map(({ turn, text }) => [turn, text])).toEqual([[0, '希望以后不要再半夜发短信']])
    expect(view.promises.map(({ turn, kind }) => [turn, kind])).toEqual([[1, 'call']])
  })

  test('a no to words said back puts them right; nothing was missed by not asking on', () => {
    const view = looked(
      '客户：账单要分开。\n客服：您是说下个月起分开，是吗？\n客户：不对，这个月就要。\n客服：好的，今天就给您办。',
    )
    expect(view.missed.map(({ code }) => code)).not.toContain('no.unopened')
  })

  test.each([
    ['feeling.unheard', '客户：你们太坑人了！\n客服：请提供一下号码。'],
    ['no.unopened', '客户：网慢。\n客服：请问重启过吗？\n客户：没有用。\n客服：好的，我记下了。'],
    ['refusal.bare', '客户：能退吗？\n客服：不好意思，这个退不了。'],
    ['promise.undated', '客户：什么时候好？\n客服：我们会尽快处理的。'],
    ['question.unanswered', '客户：网慢。\n客服：请您稍等。\n客户：要等多久？'],
    ['leaving.unasked', '客户：我要携号转网。\n客服：好的，请提供号码。'],
    [
      'answer.repeated',
      polite.replace(
        /^客服：您好，非常抱歉.*支持，祝您生活愉快！$/gm,
        '客服：您好，非常抱歉给您带来不便，请您耐心等待，感谢您的支持！',
      ),
    ],
    ['solution.absent', '客户：网慢。\n客服：您好。'],
  ] as const)('misses %s', (code, text) => {
    const found = looked(text).missed
    expect(found.map((said) => said.code)).toContain(code)
    for (const said of found) {
      expect(sentence(missedWordsZh, said)).not.toBe(said.code)
      expect(sentence(missedWordsEn, said)).not.toBe(said.code)
    }
  })

  test.each([
    ['请问是什么情况呢？是今天开始的吗？', 'closed'],
    ['红灯亮着吗？您当时是怎么操作的呢？', 'open'],
    ['Is the red light on? What did you do then?', 'open'],
    ['How did it go? Did you restart it?', 'closed'],
    ['我下午三点给您回电。', null],
  ])('the last question of a turn is the one that gets the answer: %s [H-25][H-26]', (text, kind) => {
    expect(lastQuestion(lookAtTurn(coach, [{ by: 'staff', text }], 0))).toBe(kind)
  })

  test('a conversation that went well has little to miss', () => {
    expect(looked(helped).missed.map(({ code }) => code)).toEqual([])
  })

  test('English conversations are looked at too, but for the risk', () => {
    const view = looked(`Customer: It's down again, this is ridiculous.
Agent: I understand how frustrating that is. Is the red light on?
Customer: Yes.
Agent: I will call you by four today.
Customer: Thank you.`)
    expect(view.mood.map(({ mood }) => mood)).toEqual([-3, 0, 2])
    expect(view.steps.understand).not.toEqual([])
    expect(view.promises).toHaveLength(1)
  })
})
