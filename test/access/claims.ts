import type { ContractKey } from '#api/contract.ts'
import type { Claim } from './claim.ts'
import { customerClaims } from './claims-customer.ts'
import { officeClaims } from './claims-office.ts'

/** Every endpoint of the contract: one that is missing here does not compile. */
export const claims: Readonly<Record<ContractKey, Claim>> = { ...customerClaims, ...officeClaims }
