'use client'

import { useText } from '../useText'
import { steps, type Step } from './operationsDraft'

/** How far one is; steps that are done can be gone back to. */
export const StepTrail = ({ at, onGo }: { at: number; onGo: (step: Step) => void }) => {
  const { t } = useText()
  return (
    <ol aria-label={t('progress')} className="channel-steps channel-steps--five">
      {steps.map((step, index) => (
        <li
          aria-current={index === at ? 'step' : undefined}
          className={`channel-step ${index <= at ? 'channel-step--done' : ''}`}
          key={step}
        >
          {index < at ? (
            <button className="channel-text-button" onClick={() => onGo(step)} type="button">
              {`${index + 1}. ${t(`step.${step}`)}`}
            </button>
          ) : (
            <span className="channel-step__name">{`${index + 1}. ${t(`step.${step}`)}`}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
