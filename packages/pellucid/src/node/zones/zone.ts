// A time zone: what clocks show at a time in seconds since the epoch.

export interface ZoneMoment {
  /** Seconds east of UTC. */
  readonly offset: number
  readonly name: string
  readonly isDst: boolean
}

export type Zone = (seconds: number) => ZoneMoment
