import type { Words } from '#domain/kernel/said.ts'
import type { Arm } from './holdout.ts'
import type { CampaignFacts, CampaignPhase, CampaignState } from './campaign.ts'

const states: Record<CampaignState, string> = {
  draft: 'has not started',
  running: 'has started',
  stopped: 'was stopped',
  dropped: 'was put away',
}

export const phaseNames: Record<CampaignPhase, string> = {
  draft: 'Draft',
  contacting: 'Contacting',
  waiting: 'Waiting for the result',
  readable: 'Result to read',
  dropped: 'Put away',
}

export const armNames: Record<Arm, string> = { contacted: 'Contacted', heldOut: 'Control group' }

export const campaignEn: Words<CampaignFacts> = {
  'campaign.nobody': () => 'There is nobody on the list. Choose other conditions.',
  'campaign.contactOver': ({ until }) => `Contacts were to end on ${until}, which is past. Choose a day from today on.`,
  'campaign.outcomeTooSoon': ({ month, until }) =>
    `Contacts go on until ${until}: the outcome cannot be of the end of ${month}. Choose a later month.`,
  'campaign.readTooSoon': ({ month, earliest }) =>
    `Who stayed to the end of ${month} is known from ${earliest} on. Choose a later day for the result.`,
  'campaign.notNow': ({ state }) => `This campaign ${states[state]} and cannot be changed so.`,
  'campaign.read': ({ readOn }) => `From ${readOn} on the result is read; nothing can be changed any more.`,
  'campaign.contacted': ({ customers }) =>
    `${customers} have been contacted, so the start cannot be taken back. To end contacts, stop the campaign.`,
  'campaign.noPlaybook': () => 'There is no such playbook. Choose another.',
}
