import type { FieldGroup, ofOneselfAlone } from '#domain/staff/field-group.ts'
import type { Sight } from '#domain/staff/sight.ts'

const why: Record<Sight, string> = {
  keeps: '是客户经理',
  backs: '是 B 角',
  holds: '这份记录在本人名下',
  leads: '带这个组',
  serves: '接这个组客户的来电',
  everybody: '接待客户的同事都看得到',
}

const groups: Record<FieldGroup, string> = {
  file: '档案（号码打码）',
  bills: '账单和业务',
  value: '等级和价值',
  contact: '接触、承诺和服务单',
  change: '改档案',
  number: '写明原因看完整号码',
  export: '导出名单',
  personal: '交给客户一份个人资料',
  erase: '抹去个人资料',
  assign: '换客户经理',
}

const alone: Record<(typeof ofOneselfAlone)[number], string> = {
  coachMarks: '话术提醒',
  strain: '累不累的记录',
  gratitude: '写下的感谢',
  practice: '练习',
}

export const zh = {
  open: '谁能看到，为什么',
  more: '更多操作',
  count: (n: number) => `${n} 人`,
  why,
  groups,
  join: '、',
  every: '权限相同',
  others: (n: number) =>
    n === 0 ? '全体同事都在上面。' : `其他 ${n} 位同事看不到这份记录，打开地址也只会告诉他不在范围内。`,
  logged: '看完整号码、导出、改动都会写进审计日志。',
  aloneTitle: '只有本人看得到',
  alone,
  aloneNote: '同事对自己的这些记录，组长和管理员也看不到。',
  failed: '没有取到',
}
