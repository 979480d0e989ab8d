import { DatabaseTrouble } from '../trouble.ts'

/** Reads what PostgreSQL's programs wrote when they gave up, and names the trouble. */
export const troubleIn = (output: string, folder: string): DatabaseTrouble => {
  const detail = lastLines(output)
  if (/No space left on device|ENOSPC|quota exceeded/i.test(output)) {
    return new DatabaseTrouble('database.disk-full', { folder })
  }
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

const lastLines = (output: string): string =>
  output
    .trim()
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|error|HINT|DETAIL/.test(line))
    .slice(-3)
    .map((line) => line.replace(/^.*?\] /, '').trim())
    .join(' ') || output.trim().slice(-300)
