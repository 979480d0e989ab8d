import type { Words } from '#domain/kernel/said.ts'
import { dayEn } from './daySpeech.ts'
import type { OpeningFacts } from './opening.ts'

const hello = ({ calledBy, me }: { calledBy: string; me: string }): string =>
  `Hello${calledBy && ` ${calledBy}`}, this is ${me}. `

export const openingEn: Words<OpeningFacts> = {
  'opening.promise': ({ what, promised, today, ...names }) =>
    `${hello(names)}I promised you “${what}” ${dayEn(promised, today)}, and I am calling to tell you how it stands. Do you have two minutes?`,
  'opening.callback': ({ about, ...names }) => `${hello(names)}You left word about “${about}”; is now a good time?`,
  'opening.complaint': ({ about, opened, today, ...names }) =>
    `${hello(names)}You told us ${dayEn(opened, today)} about “${about}”. Let me say what I found, and you tell me whether it is right.`,
  'opening.request': ({ about, opened, today, ...names }) =>
    `${hello(names)}You asked ${dayEn(opened, today)} for “${about}”; let me tell you how far it is.`,
  'opening.confirm': ({ about, ...names }) => `${hello(names)}I answered you about “${about}”; is it settled now?`,
  'opening.progress': ({ about, ...names }) => `${hello(names)}About “${about}”: let me tell you how far it is.`,
  'opening.feeling': ({ about, ...names }) =>
    `${hello(names)}“${about}” is settled on our side, and I would like to hear how it was for you. What is still not right?`,
  'opening.expectation': ({ words, ...names }) =>
    `${hello(names)}You once said “${words}”. I have kept it in mind and would like to talk about how far we can go.`,
  'opening.newCustomer': (names) =>
    `${hello(names)}I look after your account from now on, and would first like to hear how things are going.`,
  'opening.welcome': (names) =>
    `${hello(names)}From this month you are one of our key customers. Thank you for staying with us; I look after you from now on.`,
  'opening.welcomeMessage': (names) =>
    `Message: ${hello(names)}From this month you are one of our key customers; thank you. I would like to call in three days and tell you what that gives you. Just reply with an hour that suits.`,
  'opening.handover': ({ former, ...names }) =>
    `${hello(names)}${former} has passed your affairs on to me, and nothing promised is lost. From now on call me.`,
  'opening.contract': ({ days, ...names }) =>
    days >= 0
      ? `${hello(names)}Your contract ends in ${days} days. I have put the choices side by side for you; there is no hurry.`
      : `${hello(names)}Your contract has ended. I have put the choices side by side for you; there is no hurry.`,
  'opening.billJump': ({ lastMonth, month, ...names }) =>
    `${hello(names)}Your bill ${lastMonth ? 'last month' : `of ${month}`} was higher than usual. I wanted to tell you before you have to look for it.`,
  'opening.faultUntold': ({ about, ...names }) =>
    `${hello(names)}“${about}” is repaired, and we should have told you sooner. Does it work as it should now?`,
  'opening.tierUp': ({ need, ...names }) =>
    `${hello(names)}You mentioned “${need}”. I have worked out how to do it; is now a good time?`,
  'opening.birthday': ({ on, today, ...names }) =>
    on === today
      ? `${hello(names)}Today is your birthday: many happy returns.`
      : `${hello(names)}Your birthday is ${dayEn(on, today)}: all the best in advance.`,
  'opening.market': ({ on, today, ...names }) =>
    `${hello(names)}Market day is ${dayEn(on, today)}; will the stock in the shop last?`,
  'opening.points': (names) => `${hello(names)}Your points lapse soon; what would you like to use them for?`,
  'opening.sameDay': (names) =>
    `${hello(names)}We were in touch earlier today, and there is one more thing I would like to get right. Is now a good time?`,
  'opening.lately': ({ spoke, today, ...names }) =>
    `${hello(names)}We spoke ${dayEn(spoke, today)}, and I would like to hear how it went. Is now a good time?`,
  'opening.first': (names) => `${hello(names)}I would like to hear how things are going. Is now a good time?`,
  'opening.usual': (names) =>
    `${hello(names)}We have not spoken for a while, and I would like to hear how things are going. Is now a good time?`,
}
