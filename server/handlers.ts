import { join } from 'node:path'
import type { Contract } from '#api/contract.ts'
import { pictureFolder } from './adapters/picture/folder.ts'
import { campaignHandlers } from './campaign/routes.ts'
import type { LanguageModel } from './adapters/language-model/ask.ts'
import { caseHandlers } from './case/routes.ts'
import { coachHandlers } from './coach/routes.ts'
import { voiceHandlers } from './coach/voice-routes.ts'
import { customerActHandlers } from './customer/act-routes.ts'
import { customerFileHandlers } from './customer/file-routes.ts'
import { craftHandlers } from './customer/craft-routes.ts'
import { customerPhotoHandlers } from './customer/photo-routes.ts'
import { warningHandlers } from './churn/routes.ts'
import { customerHandlers } from './customer/routes.ts'
import { economicsHandlers, pulseHandlers } from './economics/routes.ts'
import { departureHandlers } from './departure/routes.ts'
import { eventHandlers } from './event/routes.ts'
import { expectationHandlers } from './expectation/routes.ts'
import { projectRoot } from './env.ts'
import { contactHandlers } from './flows/append-to-run.ts'
import { complaintHandlers } from './flows/hand-complaint.ts'
import { decisionHandlers } from './flows/decide.ts'
import { deskFileHandlers } from './flows/desk-files.ts'
import { listFileHandlers } from './flows/list-files.ts'
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
import { onlyHere, phoneHandlers, type Reach } from './phone/routes.ts'
import { valueHandlers } from './portfolio/routes.ts'
import { insightHandlers } from './insight/routes.ts'
import { standardHandlers } from './insight/standard-routes.ts'
import { retentionHandlers } from './retention/routes.ts'
import { relationshipHandlers } from './relationship/routes.ts'
import { roundHandlers } from './round/routes.ts'
import type { Auth } from './staff/auth.ts'
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
): Handlers<Contract> => ({
  ...staffHandlers(auth),
  ...customerHandlers,
  ...worklistHandlers,
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
  ...calendarHandlers,
  ...roundHandlers,
  ...playbookHandlers(),
  ...packHandlers,
  ...satisfactionHandlers(),
  ...scriptHandlers(join(projectRoot(), 'content', 'core')),
  ...coachHandlers(join(projectRoot(), 'content', 'core'), model),
  ...bearingHandlers,
  ...playbookEditHandlers(join(projectRoot(), 'content')),
  ...taskHandlers,
  ...eventHandlers,
  ...departureHandlers,
  ...guardHandlers,
  ...lossHandlers,
  ...relationshipHandlers,
  ...contactHandlers,
  ...customerActHandlers,
  ...customerFileHandlers,
  ...customerPhotoHandlers(pictureFolder(data)),
  ...craftHandlers,
  ...formHandlers(reach),
  ...phoneHandlers(reach),
  ...valueHandlers,
  ...economicsHandlers,
  ...pulseHandlers,
  ...voiceHandlers,
  ...warningHandlers,
  ...campaignHandlers,
  ...insightHandlers,
  ...standardHandlers,
  ...importHandlers(importFolder(data)),
})
