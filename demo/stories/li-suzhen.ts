import type { Story } from './story.ts'

/**
 * The bill nobody explained. A shop owner finds 148 yuan of roaming on her September bill, rings three times, is told twice that "the system
 * shows no problem", rings again on Friday, and on Saturday looks up how to take her number elsewhere. This morning at half past ten we owe her a call.
 */
export const theBillNobodyExplained: Story = {
  title: { zh: '没人讲明白的 148 元', en: 'The 148 yuan nobody explained' },
  who: '李素珍',
  ends: 'open',
  tell: (book) => {
    const li = book.person('李素珍', {
      manager: 'lin',
      backup: 'han',
      call: '李姐',
      since: '2012-06-18',
      level: '四星金卡',
      points: 52_460,
      dossier: {
        background: '建材店主，一家五个号，她拿主意',
        gender: 'female',
        birthday: { calendar: 'solar', year: 1979, month: 4, day: 9 },
        occupation: '建材店主',
        address: '云川市城北建材市场 2 排 16 号',
        sensitivity: 'service',
        serviceNeeds: ['personal', 'timely'],
        persona: 'business_elite',
        style: 'driver',
        styleCues: ['语速快，爱举生意上的例子', '先让她说完，再一句话给结论'],
        pace: 'fast',
        usualWords: ['划算', '一句话说清'],
        doNotSay: ['“系统显示没有问题”', '“按规定退不了”', '问题没解决前，不提新套餐'],
        relationship: 'familiar',
        humanNeeds: ['respect', 'integrity'],
        interests: ['店里的监控', '儿子的工作'],
        goodTimes: '上午 10 点后店里不忙',
        contractUntil: '2026-05-31',
      },
    })
    li.number({ number: '13000126027', product: '家庭融合 199 档', fee: 199, main: true, until: '2026-05-31' })
    li.number({ number: '13000126028', user: '丈夫', product: '副卡', fee: 159 })
    li.number({ number: '13000126031', user: '儿子', product: '畅享 59 档', fee: 59, status: 'silent' })
    li.number({ number: '13000126035', user: '店里', product: '商务 159 档', fee: 159 })
    li.number({ number: '13000126036', user: '店员', product: '商务 99 档', fee: 99 })
    li.number({ kind: 'broadband', number: 'KD00126027', product: '千兆宽带', fee: 169 })
    li.holds('家庭融合 199 档', { fee: 199, until: '2026-05-31', stage: 'loyalty' })
    li.holds('副卡 4', { fee: 476, stage: 'use' })
    li.holds('千兆宽带', { fee: 169, stage: 'use' })
    li.holds('店铺监控', { fee: 120, note: '四个镜头，看进货口', stage: 'inclination' })
    li.paidBefore([902, 905, 911, 908, 915, 921, 918, 925, 930, 934, 931, 938], 'product')
    li.pays([951, 955, 954, 957, 960, 963, 965, 966, 967, 1004, 1004, 846], 'product')
    li.charge('2026-09', 'roaming', 148)
    li.consents('service', 'given', '2024-06-18', '入网协议')
    li.consents('sales', 'given', '2025-11-12', '电话里答应的')
    li.redeems('06-18', 3000, '电饭煲', 'goods')
    li.paidLate('2026-05', 50, '迟缴 9 天', '06-09')
    li.touch('2025-11-12 15:10', { purpose: 'care', minutes: 6, note: '店庆前问候，聊到店里想装监控' })
    li.touch('02-12 10:40', { purpose: 'care', minutes: 4, said: '过年给我打电话的就你们家记得我叫李姐' })
    li.touch('05-14 10:25', { channel: 'visit', minutes: 35, note: '到店看了监控点位，四个镜头够用' })
    li.touch('08-19 10:30', {
      minutes: 7,
      purpose: 'care',
      note: '儿子到外省上班，号要不要换成低月租的，等他安顿好再说',
    })
    li.touch('10-08 16:02', {
      passive: true,
      channel: 'hotline',
      by: 'fang',
      purpose: 'complaint',
      minutes: 6,
      said: '9 月怎么多出一百多块？我又没出过国',
    })
    li.touch('10-14 15:31', {
      passive: true,
      channel: 'hotline',
      by: 'fang',
      purpose: 'complaint',
      minutes: 5,
      said: '上回说给我查，查到哪去了',
      note: '再看一遍，系统显示没有问题',
    })
    li.touch('11-12 11:20', {
      passive: true,
      purpose: 'complaint',
      minutes: 8,
      said: '打了两次都说系统没问题，那我的钱哪去了',
    })
    li.touch('11-13 09:35', { channel: 'mail', purpose: 'service', note: '9 月详单发到邮箱，收到' })
    li.touch('11-20 17:48', {
      passive: true,
      purpose: 'complaint',
      minutes: 5,
      said: '说清楚就行，别再把我转来转去',
      note: '答应周一上午十点半前回电讲清',
    })
    li.saw('11-21 20:14', '自助查询', '查询过携号转网的条件')
    li.promise('回电讲清 148 元漫游费', { made: '11-20 17:50', due: '11-23 10:30', kind: 'call' })
    li.promise('9 月详单发到邮箱', {
      made: '11-12 11:28',
      due: '11-13 18:00',
      kind: 'send',
      kept: '11-13 09:35',
      told: '11-13 09:35',
    })
    li.promise('查清监控为什么掉线', {
      made: '06-02 10:05',
      due: '06-04 18:00',
      kind: 'fix',
      kept: '06-03 15:00',
      told: '06-03 15:20',
    })
    li.promise('把发票寄到店里', {
      made: '04-16 10:30',
      due: '04-20 18:00',
      kind: 'send',
      kept: '04-18 11:00',
      told: '04-18 11:05',
    })
    li.promise('约师傅装第四个镜头', {
      made: '05-14 10:55',
      due: '05-18 18:00',
      kind: 'visit',
      kept: '05-17 16:30',
      told: '05-17 16:40',
    })
    li.promise('把副卡的账单分开列', {
      made: '03-05 10:20',
      due: '03-10 18:00',
      kind: 'reply',
      kept: '03-09 14:10',
      told: '03-09 14:15',
    })
    li.promise('回电说低月租副卡的条件', {
      made: '08-19 10:36',
      due: '08-21 18:00',
      kind: 'call',
      broken: '08-24 09:30',
      told: '08-24 09:40',
    })
    li.expects('说清楚就行，别再把我转来转去', { said: '11-20', rank: 1, can: 'can', nature: 'emotional' })
    li.expects('儿子的号月租降到 30 元以内', {
      said: '08-19',
      rank: 2,
      can: 'partly',
      updated: '11-20 17:52',
      rounds: [['11-20 17:52', 'lower', '这个号本月就能改成 39 元档；30 元以内的要等合约到期。', '那先改，到期提醒我']],
    })
    li.expects('148 元全退', { said: '11-20', rank: 3, can: 'cannot', updated: '11-20 17:53' })
    li.opens('9 月账单多出 148 元', {
      kind: 'complaint',
      opened: '10-08 16:05',
      owner: 'fang',
      answered: '10-09 09:20',
      answer: '系统显示计费没有问题。',
      closed: '10-09 09:25',
      felt: '等于没说',
      asked: '11-12 11:22',
    })
    li.opens('148 元还没有说法', {
      kind: 'complaint',
      opened: '10-14 15:33',
      owner: 'fang',
      answered: '10-14 15:36',
      answer: '系统显示计费没有问题。',
      closed: '10-14 15:36',
      felt: '没人去查',
      asked: '11-12 11:23',
    })
    li.opens('148 元还是没讲明白', {
      kind: 'complaint',
      opened: '11-12 11:24',
      answered: '11-13 17:10',
      answer: '详单已发邮箱。',
      closed: '11-13 17:15',
      felt: '看不懂',
      asked: '11-20 17:50',
    })
    li.wishes('镜头能在手机上看回放', '05-14', '05-20')
    const october = {
      在网月数: 171,
      月均消费: 981,
      近三月消费变化: 4,
      超套餐次数: 2,
      合约剩余月数: 0,
      近半年投诉次数: 2,
      月均通话分钟: 990,
      月均流量GB: 92,
      用量变化: -21,
      副卡数: 4,
      宽带: '有',
      付款方式: '自助缴费',
      欠费次数: 0,
    }
    li.knownAs('2026-10-15', october)
    li.knownAs('2026-11-15', {
      ...october,
      在网月数: 172,
      月均消费: 970,
      近三月消费变化: -12,
      超套餐次数: 3,
      近半年投诉次数: 3,
      月均通话分钟: 860,
      月均流量GB: 74,
      用量变化: -38,
    })
  },
}
