import { checkChain, CHECKING } from './audit/check.ts'
import { LEARNING, learn } from './campaign/learn.ts'
import { valueWorks } from './flows/value-works.ts'
import { importFolder } from './import/folder.ts'
import { IMPORT_JOB } from './import/order.ts'
import { importWork } from './import/work.ts'
import type { Works } from './jobs/task.ts'

/** Every kind of long work, by the name it is asked for with (`askForJob`). `data` is the data folder. */
export const worksFor = (data: string): Works => ({
  ...valueWorks,
  [LEARNING]: learn,
  [CHECKING]: checkChain,
  [IMPORT_JOB]: importWork(importFolder(data)),
})
