import type { FormWays } from './ways.ts'

export const formWaysZh: FormWays = {
  channels: {
    call: '电话',
    visit: '上门',
    hall: '营业厅',
    lounge: '贵宾厅',
    hotline: '热线',
    message: '消息',
    mail: '邮件',
    event: '活动',
  },
  kinds: { person: '个人', group: '集团', outlet: '零售户' },
  bands: { low: '平稳', raised: '有变动，要留心', high: '可能离开' },
  goals: { yes: '达到了', partly: '达到一部分', no: '没达到' },
  took: (hours, minutes) =>
    hours === 0 ? `${minutes} 分钟` : minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`,
  level: (level) => `${level} 档`,
  point: '；',
}
