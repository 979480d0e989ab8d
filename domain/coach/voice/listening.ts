/** Eight improvements of listening, the list of the talk afterwards [H-19]; the first two are what two recorded sides can show. */
export const listeningHabits = [
  'leaveRoom',
  'noBreakingIn',
  'mainPoints',
  'rightMoment',
  'affirm',
  'wholeBody',
  'noPretence',
  'silence',
] as const
export type ListeningHabit = (typeof listeningHabits)[number]
