import type { Words } from '#domain/kernel/said.ts'
import type { MissedFacts } from './missed.ts'
import type { Mood } from './mood.ts'
import type { RiskFeature } from './features.ts'
import type { Step } from './steps.ts'
import type { TranscriptFacts } from './transcript.ts'

export const transcriptWordsEn: Words<TranscriptFacts> = {
  'transcript.empty': () => 'There is no conversation yet. Paste the words of a call or a chat.',
  'transcript.unmarked': ({ lines }) =>
    `Nothing in these ${lines} lines says who speaks. Begin each turn with “Customer:” or “Agent:”.`,
  'transcript.roles': ({ names }) => `Customer or one of us: ${names.replaceAll('、', ', ')}? Please choose.`,
}

export const stepWordsEn: Readonly<Record<Step, string>> = {
  listen: 'Hear them out',
  analyse: 'Ask what happened',
  understand: 'Show understanding',
  restate: 'Say it back',
  answer: 'Answer',
  solve: 'Offer a way',
}

export const moodWordsEn: Readonly<Record<Mood, string>> = {
  escalate: 'speaks of a complaint',
  leaving: 'speaks of leaving',
  angry: 'angry',
  again: 'once again',
  hurry: 'in a hurry',
  worry: 'worried',
  thanks: 'thanks',
}

export const missedWordsEn: Words<MissedFacts> = {
  'feeling.unheard': ({ turn }) => `In turn ${turn} the customer was upset; no word of understanding came first.`,
  'need.unrestated': ({ turns }) => `The customer spoke ${turns} times; nothing was said back for them to confirm.`,
  'no.unopened': ({ turn }) => `In turn ${turn} the customer said no; an open question could follow: “What happened?”`,
  'refusal.bare': ({ turn }) => `Turn ${turn} says what cannot be done and not what can.`,
  'promise.undated': ({ turn }) => `Turn ${turn} promises without a day or an hour.`,
  'answer.repeated': ({ first, turn }) =>
    `Turn ${turn} is nearly the same as turn ${first}; it feels as if nobody listens.`,
  'question.unanswered': ({ turn }) => `In turn ${turn} the customer was still asking, and nobody answered.`,
  'leaving.unasked': ({ turn }) => `In turn ${turn} the customer spoke of leaving; nobody asked why.`,
  'solution.absent': () => 'There was neither an answer nor a way forward.',
}

export const riskWordsEn: Readonly<Record<RiskFeature, readonly [more: string, less: string]>> = {
  lastThanks: ['The customer’s last words were thanks', 'No thanks in the customer’s last words'],
  lastSolved: ['The customer said it works', 'The customer did not say it works'],
  lastPraise: ['The customer ended with praise', 'No praise at the end'],
  lastAgrees: ['The customer’s last word was “all right”', 'No “all right” at the end'],
  lastUnsolved: ['The customer’s last words: still not working', 'The customer did not end with “still not working”'],
  lastAngry: ['The customer was angry at the end', 'The customer was not angry at the end'],
  lastEscalates: ['The customer ended by speaking of a complaint', 'No complaint was spoken of at the end'],
  lastAgain: ['The customer ended with “again”, “for days”', 'The customer did not end with how long it takes'],
  lastAsks: ['The customer was still asking at the end', 'The customer asked no more at the end'],
  lastPresses: ['The customer pressed at the end', 'The customer did not press at the end'],
  lastYouPeople: ['The customer ended with “you people”', 'No “you people” at the end'],
  lastLength: ['The customer’s last words were long', 'The customer’s last words were not long'],
  betweenThanks: ['The customer gave thanks along the way', 'No thanks along the way'],
  betweenSolved: ['The customer spoke of a result along the way', 'No result along the way'],
  betweenPraise: ['The customer gave praise along the way', 'No praise along the way'],
  betweenExclaims: ['The customer spoke sharply along the way', 'The customer spoke calmly along the way'],
  betweenYouPeople: ['“You people” along the way', 'No “you people” along the way'],
  betweenAngry: ['The customer was angry along the way', 'The customer was not angry along the way'],
  firstAngry: ['The customer came angry', 'The customer did not come angry'],
  firstYouPeople: ['The customer began with “you people”', 'The customer did not begin with “you people”'],
  firstExclaims: ['The customer began sharply', 'The customer began calmly'],
  firstAsksWhy: ['The customer came asking why on earth', 'The customer did not come with reproach'],
  silent: ['After our answer the customer said nothing', 'After our answer the customer went on'],
  weSteps: ['We said what to do, step by step', 'We did not say what to do'],
  weDone: ['We said it was done', 'We did not say it was done'],
  wePassesOn: ['Mostly we said “passed on”, “noted”', 'We seldom said only “passed on”, “noted”'],
  weElsewhere: ['We sent the customer elsewhere to say it', 'We did not send the customer elsewhere'],
  weWaits: ['We asked the customer to wait', 'We did not ask the customer to wait'],
  wePossible: ['We said what is possible', 'We did not say what is possible'],
  weCannot: ['We said what cannot be done', 'We did not say that it cannot be done'],
  weRepeat: ['We said much the same twice', 'We did not repeat ourselves'],
  wordsOfOurs: ['We spoke more than the customer', 'We spoke less than the customer'],
  closePassesOn: ['Our last words: “passed on”', 'Our last words were more than “passed on”'],
  closePossible: ['Our last words said what is possible', 'Our last words did not say what is possible'],
  closeRequest: ['At the end we still asked the customer to do something', 'At the end we asked for nothing more'],
  closeVague: ['Our last promise had no time', 'We did not end with a promise without a time'],
}
