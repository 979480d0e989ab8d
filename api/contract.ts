import { customerEndpoints } from './customer.ts'
import { jobEndpoints } from './job.ts'
import { staffEndpoints } from './staff.ts'

/** The whole wire contract: every endpoint there is, by method and path. */
export const contract = { ...staffEndpoints, ...customerEndpoints, ...jobEndpoints }

export type Contract = typeof contract
export type ContractKey = keyof Contract
