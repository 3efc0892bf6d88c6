import { createContext } from 'react'

const Slot = createContext<HTMLElement | null>(null)

/** Tells screens where the frame keeps the place for details. */
export const DetailsSlot = Slot.Provider

/** The context itself, for the details pane. */
export const detailsSlotContext = Slot
