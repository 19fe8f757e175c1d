'use client'

import { useState } from 'react'

import { useText } from '../useText'
import { CreatedLicense, type Created } from './CreatedLicense'
import { OperationsForm } from './OperationsForm'
import type { OperationsProps } from './stepProps'

/** The form, then what came of it; another one begins afresh. */
export const OperationsPage = (props: OperationsProps) => {
  const { t } = useText()
  const [created, setCreated] = useState<Created | null>(null)
  return (
    <div className="channel-home">
      <header className="channel-home__head">
        <h1>{t('operations')}</h1>
      </header>
      {created ? (
        <CreatedLicense created={created} onAnother={() => setCreated(null)} />
      ) : (
        <OperationsForm {...props} onCreated={setCreated} />
      )}
    </div>
  )
}
