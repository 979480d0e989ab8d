import { useState } from 'react'
import { CustomerFourFacts, type CustomerFourFactsProps } from '#web/customer/customer-four-facts.tsx'
import { TierWhy } from '#web/portfolio/tier-why.tsx'

/** The four questions with the way to how the tier was made: the one version, on Today as on the customer's page. */
export function CustomerFour(props: Omit<CustomerFourFactsProps, 'onWhyTier'>) {
  const [asked, setAsked] = useState(false)
  const { id, name } = props.customer
  return (
    <>
      <CustomerFourFacts {...props} onWhyTier={() => setAsked(true)} />
      {asked && <TierWhy id={id} name={name} onClose={() => setAsked(false)} />}
    </>
  )
}
