/** What someone does in the branch [P-01…P-05, P-07]. One person may hold several. */
export const roles = ['manager', 'vip_desk', 'lead', 'trainer', 'admin', 'collaborator'] as const
export type Role = (typeof roles)[number]

/** Whose records a grant reaches: one's own and those one backs up, those of one's units, or the whole branch. */
export type Reach = 'own' | 'units' | 'all'

/** Everything that can be asked of the server, in the field's words. A new endpoint names one of these. */
export const actions = [
  'customer.read',
  'customer.write',
  'customer.assign',
  'customer.merge',
  'customer.reveal',
  'customer.export',
  'customer.personal',
  'customer.erase',
  'contact.run',
  'contact.override',
  'value.read',
  'value.rule',
  'case.limit',
  'warning.read',
  'warning.train',
  'campaign.run',
  'import.run',
  'team.read',
  'team.own',
  'staff.read',
  'staff.write',
  'handover.ask',
  'handover.answer',
  'audit.read',
  'pack.choose',
  'script.revise',
  'playbook.draft',
  'playbook.publish',
  'form.approve',
  'retention.approve',
  'retention.rule',
  'retention.teach',
  'round.rule',
  'satisfaction.rule',
  'voice.rule',
  'guard.set',
] as const
export type Action = (typeof actions)[number]

type Grants = Readonly<Partial<Record<Action, Reach>>>

const keepsCustomers: Grants = {
  'customer.read': 'own',
  'customer.write': 'own',
  'customer.reveal': 'own',
  'customer.export': 'own',
  'customer.personal': 'own',
  'contact.run': 'own',
  'value.read': 'own',
  'team.own': 'own',
  'staff.read': 'all',
  'handover.ask': 'own',
  'handover.answer': 'own',
}

/**
 * Permissions are data (DESIGN §5). A VIP desk serves whoever of its unit rings, so it reaches the unit; an
 * administrator configures and sees no customer; a trainer sees no customer data and drafts playbooks that a lead publishes; a light collaborator
 * (delivery, hall, line group) answers what was handed over and nothing else.
 */
export const grants: Readonly<Record<Role, Grants>> = {
  manager: keepsCustomers,
  vip_desk: { ...keepsCustomers, 'customer.read': 'units', 'customer.write': 'units', 'contact.run': 'units' },
  lead: {
    'customer.read': 'units',
    'customer.write': 'units',
    'customer.assign': 'units',
    'customer.merge': 'units',
    'customer.reveal': 'units',
    'customer.export': 'units',
    'customer.personal': 'units',
    'customer.erase': 'units',
    'contact.run': 'units',
    'contact.override': 'units',
    'value.read': 'units',
    'value.rule': 'all',
    'case.limit': 'all',
    'round.rule': 'all',
    'satisfaction.rule': 'all',
    'voice.rule': 'all',
    'guard.set': 'all',
    'warning.read': 'all',
    'warning.train': 'all',
    'campaign.run': 'units',
    'import.run': 'units',
    'team.read': 'units',
    'team.own': 'own',
    'staff.read': 'all',
    'handover.ask': 'units',
    'handover.answer': 'own',
    'audit.read': 'units',
    'script.revise': 'all',
    'playbook.draft': 'all',
    'playbook.publish': 'all',
    'form.approve': 'units',
    'retention.approve': 'units',
    'retention.rule': 'all',
    'retention.teach': 'all',
  },
  trainer: {
    'staff.read': 'all',
    'handover.answer': 'own',
    'playbook.draft': 'all',
    'retention.teach': 'all',
    'voice.rule': 'all',
  },
  admin: {
    'staff.read': 'all',
    'staff.write': 'all',
    'value.rule': 'all',
    'case.limit': 'all',
    'round.rule': 'all',
    'satisfaction.rule': 'all',
    'guard.set': 'all',
    'import.run': 'all',
    'audit.read': 'all',
    'pack.choose': 'all',
    'playbook.draft': 'all',
    'playbook.publish': 'all',
  },
  collaborator: { 'handover.answer': 'own' },
}
