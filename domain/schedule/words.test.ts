import { expect, test } from 'vitest'
import { expectNamesInBoth } from '#test/names.ts'
import type { AppointmentRefusalFacts } from './move.ts'
import * as en from './words.en.ts'
import * as zh from './words.zh.ts'

const samples: AppointmentRefusalFacts = {
  'appointment.over': { state: 'cancelled' },
  'appointment.backward': {},
  'appointment.tooLong': { hours: 12 },
  'appointment.reason': {},
  'appointment.nothingToTell': {},
  'appointment.alreadyAgreed': {},
  'appointment.changedSince': {},
}

test('every name of an appointment is there in both languages', () => {
  expectNamesInBoth([
    [zh.appointmentStateNames, en.appointmentStateNames],
    [zh.punctualityNames, en.punctualityNames],
    [zh.appointmentWayNames, en.appointmentWayNames],
    [zh.visitPurposeNames, en.visitPurposeNames],
    [zh.tellingNames, en.tellingNames],
    [zh.appointmentStepNames, en.appointmentStepNames],
  ])
})

test('an appointment that is over is called by its state', () => {
  expect(zh.appointmentRefusals['appointment.over'](samples['appointment.over'])).toContain('已取消')
  expect(en.appointmentRefusals['appointment.over'](samples['appointment.over'])).toContain('cancelled')
})

test('every refusal is a whole sentence', () => {
  for (const { appointmentRefusals } of [zh, en])
    for (const [code, facts] of Object.entries(samples)) {
      const say = appointmentRefusals[code as keyof typeof samples] as (params: unknown) => string
      expect(say(facts)).toMatch(/[。.]$/u)
    }
})
