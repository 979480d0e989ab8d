/** Why a backup cannot be made or taken up; each code with the plain facts its sentence needs. */
export type BackupFacts = {
  /** There is something already where it should go. */
  'backup.notEmpty': { place: string }
  'backup.none': { place: string }
  /** A file is missing, or not as it was written. */
  'backup.damaged': { file: string }
  /** Made by a newer Weixi than this. */
  'backup.newer': { made: number; program: number }
  /** What was restored is not what was backed up. */
  'backup.different': { table: string }
}

export class BackupTrouble<C extends keyof BackupFacts = keyof BackupFacts> extends Error {
  readonly code: C
  readonly params: BackupFacts[C]

  constructor(code: C, params: BackupFacts[C]) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'BackupTrouble'
    this.code = code
    this.params = params
  }
}
