import { DEMO_PASSWORD } from '#demo/people.ts'
import type { BranchHere } from './staff/queries.ts'

type Facts = { address: string; phones: readonly string[]; branch: BranchHere; data: string }

/** What the start prints, in both languages: where it is, which branch lies there, how to sign in. */
export const greeting = ({ address, phones, branch, data }: Facts): string =>
  [
    '',
    `Weixi 维系   ${address}`,
    ...(branch.is === 'empty'
      ? [
          '空的分公司，第一次打开时建管理员 an empty branch: the first page makes its administrator',
          '想看演示：去掉 --data，或换个新文件夹加 --demo   for the demo: without --data, or --demo with a new folder',
        ]
      : [`分公司 branch   ${branch.name}${branch.is === 'demo' ? '（演示 the demo）' : ''}`]),
    ...(branch.is === 'demo'
      ? [`演示登录 sign in   lin / ${DEMO_PASSWORD}   （其余账号在登录页 more accounts on the page）`]
      : []),
    ...phones.map((phone) => `手机上打开 on a phone   ${phone}/phone`),
    `数据 data   ${data}`,
    `停下 to stop   Ctrl+C`,
    '',
  ].join('\n')
