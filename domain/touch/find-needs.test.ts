import { describe, expect, test } from 'vitest'
import { findNeeds } from './find-needs.ts'

describe('needs in running notes [S-41]', () => {
  test.each([
    ['客户想要个便宜点的套餐', '便宜点的套餐'],
    ['李姐说想换个大一点的流量包', '换个大一点的流量包'],
    ['想办一张副卡给孩子用', '办一张副卡给孩子用'],
    ['客户需要两台收款机', '两台收款机'],
    ['店里需要一个双频路由器', '双频路由器'],
    ['问有没有适合老人的套餐', '适合老人的套餐'],
    ['咨询了一下有没有国际漫游包', '国际漫游包'],
    ['客户问我们有哪些专线', '专线'],
    ['打算装宽带', '装宽带'],
    ['他考虑升级到千兆', '升级到千兆'],
    ['流量总是不够用', '流量总是不够用'],
    ['软烟货源跟不上', '货源跟不上'],
    ['对家庭云挺感兴趣', '家庭云'],
    ['能不能加个亲情号', '加个亲情号'],
    ['客户要开通国际漫游', '开通国际漫游'],
    ['想了解一下视频彩铃', '视频彩铃'],
    ['孩子上网课，需要大流量', '大流量'],
    ['周总说公司想加二十条线', '加二十条线'],
    ['Customer wants a cheaper plan', 'a cheaper plan'],
    ['He would like to add a second SIM', 'add a second SIM'],
    ['She needs a bigger data plan for her son', 'a bigger data plan for her son'],
    ['asked if there is a plan for seniors', 'a plan for seniors'],
    ['Mr Zhou is interested in cloud storage', 'cloud storage'],
    ['always runs out of data', 'always runs out of data'],
    ['looking for a faster line', 'a faster line'],
  ])('%s', (said, text) => {
    const [found, ...more] = findNeeds(said)
    expect(found?.text).toBe(text)
    expect(more).toEqual([])
    expect(said.slice(found?.start, found?.end)).toBe(text)
  })

  test.each([
    // No need at all.
    '客户说不需要',
    '暂时不想换套餐',
    '不考虑办副卡',
    '没想办宽带',
    '对彩铃没有兴趣',
    '不用了',
    // What we have to do, or how long it takes.
    '需要再核实一下',
    '需要三天',
    '需要 3 个工作日',
    '这个需要联系后台',
    '需要您带身份证到厅',
    '我们需要查一下',
    '后台需要两个小时',
    '系统需要升级',
    '需要多久',
    // Asked or advised by us.
    '您需要加流量包吗',
    '还需要别的吗？',
    '建议想换的时候再来',
    '如果需要流量包再说',
    '有需要再联系',
    '需要的话打给我',
    '需要的时候随时找我',
    '问了还有没有别的事',
    // Wishes about how one is treated, and what is owed.
    '想要个说法',
    '想让我们早点回电',
    '想要退费',
    '希望周五前退费',
    '最好上午打电话',
    '能不能少交点月租',
    '能不能换人接待',
    '要求书面道歉',
    // Leaving is no need of ours.
    '想办携号转网',
    '打算销户',
    // Others, and the past.
    '去年想装没装成',
    '竞争对手想加人',
    '已经办好了宽带',
    // Words that only look like it.
    '没想到这么快',
    '想办法给您解决',
    '想起来是上个月的事',
    '客户很开心',
    '周五前给您回电',
    '短信没看到，店里忙',
    '不知道转机也会扣钱，店里忙',
    '要不是您提醒就错过了',
    '他要加快进度',
    "Doesn't want a new phone",
    'does not need anything else',
    'We need to check with the back office',
    'Do you need more data?',
    'wants a refund',
    'wants us to call back on Friday',
    'needs two days',
    'needs to be checked',
    'wants to cancel the contract',
    "We'll call you back by Friday",
    'The line was down for two days',
    'is not interested in broadband',
    'The engineer needs a key',
  ])('none in: %s', (said) => {
    expect(findNeeds(said)).toEqual([])
  })

  test('each clause by itself, and the wish beside it stays out', () => {
    expect(findNeeds('儿子去外地，想办张副卡；希望以后别再中午打，需要境外上网提醒。').map(({ text }) => text)).toEqual(
      ['办张副卡', '境外上网提醒'],
    )
  })
})
