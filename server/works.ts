import { valueWorks } from './flows/value-works.ts'
import type { Works } from './jobs/task.ts'

/** Every kind of long work, by the name it is asked for with (`askForJob`). */
export const works: Works = { ...valueWorks }
