import type { Words } from '#domain/kernel/said.ts'
import type { AddressFormFacts } from './address-form.ts'

export const addressFormWords: Words<AddressFormFacts> = {
  'address.empty': () => '请填写称呼；不填就称全名。',
  'address.tooLong': ({ most }) => `称呼最多 ${most} 个字。`,
  'address.characters': ({ characters }) => `称呼里不能有“${characters}”。`,
  'address.familiar': ({ word }) => `“${word}”对谁都能叫，请用这位客户自己的称呼。`,
  'address.otherSurname': ({ given, name }) => `称呼里的“${given}”不在姓名“${name}”里，请核对。`,
}
