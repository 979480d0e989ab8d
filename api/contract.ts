import { caseEndpoints } from './case.ts'
import { customerEndpoints } from './customer.ts'
import { jobEndpoints } from './job.ts'
import { expectationEndpoints } from './expectation.ts'
import { playbookEndpoints } from './playbook.ts'
import { phoneEndpoints } from './phone.ts'
import { staffEndpoints } from './staff.ts'
import { touchEndpoints } from './touch.ts'

/** The whole wire contract: every endpoint there is, by method and path. */
export const contract = {
  ...staffEndpoints,
  ...jobEndpoints,
  ...customerEndpoints,
  ...touchEndpoints,
  ...expectationEndpoints,
  ...caseEndpoints,
  ...playbookEndpoints,
  ...phoneEndpoints,
}

export type Contract = typeof contract
export type ContractKey = keyof Contract
