import { stored } from '../../ui/stored'

export const looks = ['light', 'dark'] as const
export type Look = (typeof looks)[number]

/** Type sizes in per cent of the usual one. */
const smallest = 60
const largest = 240
const step = 20

/** The look of the room's screen on this computer. A dark room is the exception: paper is white. */
export const lookOfRoom = stored<Look>('projector.look', 'light', (value) =>
  looks.find((one) => one === value),
)

export const sizeOfRoom = stored<number>('projector.size', 100, (value) =>
  typeof value === 'number' && value >= smallest && value <= largest ? value : undefined,
)

/** Larger or smaller type, within bounds. */
export function resize(direction: 1 | -1): void {
  sizeOfRoom.set(Math.min(largest, Math.max(smallest, sizeOfRoom.get() + direction * step)))
}
