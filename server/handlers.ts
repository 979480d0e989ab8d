import { join } from 'node:path'
import { type Contract, contract } from '#api/contract.ts'
import { pictureFolder } from './adapters/picture/folder.ts'
import { auditHandlers } from './audit/routes.ts'
import { campaignHandlers } from './campaign/routes.ts'
import type { LanguageModel } from './adapters/language-model/ask.ts'
import { caseHandlers } from './case/routes.ts'
import { heedingWords } from './coach/before-leaving.ts'
import { coachHandlers } from './coach/routes.ts'
import { voiceHandlers } from './coach/voice-routes.ts'
import { customerActHandlers } from './customer/act-routes.ts'
import { customerFileHandlers } from './customer/file-routes.ts'
import { craftHandlers } from './customer/craft-routes.ts'
import { customerPhotoHandlers } from './customer/photo-routes.ts'
import { modelHandlers, warningHandlers } from './churn/routes.ts'
import { customerHandlers } from './customer/routes.ts'
import { economicsHandlers, pulseHandlers } from './economics/routes.ts'
import { departureHandlers } from './departure/routes.ts'
import { eventHandlers } from './event/routes.ts'
import { expectationHandlers } from './expectation/routes.ts'
import { projectRoot } from './env.ts'
import { retentionEventHandlers } from './flows/append-to-case.ts'
import { contactHandlers } from './flows/append-to-run.ts'
import { complaintHandlers } from './flows/hand-complaint.ts'
import { consentHandlers } from './flows/say-consent.ts'
import { auditFileHandlers } from './flows/audit-file.ts'
import { copyHandlers } from './flows/copy-words.ts'
import { decisionHandlers } from './flows/decide.ts'
import { deskFileHandlers } from './flows/desk-files.ts'
import { heedingLaw } from './flows/heed-law.ts'
import { listFileHandlers } from './flows/list-files.ts'
import { packFileHandlers } from './flows/pack-files.ts'
import { sightHandlers } from './flows/sight.ts'
import type { Handlers } from './http/handler.ts'
import { importFolder } from './import/folder.ts'
import { importHandlers } from './import/routes.ts'
import { guardHandlers } from './guard/routes.ts'
import { lossHandlers } from './loss/routes.ts'
import { jobHandlers } from './jobs/routes.ts'
import { bearingHandlers } from './playbook/bearing.ts'
import { playbookEditHandlers } from './playbook/edit-routes.ts'
import { playbookHandlers } from './playbook/routes.ts'
import { packHandlers } from './playbook/packs.ts'
import { taskHandlers } from './playbook/tasks.ts'
import { personalHandlers } from './personal/routes.ts'
import { onlyHere, phoneHandlers, type Reach } from './phone/routes.ts'
import { valueHandlers } from './portfolio/routes.ts'
import { insightHandlers } from './insight/routes.ts'
import { standardHandlers } from './insight/standard-routes.ts'
import { retentionHandlers } from './retention/routes.ts'
import { relationshipHandlers } from './relationship/routes.ts'
import { roundHandlers } from './round/routes.ts'
import type { Auth } from './staff/auth.ts'
import { secondStepHandlers } from './staff/second-step-routes.ts'
import { tokenHandlers } from './staff/token-routes.ts'
import { staffHandlers } from './staff/routes.ts'
import { touchHandlers } from './touch/routes.ts'
import { calendarHandlers } from './schedule/routes.ts'
import { satisfactionHandlers } from './satisfaction/routes.ts'
import { scriptHandlers } from './script/routes.ts'
import { formHandlers } from './form/routes.ts'
import { handOverHandlers, worklistHandlers } from './worklist/routes.ts'

/** Every endpoint of the contract with its handler; one that is missing does not compile. `data` is the data folder. */
export const handlersFor = (
  auth: Auth,
  data: string,
  reach: Reach = onlyHere,
  model: LanguageModel | null = null,
): Handlers<Contract> => heedingWords(everyHandler(auth, data, reach, model), contract, RULES, heedingLaw)

const RULES = join(projectRoot(), 'content', 'core')

const everyHandler = (auth: Auth, data: string, reach: Reach, model: LanguageModel | null): Handlers<Contract> => ({
  ...staffHandlers(auth),
  ...secondStepHandlers(auth),
  ...tokenHandlers(auth),
  ...customerHandlers,
  ...worklistHandlers,
  ...consentHandlers,
  ...copyHandlers(join(projectRoot(), 'content', 'core')),
  ...decisionHandlers,
  ...handOverHandlers,
  ...jobHandlers,
  ...listFileHandlers,
  ...deskFileHandlers,
  ...touchHandlers,
  ...expectationHandlers,
  ...caseHandlers,
  ...complaintHandlers,
  ...retentionHandlers,
  ...retentionEventHandlers,
  ...calendarHandlers,
  ...roundHandlers,
  ...playbookHandlers(),
  ...packHandlers,
  ...satisfactionHandlers(),
  ...scriptHandlers(RULES),
  ...coachHandlers(RULES, model),
  ...bearingHandlers,
  ...playbookEditHandlers,
  ...packFileHandlers(join(projectRoot(), 'content')),
  ...taskHandlers,
  ...eventHandlers,
  ...departureHandlers,
  ...guardHandlers,
  ...lossHandlers,
  ...relationshipHandlers,
  ...contactHandlers(RULES),
  ...customerActHandlers,
  ...customerFileHandlers,
  ...customerPhotoHandlers(pictureFolder(data)),
  ...personalHandlers(pictureFolder(data)),
  ...craftHandlers,
  ...formHandlers(reach),
  ...phoneHandlers(reach),
  ...valueHandlers,
  ...economicsHandlers,
  ...pulseHandlers,
  ...voiceHandlers,
  ...modelHandlers,
  ...warningHandlers,
  ...campaignHandlers,
  ...insightHandlers,
  ...standardHandlers,
  ...sightHandlers,
  ...auditHandlers,
  ...auditFileHandlers,
  ...importHandlers(importFolder(data)),
})
