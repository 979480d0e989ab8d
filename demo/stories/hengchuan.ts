import type { Story } from './story.ts'

/**
 * The cut-over that must not touch the night shift. A factory with two sites ranks what it wants; three of four wishes can be met, one is
 * being reset. The network department has drafted the time table; it has to be with the general manager by eleven this morning.
 */
export const theCutoverAndTheNightShift: Story = {
  title: { zh: '割接不碰夜班', en: 'A cut-over that spares the night shift' },
  who: '衡川精密制造',
  ends: 'open',
  tell: (book) => {
    const factory = book.group('衡川精密制造', {
      manager: 'lin',
      backup: 'gu',
      since: '2017-09-04',
      level: '金牌',
      dossier: {
        background: '汽车零部件厂，两处厂区，三班倒',
        industry: '汽车零部件',
        employees: 1140,
        sites: '老厂区（衡川路 6 号）、新厂区（临港东）',
        sensitivity: 'safety',
        productNeed: ['access', 'application'],
        serviceNeeds: ['timely'],
        style: 'analytical',
        styleCues: ['先看时间表，再谈价格', '喜欢书面答复'],
        doNotSay: ['“应该不会断”'],
        buyingType: 'modified_rebuy',
        relationship: 'familiar',
        humanNeeds: ['integrity', 'service'],
        contractUntil: '2027-03-31',
        goodTimes: '周一、周四上午',
      },
    })
    const zhou = factory.contact('周启衡', {
      call: '周总',
      title: '总经理',
      role: 'decider',
      closeness: 'loose',
      met: '10-02',
      phone: '13000271108',
    })
    const feng = factory.contact('冯大川', {
      call: '冯工',
      title: '主任',
      department: '设备部',
      role: 'initiator',
      closeness: 'close',
      met: '11-17',
      phone: '13000271120',
    })
    const luo = factory.contact('罗倩', {
      call: '罗倩',
      title: '网络主管',
      department: '信息科',
      role: 'evaluator',
      closeness: 'familiar',
      met: '11-17',
      phone: '13000271133',
    })
    const xu = factory.contact('许宏', {
      call: '许经理',
      title: '经理',
      department: '采购部',
      role: 'purchaser',
      closeness: 'familiar',
      met: '11-04',
      phone: '13000271146',
    })
    factory.number({
      kind: 'line',
      number: 'ZX-HC-01',
      product: '互联网专线 500M',
      fee: 9300,
      main: true,
      until: '2027-03-31',
    })
    factory.number({ kind: 'line', number: 'ZX-HC-02', product: '互联网专线 500M', fee: 9300, until: '2027-03-31' })
    factory.number({ kind: 'employee', product: '员工号码 412 个', fee: 14_920 })
    factory.number({ kind: 'card', product: '车间物联网卡 260 张', fee: 2080 })
    factory.holds('互联网专线 500M × 2', { fee: 18_600, until: '2027-03-31', stage: 'loyalty' })
    factory.holds('员工号码 412 个', { fee: 14_920, note: '活跃 388', stage: 'use' })
    factory.holds('车间物联网卡 260 张', { fee: 2080, note: '本年 +90', stage: 'use' })
    factory.holds('云桌面 14 台', { fee: 1300, note: '试用转正', stage: 'inclination' })
    factory.paidBefore([28_100, 28_300, 28_200, 28_900, 29_300, 29_600, 30_200, 30_300, 30_900, 31_200, 31_400, 31_189])
    factory.pays([31_900, 31_700, 31_200, 33_400, 33_700, 34_000, 35_500, 35_200, 36_100, 36_900, 36_300, 36_900])
    factory.consents('any', 'given', '2017-09-04', '服务协议')
    factory.touch('10-02 14:30', {
      channel: 'visit',
      purpose: 'care',
      minutes: 40,
      with: zhou,
      note: '节前拜访周总，说到新厂区年底前要通',
    })
    factory.touch('10-20 10:10', { minutes: 8, with: luo, note: '新厂区进度，机房十一月中旬能进场' })
    factory.touch('11-04 16:40', {
      channel: 'message',
      passive: true,
      with: xu,
      said: '价格只是一头，断线谁来接更要紧',
      note: '许经理发来友商报价单，比我们低 9%',
    })
    factory.touch('11-09 11:05', {
      passive: true,
      purpose: 'complaint',
      with: feng,
      minutes: 4,
      said: '二号车间信号弱，扫码枪老掉',
    })
    factory.touch('11-10 15:30', { purpose: 'service', with: feng, minutes: 3, note: '信号调测后回访，满意' })
    factory.touch('11-14 17:05', { by: 'lin', with: feng, minutes: 2, said: '这下踏实了', note: '备用电源更换完成' })
    factory.touch('11-17 09:30', {
      channel: 'visit',
      minutes: 95,
      with: luo,
      note: '到厂拜访冯工、罗倩，看了新厂区机房；罗倩第一次提到五日开通',
    })
    factory.touch('11-20 09:12', {
      passive: true,
      with: zhou,
      minutes: 6,
      said: '别碰夜班，其他都好说',
      note: '周总来电，定下周日清早割接',
    })
    const table = factory.promise('发出专线割接时间表', {
      made: '11-20 09:16',
      due: '11-23 11:00',
      kind: 'send',
      owner: 'lin',
      to: zhou,
      steps: [['11-22 19:40', 'progress', '网络部初稿已回，待发出']],
    })
    factory.handsOver('衡川精密制造两条专线的割接时间表，避开夜班，周日 06:00–08:00', {
      to: 'hansong',
      asked: '11-20 09:20',
      due: '11-23 09:00',
      answered: '11-22 19:40',
      answer: '初稿：周日 06:00 断第一条，06:40 断第二条，07:30 前全部恢复。回退方案在附页。',
      promise: table,
    })
    factory.promise('新厂区勘察报告', {
      made: '11-17 11:05',
      due: '11-26 18:00',
      kind: 'send',
      owner: 'donglin',
      to: luo,
    })
    factory.promise('三年期专线报价', { made: '11-04 16:50', due: '12-02 18:00', kind: 'reply', to: xu })
    factory.promise('更换机房备用电源', {
      made: '11-06 10:00',
      due: '11-14 18:00',
      kind: 'fix',
      owner: 'hansong',
      to: feng,
      kept: '11-14 16:30',
      told: '11-14 17:05',
    })
    factory.expects('割接不碰夜班生产', {
      by: zhou,
      said: '11-20',
      rank: 1,
      can: 'can',
      state: 'agreed',
      wording: '周日 06:00–08:00',
      updated: '11-20 09:16',
    })
    factory.expects('专线断了十分钟内有人接', {
      by: feng,
      said: '11-09',
      rank: 2,
      can: 'can',
      state: 'agreed',
      wording: '专属值守号',
      updated: '11-17 10:20',
    })
    factory.expects('新厂区五日内开通', {
      by: luo,
      said: '11-17',
      rank: 3,
      can: 'partly',
      state: 'resetting',
      updated: '11-17 11:00',
      rounds: [['11-17 11:00', 'reset', '先通临时链路，再谈 12 天', '临时的能用就行，但要有日子']],
    })
    factory.expects('专线资费和友商拉平', {
      by: xu,
      said: '11-04',
      rank: 4,
      can: 'cannot',
      state: 'explained',
      wording: '已讲明；可改谈三年期',
      updated: '11-04 16:55',
    })
    factory.opens('二号车间信号弱', {
      kind: 'complaint',
      opened: '11-09 11:05',
      answered: '11-09 17:30',
      answer: '当天调测，加了一台室分。',
      closed: '11-10 13:10',
      felt: '满意',
      asked: '11-10 15:30',
    })
    factory.opens('新厂区要一条临时链路', { kind: 'request', opened: '11-17 11:10', due: '11-27 18:00', owner: 'lin' })
    factory.saw('11-04', '许经理转来', '同档专线报价低 9%，含一年免月租光电话；不含专属值守', '友商甲')
    factory.knownAs('2026-11-15', {
      在网月数: 110,
      月均消费: 34_400,
      近三月消费变化: 3,
      超套餐次数: 0,
      合约剩余月数: 5,
      近半年投诉次数: 1,
      月均通话分钟: 182_000,
      月均流量GB: 9400,
      用量变化: 6,
      副卡数: 412,
      宽带: '有',
      付款方式: '对公转账',
      欠费次数: 0,
    })
  },
}
