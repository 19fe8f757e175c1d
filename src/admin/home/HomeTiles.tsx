'use client'

import { Button, Link } from '@payloadcms/ui'

import type { OrderState } from '../../domain/orders/orderMachine'
import type { Slugs } from '../../slugs'
import type { TextKey } from '../texts'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

/** `state` = the orders in it; `null` = licenses. */
export type HomeTile = { key: TextKey; count: number; state: OrderState | null }

type Props = { tiles: HomeTile[]; name: string; canPlace: boolean; slugs: Slugs }

/** Numbers that lead to what they count. */
export const HomeTiles = ({ canPlace, name, slugs, tiles }: Props) => {
  const { number, t } = useText()
  const routes = useRoutes()
  const orders = routes.admin(`/collections/${slugs.orders}`)
  const target = (state: OrderState | null) =>
    state
      ? `${orders}?where[or][0][and][0][state][equals]=${state}`
      : routes.admin(`/collections/${slugs.licenses}`)
  return (
    <>
      <header className="channel-home__head">
        <h1>{t('welcome', { name })}</h1>
        {canPlace && (
          <Button el="link" margin={false} to={`${orders}/create`}>
            {t('placeOrder')}
          </Button>
        )}
      </header>
      {tiles.length > 0 && (
        <ul className="channel-tiles">
          {tiles.map(({ count, key, state }) => (
            <li key={key}>
              <Link className="channel-tile" href={target(state)}>
                <span className="channel-tile__count">{number(count)}</span>
                <span className="channel-tile__name">{t(key)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
