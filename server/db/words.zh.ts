import type { Words } from '#domain/kernel/said.ts'
import type { DatabaseFacts } from './trouble.ts'

export const databaseWordsZh: Words<DatabaseFacts> = {
  'database.no-program': (f) =>
    `安装包里没有适用于 ${f.platform} 的 PostgreSQL。请不带 --omit=optional 重新执行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
  'database.cannot-run': (f) => `这台机器运行不了 PostgreSQL（${f.program}）：${f.detail}`,
  'database.disk-full': (f) => `磁盘已满，PostgreSQL 无法写入 ${f.folder}。请腾出空间后重新启动。`,
  'database.no-permission': (f) => `没有访问 ${f.path} 的权限：${f.detail}`,
  'database.other-owner': (f) =>
    `${f.folder} 属于账户 ${f.owner}，而维系正以账户 ${f.account} 运行。请换用该账户启动，或用 chown -R 把目录交给当前账户。`,
  'database.unknown-account': (f) =>
    `这台机器的 /etc/passwd 里没有账户“${f.name}”，PostgreSQL 需要用一个已有账户运行。`,
  'database.already-served': (f) =>
    f.process === null
      ? `${f.folder} 正由另一个维系使用（这里看不到它的进程，可能在另一个容器里）。`
      : `${f.folder} 正由另一个维系使用（进程 ${f.process}）。`,
  'database.not-served': (f) => `没有正在使用 ${f.folder} 的维系。`,
  'database.port-taken': (f) => `端口 ${f.port} 已被别的程序占用。`,
  'database.no-memory': (f) => `内存不足，PostgreSQL 无法启动：${f.detail}`,
  'database.newer-major': (f) =>
    `${f.folder} 由 PostgreSQL ${f.found} 创建，比当前维系自带的 ${f.program} 新。请用较新的维系启动。`,
  'database.older-major': (f) =>
    `${f.folder} 由 PostgreSQL ${f.found} 创建，当前维系自带 ${f.program}。请先用旧版维系备份，再恢复到新目录。`,
  'database.damaged': (f) => `${f.folder} 不是完整的数据目录：${f.detail}`,
  'database.failed': (f) => `PostgreSQL 未能在 ${f.folder} 启动：${f.detail}`,
  'database.unreachable': (f) => `连不上 ${f.address} 的数据库：${f.detail}`,
  'database.sign-in-refused': (f) => `${f.address} 的数据库拒绝了 DATABASE_URL 里的账号：${f.detail}`,
  'database.no-such': (f) => `${f.address} 上没有名为“${f.name}”的数据库。请先建一个空的 UTF8 数据库，再重新启动。`,
  'database.too-old': (f) => `${f.address} 的 PostgreSQL 版本是 ${f.found}，维系需要 ${f.oldest} 或更新的版本。`,
  'database.not-utf8': (f) => `${f.address} 的数据库编码是 ${f.found}，维系需要 UTF8 编码的数据库。`,
  'migration.bad-name': (f) => `${f.file}：迁移文件应命名为“四位数字_英文说明.sql”。`,
  'migration.same-number': (f) => `有两个迁移文件的编号都是 ${f.number}。`,
  'migration.newer-database': (f) =>
    `数据库已执行到迁移 ${f.number}（${f.name}），当前程序只认识到 ${f.program}。请启动较新的维系。`,
  'migration.missing': (f) => `数据库执行过迁移 ${f.number}（${f.name}），当前程序里没有它。`,
  'migration.changed': (f) => `${f.file} 在执行之后被改动过。请还原它，另写一个新的迁移。`,
  'migration.out-of-order': (f) => `${f.file} 的编号小于已执行的迁移 ${f.last}。请改用更大的编号。`,
  'migration.own-transaction': (f) => `${f.file} 结束了自己所在的事务；begin 和 commit 由维系负责。`,
  'migration.failed': (f) => `${f.file}${f.line === null ? '' : ` 第 ${f.line} 行`}：${f.detail}`,
}
