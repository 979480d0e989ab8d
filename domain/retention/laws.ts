import type { RetentionLaw } from './law.ts'
import { numberPortingCn } from './law-cn.ts'
import { switchingEu } from './law-eu.ts'

/** Every law we know of, whatever the country; a branch's country picks its own (`lawsOn`). */
export const retentionLaws: readonly RetentionLaw[] = [numberPortingCn, switchingEu]
