import { useState } from 'react'
import { AroundPerson } from '#web/customer/around-person.tsx'
import { BeforeSpeaking } from '#web/customer/before-speaking.tsx'
import { CustomerFourFacts, type CustomerFourFactsProps } from '#web/customer/customer-four-facts.tsx'
import { WhatMatters } from '#web/customer/what-matters.tsx'
import { Trust } from '#web/satisfaction/trust.tsx'
import { TierWhy } from '#web/portfolio/tier-why.tsx'

/** Before a contact: the four questions as the customer's own page answers them, then what matters to the customer. */
export function BeforeContact(props: Omit<CustomerFourFactsProps, 'onWhyTier'>) {
  const [asked, setAsked] = useState(false)
  const { id, name } = props.customer
  return (
    <>
      <CustomerFourFacts {...props} onWhyTier={() => setAsked(true)} />
      <WhatMatters customer={props.customer} />
      <BeforeSpeaking customer={props.customer} />
      {!props.customerView && <Trust customerId={id} />}
      {props.customer.kind === 'person' && <AroundPerson customer={props.customer} />}
      {asked && <TierWhy id={id} name={name} onClose={() => setAsked(false)} />}
    </>
  )
}
