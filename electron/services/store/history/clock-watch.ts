const day = 24 * 3_600_000

/** A clock that moved by more than a day between two saves: from which time to which. */
export interface ClockJump {
  from: string
  to: string
}

/** What must be remembered of the archive's clock. */
export interface ClockState {
  /** The greatest `savedAt` seen; undefined before the first save. */
  greatest?: string | undefined
  /** Set until the user says that the clock is right: nothing is thinned meanwhile. */
  jump?: ClockJump | undefined
}

/**
 * Follows the stamps of saves. Ages of versions count from the greatest of them, so a clock that is wrong by a year would
 * make everything old at once: after a jump of more than a day, forward or back, nothing is thinned until the user
 * confirms the clock. (A long weekend looks the same; then too, waiting costs only space.)
 */
export class ClockWatch {
  constructor(private state: ClockState = {}) {}

  get greatest(): string | undefined {
    return this.state.greatest
  }

  get jump(): ClockJump | undefined {
    return this.state.jump
  }

  /** What must be remembered. */
  snapshot(): ClockState {
    return { ...this.state }
  }

  /** Takes in the stamp of a save. */
  saw(savedAt: string): void {
    const { greatest, jump } = this.state
    if (greatest === undefined) {
      this.state.greatest = savedAt
      return
    }
    const moved = Date.parse(savedAt) - Date.parse(greatest)
    if (Math.abs(moved) > day) this.state.jump = { from: jump?.from ?? greatest, to: savedAt }
    if (moved > 0) this.state.greatest = savedAt
  }

  /** The user says that the clock is right: ages count from now on. */
  confirm(now: string): void {
    this.state = { greatest: now }
  }
}
