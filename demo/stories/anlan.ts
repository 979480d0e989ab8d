import type { Story } from './story.ts'

/**
 * Everyone but the one who decides. The hospital's information office likes us, yet nobody has met its director for forty-seven days, and
 * the one wish that matters to him, a cut-over without closing the clinic, has not been settled.
 */
export const everyoneButTheDecider: Story = {
  title: { zh: '唯独没见到拿主意的人', en: 'Everyone but the one who decides' },
  who: '安澜医院信息科',
  ends: 'open',
  tell: (book) => {
    const hospital = book.group('安澜医院信息科', {
      manager: 'lin',
      backup: 'gu',
      since: '2015-03-12',
      level: '金牌',
      dossier: {
        background: '三级医院，门诊日均两千人次',
        industry: '医疗',
        employees: 860,
        sites: '本部、城北分院',
        sensitivity: 'safety',
        style: 'amiable',
        styleCues: ['先听他说完院里的难处', '要书面的应急预案'],
        doNotSay: ['“半夜断一下没人知道”'],
        relationship: 'familiar',
        buyingType: 'straight_rebuy',
        contractUntil: '2027-08-31',
        goodTimes: '周三下午',
      },
    })
    const chen = hospital.contact('陈怀仁', {
      call: '陈主任',
      title: '主任',
      department: '信息科',
      role: 'decider',
      closeness: 'familiar',
      met: '10-07',
      phone: '13000303301',
    })
    const wu = hospital.contact('吴静', {
      call: '吴老师',
      title: '网络管理员',
      department: '信息科',
      role: 'evaluator',
      closeness: 'close',
      met: '11-12',
      phone: '13000303302',
    })
    hospital.contact('丁慧', {
      call: '丁科长',
      title: '科长',
      department: '设备科',
      role: 'purchaser',
      closeness: 'loose',
      met: '09-18',
    })
    hospital.contact('桑月', { title: '办公室', role: 'gatekeeper', closeness: 'familiar', met: '11-12' })
    hospital.number({
      kind: 'line',
      number: 'ZX-AL-01',
      product: '医保专线 200M',
      fee: 8200,
      main: true,
      until: '2027-08-31',
    })
    hospital.number({ kind: 'line', number: 'ZX-AL-02', product: '互联网专线 1000M', fee: 12_400, until: '2027-08-31' })
    hospital.holds('医保专线 200M', { fee: 8200, until: '2027-08-31', stage: 'loyalty' })
    hospital.holds('互联网专线 1000M', { fee: 12_400, until: '2027-08-31', stage: 'use' })
    hospital.paidBefore(Array.from({ length: 12 }, (_, i) => 21_000 + i * 40))
    hospital.pays([22_100, 22_100, 22_150, 22_200, 22_300, 22_300, 22_350, 22_400, 22_450, 22_500, 22_550, 22_600])
    hospital.touch('10-07 15:10', {
      channel: 'visit',
      minutes: 50,
      with: chen,
      said: '割接可以，不能停诊',
      note: '陈主任问能不能分楼层割接',
    })
    hospital.touch('10-21 15:00', { minutes: 6, with: wu, note: '吴老师要分楼层的网络图' })
    hospital.touch('11-05 15:20', { outcome: 'no_answer', with: chen })
    hospital.touch('11-12 14:40', {
      channel: 'visit',
      minutes: 30,
      with: wu,
      note: '到院没碰上陈主任，吴老师说他周三下午常在',
    })
    hospital.promise('分楼层的割接方案', {
      made: '10-21 15:06',
      due: '11-25 18:00',
      kind: 'send',
      owner: 'hansong',
      to: chen,
    })
    hospital.promise('城北分院的网络图', {
      made: '10-21 15:07',
      due: '10-28 18:00',
      kind: 'send',
      to: wu,
      kept: '10-27 16:00',
      told: '10-27 16:05',
    })
    hospital.expects('割接不停诊', { by: chen, said: '10-07', rank: 1, state: 'open' })
    hospital.expects('夜里有人守着', {
      by: wu,
      said: '10-21',
      rank: 2,
      can: 'can',
      state: 'agreed',
      wording: '割接当晚两人驻院',
      updated: '11-12 15:05',
    })
  },
}
