import { i18n } from '../../../shared/i18n/i18n'

const pad = (value: number) => String(value).padStart(2, '0')

/** Local time of a moment: `14.32`, in English `14:32`. In: ISO time. */
export function clockOf(iso: string): string {
  const at = new Date(iso)
  return `${pad(at.getHours())}${i18n.language === 'en' ? ':' : '.'}${pad(at.getMinutes())}`
}

/**
 * A moment for people: relative under a day (`5 dakika önce`), `Dün 14.32`, otherwise the date `21.11.2022`.
 * In: ISO time, and now.
 */
export function momentOf(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000)
  if (minutes < 1) return i18n.t('common.justNow')
  if (minutes < 60) return i18n.t('common.minutesAgo', { count: minutes })
  const sameDay = (days: number) => {
    const day = new Date(now)
    day.setDate(day.getDate() - days)
    return day.toDateString() === at.toDateString()
  }
  if (sameDay(0)) return i18n.t('common.hoursAgo', { count: Math.floor(minutes / 60) })
  if (sameDay(1)) return `${i18n.t('common.yesterday')} ${clockOf(iso)}`
  return `${pad(at.getDate())}.${pad(at.getMonth() + 1)}.${at.getFullYear()}`
}

/** Day and time of a moment, whatever its age: `21.11.2022 14.32`. In: ISO time. */
export function fullMomentOf(iso: string): string {
  const at = new Date(iso)
  return `${pad(at.getDate())}.${pad(at.getMonth() + 1)}.${at.getFullYear()} ${clockOf(iso)}`
}

/**
 * A moment to the minute, where minutes tell apart: `Bugün 14.32`, `Dün 14.32`, otherwise `21.11.2022 14.32`.
 * In: ISO time, and now.
 */
export function exactMomentOf(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const yesterday = new Date(now)
  yesterday.setDate(yesterday.getDate() - 1)
  const is = (day: Date) => day.toDateString() === at.toDateString()
  const day = is(now) ? i18n.t('common.today') : is(yesterday) ? i18n.t('common.yesterday') : undefined
  return day === undefined ? fullMomentOf(iso) : `${day} ${clockOf(iso)}`
}

/** The day it is here, as ISO date. In: days to add. */
export function today(days = 0): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}
