'use client'

import type { DefaultCellComponentProps } from 'payload'

import '../../channel.css'
import { StateBadge } from './StateBadge'

/** The state of an order or license in a list. */
export const StateCell = ({ cellData }: DefaultCellComponentProps) =>
  typeof cellData === 'string' ? <StateBadge state={cellData} /> : <span>–</span>
