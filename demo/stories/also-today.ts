import type { Book } from '../book.ts'

/** Those who are on Lin Xiaolan's list this Monday and are no long story: each one line. */
export const alsoToday = (book: Book): void => {
  theNewCustomer(book)
  theUnknownRoaming(book)
  theSchoolPastItsMonth(book)
  thePointsThatLapse(book)
  theTwoShops(book)
}

const theNewCustomer = (book: Book): void => {
  const qimu = book.group('栖木建筑设计', {
    manager: 'lin',
    backup: 'gu',
    since: '2024-05-06',
    level: '铜牌',
    assigned: '11-19',
    dossier: { background: '三十来人的设计所', industry: '设计', employees: 34, contractUntil: '2027-05-31' },
  })
  qimu.contact('郑屿', { call: '郑总', title: '所长', role: 'decider', phone: '13001240081' })
  qimu.number({
    kind: 'line',
    number: 'ZX-QM-01',
    product: '互联网专线 100M',
    fee: 2900,
    main: true,
    until: '2027-05-31',
  })
  qimu.holds('互联网专线 100M', { fee: 2900, until: '2027-05-31' })
  qimu.paidBefore(Array.from({ length: 12 }, () => 3050))
  qimu.pays(Array.from({ length: 12 }, () => 3200))
}

const theUnknownRoaming = (book: Book): void => {
  const ma = book.person('马国栋', {
    manager: 'lin',
    backup: 'han',
    call: '马师傅',
    since: '2014-07-22',
    level: '银卡',
    points: 4100,
    dossier: {
      background: '长途货车司机',
      gender: 'male',
      occupation: '货车司机',
      style: 'expressive',
      goodTimes: '晚上七点后歇车',
    },
  })
  ma.number({ number: '13001334410', product: '畅享 59 档', fee: 59, main: true })
  ma.paidBefore(Array.from({ length: 12 }, () => 96))
  for (const [i, roaming] of [0, 12, 62, 81, 84, 78, 82, 80, 79, 83, 82, 326].entries()) {
    const month = i < 2 ? `2025-${11 + i}` : `2026-${String(i - 1).padStart(2, '0')}`
    ma.charge(month, 'product', 59)
    if (roaming > 0) ma.charge(month, 'roaming', roaming)
  }
  ma.touch('06-18 19:20', { purpose: 'care', minutes: 4, note: '跑西北线，问边境有没有信号' })
  ma.touch('10-12 19:30', { minutes: 3, note: '下月要跑口岸' })
}

const theSchoolPastItsMonth = (book: Book): void => {
  const school = book.group('青禾实验学校', {
    manager: 'lin',
    backup: 'gu',
    since: '2018-08-20',
    level: '金牌',
    dossier: {
      background: '九年一贯制，一千八百个学生',
      industry: '教育',
      employees: 168,
      sites: '本部、新校区（在建）',
      style: 'amiable',
      relationship: 'familiar',
      contractUntil: '2027-08-31',
      goodTimes: '周二、周四上午',
    },
  })
  const liu = school.contact('刘思齐', {
    call: '刘校长',
    title: '校长',
    role: 'decider',
    closeness: 'familiar',
    met: '10-20',
    phone: '13001441206',
  })
  school.contact('高原', { call: '高老师', title: '信息中心', role: 'evaluator', closeness: 'close', met: '10-20' })
  school.number({
    kind: 'line',
    number: 'ZX-QH-01',
    product: '教育专网 500M',
    fee: 9800,
    main: true,
    until: '2027-08-31',
  })
  school.holds('教育专网 500M', { fee: 9800, until: '2027-08-31', stage: 'loyalty' })
  school.paidBefore(Array.from({ length: 12 }, () => 12_300))
  school.pays(Array.from({ length: 12 }, (_, i) => 12_700 + i * 24))
  school.touch('09-22 09:30', { channel: 'visit', minutes: 40, with: liu, note: '新校区布线' })
  school.touch('10-20 09:40', {
    channel: 'visit',
    minutes: 35,
    with: liu,
    said: '机房放几楼你们帮着看',
    note: '新校区布线',
  })
  school.promise('新校区机房位置的建议', {
    made: '10-20 10:10',
    due: '10-30 18:00',
    kind: 'reply',
    to: liu,
    owner: 'hansong',
    kept: '10-29 15:00',
    told: '10-29 15:30',
  })
  school.expects('开学前一周要通', {
    by: liu,
    said: '09-22',
    rank: 1,
    can: 'can',
    state: 'agreed',
    wording: '8 月 20 日前验收',
    updated: '10-20 10:12',
  })
}

const thePointsThatLapse = (book: Book): void => {
  const qiu = book.person('仇雅宁', {
    manager: 'lin',
    backup: 'han',
    call: '仇女士',
    since: '2013-11-02',
    level: '金卡',
    points: 26_076,
    dossier: {
      background: '旅行社领队，一年一半在外',
      gender: 'female',
      occupation: '领队',
      style: 'expressive',
      styleCues: ['爱说路上的事'],
      interests: ['行李箱'],
      goodTimes: '不带团的工作日上午',
      relationship: 'familiar',
      note: '18,600 积分 12 月 31 日清零，去年错过了一次。',
    },
  })
  qiu.number({ number: '13001550926', product: '商务 199 档', fee: 199, main: true })
  qiu.number({ number: '13001550927', user: '领队机', product: '畅享 129 档', fee: 129 })
  qiu.paidBefore(Array.from({ length: 12 }, () => 336))
  qiu.pays([338, 341, 340, 345, 343, 342, 344, 343, 345, 346, 345, 344])
  qiu.rewards('2024-05-20', 17_928, '换机积分，店庆翻倍')
  qiu.wishes('行李箱', '03-16')
  qiu.touch('03-16 10:20', { purpose: 'care', minutes: 8, said: '去年积分清零了才想起来', note: '想换行李箱' })
  qiu.touch('10-16 10:25', { minutes: 5, note: '境外流量包怎么开' })
}

const theTwoShops = (book: Book): void => {
  const mancang = book.group('满仓百货连锁', {
    manager: 'lin',
    backup: 'gu',
    since: '2021-01-15',
    level: '银牌',
    dossier: {
      background: '城北五家社区店',
      industry: '零售',
      employees: 62,
      sites: '北街店、铁路新村店等五家',
      style: 'driver',
      contractUntil: '2027-12-31',
      relationship: 'familiar',
      goodTimes: '上午十点前',
    },
  })
  const he = mancang.contact('何立群', {
    call: '何店长',
    title: '总店长',
    role: 'decider',
    closeness: 'familiar',
    met: '10-14',
    phone: '13001661330',
  })
  mancang.contact('白露', { title: '出纳', role: 'purchaser', closeness: 'familiar' })
  mancang.number({ kind: 'broadband', number: 'KD01661330', product: '商务宽带 × 5', fee: 2500, main: true })
  mancang.holds('商务宽带 × 5', { fee: 2500, until: '2027-12-31', stage: 'use' })
  mancang.paidBefore(Array.from({ length: 12 }, () => 4900))
  mancang.pays([5090, 5100, 5110, 5120, 5130, 5140, 5150, 5160, 5170, 5170, 5180, 5180])
  mancang.touch('10-14 09:20', { channel: 'visit', minutes: 30, with: he, note: '看了收银网络，备了一条 4G' })
  mancang.touch('11-18 08:50', { passive: true, with: he, minutes: 3, said: '北街和铁路新村两家宽带都断了' })
  mancang.opens('北街店宽带报修', {
    kind: 'request',
    opened: '11-18 08:52',
    due: '11-18 18:00',
    answered: '11-18 14:20',
    answer: '光缆被挖断，已接通。',
    closed: '11-18 14:25',
  })
  mancang.opens('铁路新村店宽带报修', {
    kind: 'request',
    opened: '11-18 08:53',
    due: '11-18 18:00',
    answered: '11-18 15:05',
    answer: '同一根光缆，已接通。',
    closed: '11-18 15:10',
  })
}
