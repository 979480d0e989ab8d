import type { CustomerKind } from '#domain/customer/kind.ts'
import type { IconName } from '#web/ui/icons.tsx'

/** Each kind has the same name as its drawing. */
export const kindIcon: Record<CustomerKind, IconName> = { person: 'person', group: 'group', outlet: 'outlet' }
