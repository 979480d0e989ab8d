import type { Words } from '#domain/kernel/said.ts'
import type { AddressFormFacts } from './address-form.ts'

export const addressFormWords: Words<AddressFormFacts> = {
  'address.empty': () => 'Enter a form of address, or leave it out to use the full name.',
  'address.tooLong': ({ most }) => `A form of address has at most ${most} characters.`,
  'address.characters': ({ characters }) => `A form of address cannot contain “${characters}”.`,
  'address.familiar': ({ word }) => `“${word}” fits anyone; use this customer's own form of address.`,
  'address.otherSurname': ({ given, name }) => `“${given}” is not part of the name “${name}”; please check.`,
}
