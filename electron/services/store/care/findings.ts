import type { Finding, FindingCode, Repair, VerifyReport } from '../../../../shared/contract/care-contract'

/** More findings than these are only counted: an archive in ruins must not fill the memory. */
const kept = 2_000

const gravity: Record<FindingCode, Finding['severity']> = {
  'head-damaged': 'error',
  'head-copy-damaged': 'warning',
  'settings-damaged': 'error',
  'settings-changed': 'note',
  'settings-too-new': 'warning',
  'record-empty': 'error',
  'record-unreadable': 'error',
  'record-envelope': 'error',
  'record-schema': 'error',
  'record-foreign': 'error',
  'record-misnamed': 'error',
  'record-changed': 'warning',
  'record-too-new': 'warning',
  'record-old': 'note',
  'list-stale': 'warning',
  'file-foreign': 'warning',
  'file-misplaced': 'warning',
  'file-copy': 'warning',
  'file-denied': 'error',
  'temp-left': 'note',
  'reference-missing': 'warning',
  'reference-in-bin': 'note',
  'reference-snapshot': 'note',
  'follow-up-lost': 'warning',
  'attachment-missing': 'error',
  'attachment-damaged': 'error',
  'attachment-unused': 'note',
  'attachment-misnamed': 'warning',
  'history-torn': 'note',
  'history-damaged': 'error',
  'bin-damaged': 'warning',
  'final-damaged': 'error',
  'journal-line': 'warning',
  'journal-torn': 'note',
  'journal-order': 'warning',
  'journal-pending': 'warning',
}
const ranks = { error: 0, warning: 1, note: 2 }

export type Told = Pick<Finding, 'code' | 'where'> & Partial<Pick<Finding, 'params' | 'repair'>>

/** Collects what a check finds. `visit` sees every finding, also those that are only counted. */
export class Findings {
  private readonly list: Finding[] = []
  private readonly counts: VerifyReport['counts'] = {}
  private readonly repairable: VerifyReport['repairable'] = {}
  private readonly severities = { error: 0, warning: 0, note: 0 }

  constructor(private readonly visit: (finding: Finding) => void = () => undefined) {}

  add({ code, where, params = {}, repair }: Told): void {
    const severity = gravity[code]
    const finding: Finding = { code, severity, where, params, ...(repair ? { repair } : {}) }
    this.counts[code] = (this.counts[code] ?? 0) + 1
    this.severities[severity] += 1
    if (repair) this.repairable[repair] = (this.repairable[repair] ?? 0) + 1
    // Notes must not take the room of what matters.
    if (this.list.length < kept || severity !== 'note') this.list.push(finding)
    if (this.list.length > kept * 2) this.trim()
    this.visit(finding)
  }

  private trim(): void {
    this.list.sort((a, b) => ranks[a.severity] - ranks[b.severity] || (a.where < b.where ? -1 : 1))
    if (this.list.length > kept) this.list.length = kept
  }

  report(): Pick<VerifyReport, 'findings' | 'counts' | 'severities' | 'repairable'> {
    this.trim()
    const { counts, severities, repairable } = this
    return { findings: [...this.list], counts, severities, repairable }
  }
}

/** A finding that a repair of these kinds mends. */
export function isMendedBy(kinds: ReadonlySet<Repair>, finding: Finding): boolean {
  return finding.repair !== undefined && kinds.has(finding.repair)
}
