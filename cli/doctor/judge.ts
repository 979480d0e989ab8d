/** What was looked at on a machine; null where it could not be, with the reason among the others. */
export type Facts = {
  data: { folder: string; there: boolean; writable: boolean; freeBytes: number; secretOpen: boolean }
  memoryBytes: number
  /** Whether the web app is built. */
  app: boolean
  /** Who answers at the port: Weixi that can serve, Weixi that cannot, another program, nobody. */
  port: { number: number; is: 'ready' | 'notReady' | 'another' | 'free' }
  database: { bytes: number; pending: number; clockOffMs: number } | { trouble: string } | null
  branch: {
    administrators: number
    failedJobs: number
    /** Age in minutes of the oldest act nobody has sealed. */
    unsealedMinutes: number | null
  } | null
  /** Hours since the newest daily backup; null where there is none, `off` where none is asked for. */
  backup: number | null | 'off'
}

export type Level = 'good' | 'hint' | 'wrong'

export type Finding = {
  [C in keyof FindingParams]: { code: C; level: Level; params: FindingParams[C] }
}[keyof FindingParams]

/** Every finding with what its sentence needs. */
export type FindingParams = {
  folder: { folder: string; free: string }
  folderNew: { folder: string }
  folderLocked: { folder: string }
  diskLow: { folder: string; free: string; wanted: string }
  secretOpen: { file: string }
  memory: { memory: string }
  app: { built: boolean }
  serves: { port: number }
  notReady: { port: number }
  portTaken: { port: number }
  portFree: { port: number }
  database: { size: string }
  databaseTrouble: { said: string }
  pending: { count: number }
  clock: { seconds: number }
  noAdministrator: Record<string, never>
  failedJobs: { count: number }
  unsealed: { minutes: number }
  backup: { hours: number }
  backupOff: Record<string, never>
  backupNone: Record<string, never>
  backupOld: { hours: number }
}

const GB = 1024 ** 3
const LEAST_FREE = 0.5 * GB
const LEAST_MEMORY = 2 * GB
/** A day's backup may be late by the hours it takes. */
const BACKUP_OLD_HOURS = 30
const CLOCK_OFF_MS = 2_000
/** The sealer comes by every few seconds. */
const UNSEALED_MINUTES = 2

const inGb = (bytes: number): string => `${(bytes / GB).toFixed(1)} GB`

/** What the facts mean, worst news not first but each in the order a person would mend it. */
export const judge = (facts: Facts): Finding[] => [
  ...ofFolder(facts),
  ...ofMachine(facts),
  ...ofDatabase(facts),
  ...ofBranch(facts),
  ...ofBackup(facts),
]

const ofFolder = ({ data, database }: Facts): Finding[] => {
  const { folder, there, writable, freeBytes, secretOpen } = data
  const free = inGb(freeBytes)
  if (!there) return [{ code: 'folderNew', level: 'hint', params: { folder } }]
  if (!writable) return [{ code: 'folderLocked', level: 'wrong', params: { folder } }]
  // a monthly run and a backup beside the data write about as much as is there
  const wanted = Math.max(LEAST_FREE, database && 'bytes' in database ? database.bytes : 0)
  const room: Finding =
    freeBytes < wanted
      ? {
          code: 'diskLow',
          level: freeBytes < LEAST_FREE ? 'wrong' : 'hint',
          params: { folder, free, wanted: inGb(wanted) },
        }
      : { code: 'folder', level: 'good', params: { folder, free } }
  return secretOpen
    ? [room, { code: 'secretOpen', level: 'wrong', params: { file: `${folder}/session-secret` } }]
    : [room]
}

const ofMachine = ({ memoryBytes, app, port }: Facts): Finding[] => {
  const { number } = port
  const answers = {
    ready: { code: 'serves', level: 'good', params: { port: number } },
    notReady: { code: 'notReady', level: 'wrong', params: { port: number } },
    another: { code: 'portTaken', level: 'wrong', params: { port: number } },
    free: { code: 'portFree', level: 'hint', params: { port: number } },
  } as const
  return [
    { code: 'memory', level: memoryBytes < LEAST_MEMORY ? 'hint' : 'good', params: { memory: inGb(memoryBytes) } },
    { code: 'app', level: app ? 'good' : 'hint', params: { built: app } },
    answers[port.is],
  ]
}

const ofDatabase = ({ database }: Facts): Finding[] => {
  if (database === null) return []
  if ('trouble' in database) return [{ code: 'databaseTrouble', level: 'wrong', params: { said: database.trouble } }]
  const { bytes, pending, clockOffMs } = database
  const found: Finding[] = [{ code: 'database', level: 'good', params: { size: inGb(bytes) } }]
  if (pending > 0) found.push({ code: 'pending', level: 'hint', params: { count: pending } })
  if (Math.abs(clockOffMs) > CLOCK_OFF_MS)
    found.push({ code: 'clock', level: 'wrong', params: { seconds: Math.round(Math.abs(clockOffMs) / 1000) } })
  return found
}

const ofBranch = ({ branch, port }: Facts): Finding[] => {
  if (branch === null) return []
  const { administrators, failedJobs, unsealedMinutes } = branch
  const found: Finding[] = []
  if (administrators === 0) found.push({ code: 'noAdministrator', level: 'wrong', params: {} })
  if (failedJobs > 0) found.push({ code: 'failedJobs', level: 'hint', params: { count: failedJobs } })
  // nobody seals while nobody serves
  if (port.is === 'ready' && unsealedMinutes !== null && unsealedMinutes > UNSEALED_MINUTES)
    found.push({ code: 'unsealed', level: 'wrong', params: { minutes: Math.round(unsealedMinutes) } })
  return found
}

const ofBackup = ({ backup, data }: Facts): Finding[] => {
  if (!data.there) return []
  if (backup === 'off') return [{ code: 'backupOff', level: 'hint', params: {} }]
  if (backup === null) return [{ code: 'backupNone', level: 'wrong', params: {} }]
  const hours = Math.round(backup)
  return [
    backup > BACKUP_OLD_HOURS
      ? { code: 'backupOld', level: 'wrong', params: { hours } }
      : { code: 'backup', level: 'good', params: { hours } },
  ]
}
