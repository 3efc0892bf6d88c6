/** How many versions are remembered as written here. */
const most = 10_000

/** Hashes of the versions that this computer has written since the archive was opened. */
export class OwnVersions {
  private readonly hashes = new Set<string>()

  add(hash: string): void {
    this.hashes.delete(hash)
    this.hashes.add(hash)
    const oldest = this.hashes.values().next().value
    if (this.hashes.size > most && oldest !== undefined) this.hashes.delete(oldest)
  }

  has(hash: string): boolean {
    return this.hashes.has(hash)
  }
}
