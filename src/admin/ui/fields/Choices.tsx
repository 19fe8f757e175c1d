'use client'

import '../../channel.css'

/** Buttons of which one is pressed. */
export const Choices = <Value extends string>({
  label,
  onChoose,
  options,
  value,
}: {
  label: string
  options: readonly (readonly [value: Value, text: string])[]
  value: Value
  onChoose: (value: Value) => void
}) => (
  <div aria-label={label} className="channel-chips" role="group">
    {options.map(([key, text]) => (
      <button
        aria-pressed={key === value}
        className="channel-chip"
        data-choice={key}
        key={key}
        onClick={() => onChoose(key)}
        type="button"
      >
        {text}
      </button>
    ))}
  </div>
)
