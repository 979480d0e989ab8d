import { DatabaseTrouble } from '../trouble.ts'

/** Reads what PostgreSQL's programs wrote when they gave up, and names the trouble. */
export const troubleIn = (output: string, folder: string): DatabaseTrouble => {
  const detail = lastLines(output)
  if (/No space left on device|ENOSPC|quota exceeded/i.test(output)) {
    return new DatabaseTrouble('database.disk-full', { folder })
  }
  const account = /could not look up effective user ID (\d+)/.exec(output)?.[1]
  if (account !== undefined) return new DatabaseTrouble('database.unknown-account', { name: account })
  if (/cannot allocate memory|could not map anonymous shared memory|ENOMEM/i.test(output)) {
    return new DatabaseTrouble('database.no-memory', { detail })
  }
  if (/error while loading shared libraries|GLIBC_|Exec format error|ENOEXEC|dyld/.test(output)) {
    return new DatabaseTrouble('database.cannot-run', { program: 'postgres', detail })
  }
  if (/Permission denied|Operation not permitted|EACCES|EPERM|Read-only file system|EROFS/i.test(output)) {
    return new DatabaseTrouble('database.no-permission', { path: folder, detail })
  }
  return new DatabaseTrouble('database.failed', { folder, detail })
}

/** The last words before the end, without the usual announcements and the time stamps. */
const lastLines = (output: string): string =>
  output
    .trim()
    .split('\n')
    .filter((line) => !/starting PostgreSQL|listening on|database system is shut down/.test(line))
    .slice(-3)
    .map((line) => line.replace(/^.*? \[\d+\] /, '').trim())
    .join(' ')
