import { addDays, type Day } from '#domain/kernel/day.ts'
import { idOf } from '../rows.ts'
import type { Story } from './story.ts'

/**
 * The goods come the day after market. In the old street the market falls on lunar days ending in three, six and nine; the van comes on
 * Wednesdays. Sister-in-law He said so in August, again in September, and was answered that routes are fixed once a year. Four market
 * days were sold short, the take fell by a third, and the shop next door got the walkers. Nobody had laid the two calendars side by side.
 */
export const theDayAfterMarket: Story = {
  title: { zh: '货在集后一天到', en: 'Delivered the day after market' },
  who: '福顺烟酒店',
  ends: 'failed',
  tell: (book) => {
    const fushun = book.outlet('福顺烟酒店', {
      manager: 'lu',
      backup: 'shi',
      call: '贺嫂',
      since: '2014-04-01',
      dossier: {
        background: '老街口夫妻店，贺嫂看店',
        address: '柳溪镇老街 18 号',
        format: 'tobacco_liquor',
        marketType: 'town',
        scale: 'medium',
        route: '东线 3 号车',
        deliveryDays: { kind: 'weekdays', weekdays: [3] },
        marketDays: { kind: 'digits', calendar: 'lunar', digits: [3, 6, 9] },
        orderDay: { kind: 'weekdays', weekdays: [1] },
        orderingWay: 'online',
        licenceNumber: 'LX-0418',
        licenceUntil: '2027-02-14',
        credit: 'a',
        demonstration: true,
        allocationLevel: 12,
        brands: 34,
        averagePrice: 18_600,
        buyers: '逢集多是山里来的，买整条',
        shopFront: '老街口，红底白字，正对集场',
        display: '烟柜在进门左手四层，云岫在第二层',
        area: 46,
        openHours: '6:30–21:30，逢集 5:30 开门',
        bank: '柳溪农商行',
        keeper: '贺春梅',
        keeperBirthday: { calendar: 'lunar', year: 1974, month: 2, day: 19, leap: false },
        secondContact: '丈夫福根，逢集在店里搬货',
        pace: 'slow',
        usualWords: ['赶集', '慢慢来'],
        relationship: 'familiar',
        style: 'amiable',
        styleCues: ['先问生意，再说订货', '不爱听“规定”两个字'],
        doNotSay: ['“线路一年一定”'],
        goodTimes: '早上八点前、下午四点后',
      },
    })
    fushun.number({ number: '13000912218', product: '订货手机', main: true })
    const he = fushun.contact('贺春梅', {
      call: '贺嫂',
      title: '店主',
      role: 'decider',
      closeness: 'familiar',
      met: '11-18',
      phone: '13000912218',
    })
    fushun.paidBefore([8600, 8900, 9800, 8200, 8300, 8400, 8200, 8500, 8600, 8700, 9100, 9000])
    fushun.pays([8900, 9400, 10_600, 8800, 8700, 8800, 8600, 8800, 8700, 7600, 6400, 5900])
    orderWeekly(fushun.orders)
    fushun.touch('06-16 16:20', {
      channel: 'visit',
      purpose: 'care',
      minutes: 25,
      with: he,
      note: '上半年销量比去年好，想再加一档',
    })
    fushun.touch('08-25 16:40', {
      channel: 'visit',
      minutes: 20,
      with: he,
      said: '你们的车老是集散了才来',
      note: '说线路一年一定，年底一起提',
    })
    fushun.touch('09-22 16:30', {
      channel: 'visit',
      minutes: 15,
      with: he,
      said: '三个集都断了云岫，人家去隔壁买了',
      note: '记下，等年底',
    })
    fushun.touch('10-20 08:10', { minutes: 4, with: he, said: '我自己去城里批点别的，别怪我', note: '销量连降三个月' })
    const scanner = fushun.touch('11-18 16:15', {
      channel: 'visit',
      minutes: 30,
      with: he,
      said: '扫码枪好用，货不好用',
      note: '换扫码枪；才把送货日和集日摆到一起看：十一月九个集，货在前两天内到的只有两个',
    })
    fushun.promise('反映送货日赶不上集', {
      made: '08-25 16:50',
      due: '09-05 18:00',
      kind: 'reply',
      broken: '09-22 16:35',
    })
    fushun.promise('集前从二店调十条云岫', {
      made: '09-22 16:40',
      due: '09-26 18:00',
      kind: 'deliver',
      broken: '09-28 09:00',
      told: '10-20 08:12',
    })
    fushun.promise('换一把扫码枪', {
      made: '11-10 08:20',
      due: '11-18 18:00',
      kind: 'deliver',
      kept: '11-18 16:15',
      told: '11-18 16:15',
    })
    fushun.promise('送货日能不能改到周一，给个准话', { made: '11-18 16:40', due: '11-25 18:00', kind: 'reply', to: he })
    fushun.expects('货在赶集前一天到', { by: he, said: '08-25', rank: 1, state: 'open', updated: '11-18 16:40' })
    fushun.expects('断货时先从别的店调', {
      by: he,
      said: '09-22',
      rank: 2,
      can: 'partly',
      state: 'open',
      updated: '11-18 16:40',
    })
    fushun.opens('送货日赶不上集', {
      kind: 'complaint',
      opened: '08-25 16:45',
      answered: '09-22 16:45',
      answer: '线路一年一定，年底统一调整。',
      closed: '09-22 16:50',
      early: '贺嫂要看店',
      tries: [['09-22 16:50', 'none']],
    })
    const again = fushun.opens('集前又断货，送货日还是没改', {
      kind: 'complaint',
      opened: '11-18 16:42',
      said: '扫码枪好用，货不好用',
      level: 'major',
      motive: 'solution',
      temperament: 'firm',
      steps: { listened: '11-18 16:45', restated: '11-18 16:49' },
      answered: '11-18 16:52',
      answer: '送货日我去问，25 号前给准话。',
      handings: [
        {
          id: idOf('handing fushun'),
          to: 'lao',
          at: '11-19 08:20',
          event: '集前断货，第四个集了',
          demand: '逢集前一天送到',
          problem: '东线周三送，集在周二、周五',
          measure: '东线改周一送，或逢集那周先送街上',
        },
      ],
      told: [['11-20 16:50', '送货组在排线路，下周三有准话', '11-25 18:00']],
    })
    fushun.handsOver(
      '集前断货，第四个集了\n逢集前一天送到\n东线周三送，集在周二、周五\n东线改周一送，或逢集那周先送街上',
      {
        id: idOf('handing fushun'),
        case: again,
        to: 'lao',
        asked: '11-19 08:20',
        due: '11-24 17:30',
      },
    )
    fushun.found('11-18', 'stock', '集前云岫就断了，柜里空着两格', scanner)
    fushun.found('11-18', 'complaint', '送货车总在集散后才到', scanner)
    fushun.found('10-20', 'sales', '逢集客少了三成，买整条的去了隔壁')
    fushun.evaluated('2026-Q2', 48, 17, 19)
    fushun.evaluated('2026-Q3', 41, 16, 19, '断货多，销量连降；陈列和守法都好')
    fushun.pictured('11-18 16:20', 'front', '门头，正对集场')
    fushun.pictured('11-18 16:22', 'display', '第二层空了两格')
    fushun.pictured('11-18 16:25', 'counter', '新换的扫码枪')
    fushun.saw('10-20', '客户说的', '从城里自批了饮料，烟也问了价', '城里批发部')
    fushun.wishes('一把好用的扫码枪', '06-16', '11-18')
  },
}

const brands = [
  ['青峦 硬', 220, 34],
  ['云岫 软', 420, 16],
  ['江月 细支', 260, 14],
  ['松间 中支', 330, 6],
] as const

/** Ordered on Mondays, delivered on Wednesdays; less and less of what the market wants. */
const orderWeekly = (
  orders: (day: Day, delivered: Day, product: string, quantity: number, yuan: number, electronic: boolean) => void,
): void => {
  for (let week = 0; week < 12; week += 1) {
    const monday = addDays('2026-08-31', week * 7)
    const kept = 1 - week * 0.035
    for (const [product, price, cartons] of brands) {
      const quantity = Math.round(cartons * kept)
      orders(monday, addDays(monday, 2), product, quantity, quantity * price, week % 4 !== 3)
    }
  }
}
