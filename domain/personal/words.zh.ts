import type { Words } from '#domain/kernel/said.ts'
import type { Asker, DataPart, ErasureFacts } from './erasure.ts'
import type { Lawful } from './keeping.ts'

export const partNames: Record<DataPart, string> = {
  file: '档案',
  people: '联系人',
  numbers: '号码与在用产品',
  photos: '照片',
  contacts: '接触与约定',
  ledgers: '承诺、期望与转交',
  cases: '服务单与投诉',
  forms: '表单与签字',
  surveys: '调查与感谢',
  keeping: '挽留与离开',
  figures: '账单与推算',
  log: '审计日志里的内容',
}

export const lawfulNames: Record<Lawful, string> = { bills: '账单', complaints: '投诉' }

export const askerNames: Record<Asker, string> = {
  self: '客户本人',
  agent: '代客户办的人',
  office: '本单位（用完了）',
}

export const personalZh: Words<ErasureFacts> = {
  'erasure.complaint': ({ count }) => `还有 ${count} 件投诉没有办结，先给客户答复。`,
  'erasure.contact': ({ count }) => `有 ${count} 次接触正在进行，结束归档后再抹去。`,
  'erasure.code': () => '客户编号对不上，什么也没有抹去。',
  'erasure.later': () => '客户提出的日子不能晚于今天。',
}

/** What the lines of a person's data call things. */
export const lineWords = {
  name: '姓名',
  addressForm: '称呼',
  code: '客户编号',
  since: '入网日期',
  manager: '客户经理',
  officialLevel: '账务等级',
  yes: '是',
  no: '否',
  consent: { service: '服务联系', care: '关怀', sales: '推荐', survey: '调查', any: '任何联系' } as Record<
    string,
    string
  >,
  given: '同意',
  refused: '不接受',
  until: (day: string): string => `到 ${day}`,
  channels: {
    call: '电话',
    visit: '上门',
    hall: '营业厅',
    lounge: '贵宾室',
    hotline: '热线',
    message: '微信、短信',
    mail: '邮件',
    event: '活动',
  } as Record<string, string>,
  expected: '期望',
  experienced: '实际',
  satisfied: '满意度',
  photo: '照片',
  bill: (month: string, yuan: string): string => `${month} 账单 ${yuan} 元`,
  standing: (month: string, tier: string, risk: string): string => `${month} 推算：等级 ${tier}，离开可能 ${risk}`,
  looked: {
    'number.revealed': '有人看了完整号码',
    'personal.exported': '交出过一份',
    'personal.viewed': '有人看了全部资料',
  } as Record<string, string>,
  title: (name: string): string => `${name}的个人资料`,
  made: (at: string, by: string, asker: string): string => `${at}，由 ${by} 导出，提出的是${asker}`,
  dataNote: '同样的内容在 data.json 里，供程序读取；照片在 photos 文件夹里。',
}
