import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractMember, sha512 } from '../../../electron/launch/tarball.mjs'
import { unzip } from '../../../electron/launch/zip.mjs'
import { makeTarball, makeZip } from '../../support/archives'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak arşiv İ-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const inside = (name: string) => path.join(folder, name)

describe('a package as npm packs it', () => {
  const big = randomBytes(300_000)
  const members = [
    { name: 'package/package.json', content: Buffer.from('{}') },
    { name: 'package/empty', content: Buffer.alloc(0) },
    { name: 'package/runtime.zip', content: big },
    { name: 'package/last', content: Buffer.alloc(512, 'x') },
  ]

  it.each(members)('gives $name back byte by byte', async ({ name, content }) => {
    await writeFile(inside('p.tgz'), makeTarball(members))
    await extractMember(inside('p.tgz'), name, inside('out'))
    expect((await readFile(inside('out'))).equals(content)).toBe(true)
  })

  it('says so when the member is not in it', async () => {
    await writeFile(inside('p.tgz'), makeTarball(members))
    await expect(extractMember(inside('p.tgz'), 'package/none', inside('out'))).rejects.toThrow(
      'package/none',
    )
  })

  it('fails when the download is cut short', async () => {
    await writeFile(inside('p.tgz'), makeTarball(members).subarray(0, 200_000))
    await expect(extractMember(inside('p.tgz'), 'package/runtime.zip', inside('out'))).rejects.toThrow()
  })

  it('is checked with the digest npm names', async () => {
    await writeFile(inside('f'), 'abc')
    expect(await sha512(inside('f'))).toBe(
      '3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    )
  })
})

describe('a zip archive', () => {
  const program = Buffer.from('#!/bin/sh\n'.repeat(5000))
  const members = [
    { name: 'App/run', content: program, mode: 0o755 },
    { name: 'App/locales/', content: Buffer.alloc(0), stored: true },
    { name: 'App/locales/tr.pak', content: randomBytes(5000), stored: true },
    { name: 'App/empty', content: Buffer.alloc(0), stored: true },
    { name: 'App/resources/foreign.js', content: Buffer.from('x') },
  ]
  const withoutTop = (name: string) => (name.includes('resources/') ? undefined : name.replace('App/', ''))

  it('is unpacked with contents, folders and permissions, but for what is left out', async () => {
    await writeFile(inside('a.zip'), makeZip(members))
    expect(await unzip(inside('a.zip'), inside('to'), withoutTop)).toBe(3)
    expect((await readFile(inside('to/run'))).equals(program)).toBe(true)
    expect((await stat(inside('to/run'))).mode & 0o777).toBe(0o755)
    expect((await readFile(inside('to/locales/tr.pak'))).equals(members[2]?.content ?? Buffer.alloc(0))).toBe(
      true,
    )
    expect((await stat(inside('to/empty'))).size).toBe(0)
    expect(existsSync(inside('to/resources'))).toBe(false)
  })

  it('cannot write outside its folder', async () => {
    await writeFile(inside('a.zip'), makeZip([{ name: '../escaped', content: Buffer.from('x') }]))
    await expect(unzip(inside('a.zip'), inside('to'), (name) => name)).rejects.toThrow('../escaped')
    expect(existsSync(inside('escaped'))).toBe(false)
  })

  it('is refused when it is cut short', async () => {
    await writeFile(inside('a.zip'), makeZip(members).subarray(0, -30))
    await expect(unzip(inside('a.zip'), inside('to'), withoutTop)).rejects.toThrow('zip arşivi değil')
  })

  it('is refused when a file is damaged', async () => {
    const bytes = makeZip(members)
    bytes.fill(0xff, 40, 60)
    await writeFile(inside('a.zip'), bytes)
    await expect(unzip(inside('a.zip'), inside('to'), withoutTop)).rejects.toThrow()
  })
})
