import * as fs from 'node:fs'
import path from 'node:path'
import { DatabaseTrouble } from '../trouble.ts'

/** An operating-system account by number. */
export type Account = { uid: number; gid: number }

/**
 * The account PostgreSQL runs under, or null for our own. PostgreSQL refuses to run as root, so root hands it to the
 * folder's owner, to the account `wanted` (name or number), or to `nobody`.
 */
export const accountFor = (cluster: string, wanted: string | null): Account | null => {
  const ours = process.getuid?.()
  if (ours === undefined) return null
  const owner = ownerOf(cluster)
  if (ours !== 0) {
    if (owner && owner.uid !== ours) {
      throw new DatabaseTrouble('database.other-owner', { folder: cluster, owner: owner.uid, account: ours })
    }
    return null
  }
  if (owner && owner.uid !== 0) return owner
  return accountNamed(wanted ?? 'nobody')
}

/** Gives a folder and all in it to the account; needed when a folder was restored or copied by root. */
export const giveTo = (folder: string, account: Account | null): void => {
  if (!account) return
  fs.lchownSync(folder, account.uid, account.gid)
  if (!fs.lstatSync(folder).isDirectory()) return
  for (const name of fs.readdirSync(folder)) giveTo(path.join(folder, name), account)
}

/** Closes a folder to all but its owner: PostgreSQL refuses one that others may enter, as a copied one often is. */
export const closeToOthers = (folder: string): void => {
  if (process.platform === 'win32' || !fs.existsSync(folder)) return
  if ((fs.statSync(folder).mode & 0o027) !== 0) fs.chmodSync(folder, 0o700)
}

/** Whether the account can walk to the file and read it (a folder: enter it), by the permission bits. */
export const canReach = (file: string, account: Account): boolean => {
  try {
    const real = fs.realpathSync(file)
    const stat = fs.statSync(real)
    if (!allows(stat, account, stat.isDirectory() ? 1 : 4)) return false
    for (let folder = path.dirname(real); ; folder = path.dirname(folder)) {
      if (!allows(fs.statSync(folder), account, 1)) return false
      if (folder === path.dirname(folder)) return true
    }
  } catch {
    return false
  }
}

const allows = (stat: fs.Stats, account: Account, bit: 1 | 4): boolean => {
  const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0
  return ((stat.mode >> shift) & bit) === bit
}

export const ownerOf = (file: string): Account | null => {
  try {
    const { uid, gid } = fs.statSync(file)
    return { uid, gid }
  } catch {
    return null
  }
}

/** Reads the file rather than ask `id`, which may be missing; initdb refuses an account that is not listed. */
const accountNamed = (name: string): Account => {
  const accounts = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const line of accounts) {
    const [login, , uid, gid] = line.split(':')
    if (login === name || uid === name) return { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }
  }
  throw new DatabaseTrouble('database.unknown-account', { name })
}
