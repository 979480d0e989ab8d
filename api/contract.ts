import { bearingEndpoints } from './bearing.ts'
import { auditEndpoints } from './audit.ts'
import { calendarEndpoints } from './calendar.ts'
import { campaignEndpoints } from './campaign.ts'
import { caseEndpoints } from './case.ts'
import { coachEndpoints } from './coach.ts'
import { customerActEndpoints } from './customer-acts.ts'
import { customerFileEndpoints } from './customer-file.ts'
import { customerPhotoEndpoints } from './customer-photo.ts'
import { customerEndpoints } from './customer.ts'
import { departureEndpoints } from './departure.ts'
import { formEndpoints } from './form.ts'
import { guardEndpoints } from './guard.ts'
import { handOverEndpoints } from './hand-over.ts'
import { importEndpoints } from './import.ts'
import { jobEndpoints } from './job.ts'
import { listFileEndpoints } from './list-file.ts'
import { eventEndpoints } from './event.ts'
import { economicsEndpoints } from './economics.ts'
import { expectationEndpoints } from './expectation.ts'
import { modelEndpoints } from './model.ts'
import { offerEndpoints } from './offer.ts'
import { lossEndpoints } from './loss.ts'
import { outletEndpoints } from './outlet.ts'
import { packEndpoints } from './pack.ts'
import { packFileEndpoints } from './pack-file.ts'
import { playbookEditEndpoints } from './playbook-edit.ts'
import { playbookEndpoints } from './playbook.ts'
import { pointsEndpoints } from './points.ts'
import { retentionEndpoints } from './retention.ts'
import { pulseEndpoints } from './pulse.ts'
import { relationshipEndpoints } from './relationship.ts'
import { roundEndpoints } from './round.ts'
import { personalEndpoints } from './personal.ts'
import { phoneEndpoints } from './phone.ts'
import { insightEndpoints } from './insight.ts'
import { satisfactionEndpoints } from './satisfaction.ts'
import { scriptEndpoints } from './script.ts'
import { staffEndpoints } from './staff.ts'
import { taskEndpoints } from './task.ts'
import { secondStepEndpoints } from './second-step.ts'
import { sightEndpoints } from './sight.ts'
import { standardEndpoints } from './standard.ts'
import { surveyEndpoints } from './survey.ts'
import { tokenEndpoints } from './token.ts'
import { touchEndpoints } from './touch.ts'
import { touchLogEndpoints } from './touch-log.ts'
import { valueEndpoints } from './value.ts'
import { voiceEndpoints } from './voice.ts'
import { warningEndpoints } from './warning.ts'
import { worklistEndpoints } from './worklist.ts'

/** The whole wire contract: every endpoint there is, by method and path. */
export const contract = {
  ...staffEndpoints,
  ...secondStepEndpoints,
  ...tokenEndpoints,
  ...jobEndpoints,
  ...phoneEndpoints,
  ...listFileEndpoints,
  ...touchEndpoints,
  ...touchLogEndpoints,
  ...expectationEndpoints,
  ...caseEndpoints,
  ...retentionEndpoints,
  ...offerEndpoints,
  ...calendarEndpoints,
  ...playbookEndpoints,
  ...packEndpoints,
  ...playbookEditEndpoints,
  ...packFileEndpoints,
  ...bearingEndpoints,
  ...taskEndpoints,
  ...eventEndpoints,
  ...departureEndpoints,
  ...guardEndpoints,
  ...lossEndpoints,
  ...surveyEndpoints,
  ...satisfactionEndpoints,
  ...relationshipEndpoints,
  ...scriptEndpoints,
  ...coachEndpoints,
  // Before /api/customers/:id, which would take `export` for an id.
  ...customerActEndpoints,
  ...customerEndpoints,
  ...customerFileEndpoints,
  ...customerPhotoEndpoints,
  ...personalEndpoints,
  ...pointsEndpoints,
  ...outletEndpoints,
  ...roundEndpoints,
  ...valueEndpoints,
  ...economicsEndpoints,
  ...pulseEndpoints,
  ...voiceEndpoints,
  ...modelEndpoints,
  ...warningEndpoints,
  ...campaignEndpoints,
  ...worklistEndpoints,
  ...handOverEndpoints,
  ...insightEndpoints,
  ...standardEndpoints,
  ...sightEndpoints,
  ...auditEndpoints,
  ...importEndpoints,
  ...formEndpoints,
}

export type Contract = typeof contract
export type ContractKey = keyof Contract
