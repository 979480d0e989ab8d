import { askerNames, lawfulNames, partNames } from '#domain/personal/words.zh.ts'

export const zh = {
  title: '个人资料',
  parts: partNames,
  lawful: lawfulNames,
  askers: askerNames,
  shown: {
    title: '我们留着的全部',
    remark: '号码打码；打开这一页会记进审计日志',
    more: (n: number) => `还有 ${n} 条，导出的文件里是全的`,
    failed: '没有取到',
  },
  file: {
    title: '交给客户一份',
    explains: '一个压缩包：一页能直接读的，一份给程序读的，还有照片。号码是完整的，只交给客户本人或代他办的人。',
    asked: '谁提出的',
    save: '导出这一份',
    coming: '正在准备文件',
  },
  erase: {
    title: '抹去',
    explains:
      '客户要求删除，或者已经用不着了。一次做完，撤不回来；带在手机上的也会随下一次联网清掉。备份里的要等备份轮换掉才没有。',
    goes: '会抹去的',
    stays: '留下的只是数目，不带名字和话',
    rows: (n: string) => `${n} 条`,
    held: '法规要求先留着的',
    heldNote: '单独封存，谁也看不到，到期自动清掉。',
    until: (day: string) => `留到 ${day}`,
    basis: (source: string, years: number, since: string) => `${source}，${years} 年，${since} 起施行`,
    unchecked: '还没有人对照原文核对过',
    checked: (day: string) => `${day} 核对过`,
    nothing: '没有',
    asked: '谁提出的',
    askedOn: '哪天提出的',
    code: '照抄客户编号，确认就是这一位',
    codeHint: (code: string) => `编号 ${code}`,
    agree: '我知道抹去后撤不回来',
    save: '抹去',
    done: '已经抹去',
    blocked: '现在还不能抹去',
  },
  gone: {
    title: '已抹去',
    line: (asker: string, askedOn: string, by: string, at: string) =>
      `${askedOn} 由${asker}提出，${by} 于 ${at} 抹去。`,
    back: '回到客户列表',
  },
}
