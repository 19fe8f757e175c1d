'use client'

import { Link } from '@payloadcms/ui'

import '../channel.css'
import { useText } from '../useText'

export type Tile = { key: string; name: string; count: number; href: string }

/** Numbers that lead to what they count. */
export const Tiles = ({ tiles }: { tiles: Tile[] }) => {
  const { number } = useText()
  return (
    <ul className="channel-tiles">
      {tiles.map(({ count, href, key, name }) => (
        <li key={key}>
          <Link className="channel-tile" data-tile={key} href={href}>
            <span className="channel-tile__count">{number(count)}</span>
            <span className="channel-tile__name">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
