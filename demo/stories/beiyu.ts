import type { Story } from './story.ts'

/** ¥1,860 short of tier A, and twelve lorries to be fitted next month: a border that a real need will carry them over. */
export const shortOfTheTopTier: Story = {
  title: { zh: '离 A 级只差 1,860 元', en: '¥1,860 short of the top tier' },
  who: '北屿冷链物流',
  ends: 'open',
  tell: (book) => {
    const beiyu = book.group('北屿冷链物流', {
      manager: 'lin',
      backup: 'gu',
      since: '2019-07-01',
      level: '银牌',
      dossier: {
        background: '冷链车队，四十六台车',
        industry: '物流',
        employees: 130,
        sites: '北屿冷库',
        sensitivity: 'price',
        style: 'driver',
        styleCues: ['只要结论和数'],
        buyingType: 'modified_rebuy',
        relationship: 'familiar',
        contractUntil: '2027-06-30',
        goodTimes: '下午，车都出去了',
      },
    })
    const zhao = beiyu.contact('赵凯', {
      call: '赵经理',
      title: '经理',
      department: '车队',
      role: 'decider',
      closeness: 'familiar',
      met: '11-06',
      phone: '13000655010',
    })
    beiyu.contact('曲琳', { title: '会计', role: 'purchaser', closeness: 'familiar', met: '09-10' })
    beiyu.number({ kind: 'card', product: '车载物联网卡 46 张', fee: 3220, main: true })
    beiyu.number({ kind: 'line', number: 'ZX-BY-01', product: '互联网专线 100M', fee: 3600, until: '2027-06-30' })
    beiyu.holds('车载物联网卡 46 张', { fee: 3220, note: '定位与温度', stage: 'loyalty' })
    beiyu.holds('互联网专线 100M', { fee: 3600, until: '2027-06-30', stage: 'use' })
    beiyu.paidBefore(Array.from({ length: 12 }, (_, i) => 6900 + i * 70))
    beiyu.pays([7980, 7990, 8020, 8050, 8100, 8150, 8200, 8250, 8300, 8350, 8370, 8380])
    beiyu.touch('09-10 16:10', { channel: 'visit', minutes: 45, with: zhao, note: '看了车载终端，三台换过电池' })
    beiyu.touch('11-06 16:20', {
      channel: 'visit',
      minutes: 30,
      with: zhao,
      said: '下月要添 12 张车载卡',
      note: '新签了一条线，下月添十二台车',
    })
    beiyu.wishes('下月要添 12 张车载卡', '11-06')
    beiyu.promise('十二台车的安装排期', {
      made: '11-06 16:40',
      due: '12-01 18:00',
      kind: 'reply',
      owner: 'donglin',
      to: zhao,
    })
    beiyu.expects('装车不耽误发车', {
      by: zhao,
      said: '11-06',
      rank: 1,
      can: 'can',
      state: 'agreed',
      wording: '晚八点后到车场装，每晚四台',
      updated: '11-09 10:00',
    })
  },
}
