import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SoundPermission, type Asked } from '../../../electron/shell/permissions'
import { soundResponse } from '../../../electron/shell/sound-response'

const own: Asked = {
  permission: 'media',
  media: ['audio'],
  mainFrame: true,
  url: 'tutanak://app/meetings/1',
  windowId: 1,
}

function opened(): SoundPermission {
  const sound = new SoundPermission('tutanak://app', new Set([2]))
  sound.allow(1, true)
  return sound
}

describe('the one permission', () => {
  it('is given for sound alone, to the page of a window it was switched on for', () => {
    const sound = opened()
    expect(sound.grants(own)).toBe(true)
    expect(sound.grants({ ...own, url: 'tutanak://app' })).toBe(true)
    sound.allow(1, false)
    expect(sound.grants(own)).toBe(false)
  })

  it.each<[string, Partial<Asked>]>([
    ['video', { media: ['video'] }],
    ['video beside sound', { media: ['audio', 'video'] }],
    ['media of no kind', { media: [] }],
    ['a frame inside the page', { mainFrame: false }],
    ['another origin', { url: 'https://app/' }],
    ['an origin that begins like ours', { url: 'tutanak://apple/' }],
    ['another window', { windowId: 3 }],
    ['no window', { windowId: undefined }],
    ['the place', { permission: 'geolocation' }],
    ['notices', { permission: 'notifications' }],
    ['what the screen shows', { permission: 'display-capture' }],
  ])('is not given for %s', (_what, asked) => {
    expect(opened().grants({ ...own, ...asked })).toBe(false)
  })

  it('is never given to the window in the room, nor to anybody when all is closed', () => {
    const sound = opened()
    sound.allow(2, true)
    expect(sound.grants({ ...own, windowId: 2 })).toBe(false)
    sound.closeAll()
    expect(sound.grants(own)).toBe(false)
  })

  it('is the only one, whatever is asked', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('media', 'audio', 'video', 'geolocation', 'midi', 'hid'),
    )
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (permission, media) => {
        const is = permission === 'media' && media.length === 1 && media[0] === 'audio'
        expect(opened().grants({ ...own, permission, media })).toBe(is)
      }),
    )
  })
})

describe('a piece of sound', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_value, index) => index)
  const read = async (range: string | null) => {
    const response = soundResponse(bytes, range)
    const body = [...new Uint8Array(await response.arrayBuffer())]
    return { status: response.status, range: response.headers.get('content-range'), body }
  }

  it('is given whole, or the stretch that is asked for', async () => {
    expect(await read(null)).toEqual({ status: 200, range: null, body: [...bytes] })
    expect(await read('bytes=0-')).toEqual({ status: 206, range: 'bytes 0-99/100', body: [...bytes] })
    expect(await read('bytes=90-1000')).toMatchObject({
      range: 'bytes 90-99/100',
      body: [...bytes].slice(90),
    })
    expect(await read('bytes=5-6')).toMatchObject({ status: 206, body: [5, 6] })
    expect(await read('bytes=100-')).toMatchObject({ status: 416, range: 'bytes */100', body: [] })
  })
})
