import { callDoor } from '../../../api/door'
import type { Microphone, PieceInMaking, RecorderPorts } from './recorder'

/** Speech in Opus: a meeting of two hours takes about 30 MB. */
const format = { mimeType: 'audio/webm;codecs=opus', audioBitsPerSecond: 32_000 }

function beginPiece(stream: MediaStream): PieceInMaking {
  const recorder = new MediaRecorder(stream, format)
  const chunks: Blob[] = []
  const ended = new Promise<Uint8Array<ArrayBuffer>>((resolve) => {
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data))
    recorder.addEventListener('stop', () => {
      void new Blob(chunks).arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)))
    })
  })
  recorder.start()
  return {
    stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      return ended
    },
  }
}

function opened(stream: MediaStream): Microphone {
  return {
    begin: () => beginPiece(stream),
    onGone(listener) {
      for (const track of stream.getTracks()) track.addEventListener('ended', listener)
    },
    close() {
      for (const track of stream.getTracks()) track.stop()
      void callDoor('sound.allow', { on: false })
    },
  }
}

/** Asks the main process to open the microphone to this window, then Chromium for its sound. */
export const openMicrophone: RecorderPorts['openMicrophone'] = async () => {
  const allowed = await callDoor('sound.allow', { on: true })
  if (!allowed.ok) return { ok: false, fault: { kind: 'app', error: allowed.error } }
  try {
    return { ok: true, microphone: opened(await navigator.mediaDevices.getUserMedia({ audio: true })) }
  } catch (error) {
    await callDoor('sound.allow', { on: false })
    const denied = error instanceof DOMException && error.name === 'NotAllowedError'
    return { ok: false, fault: { kind: denied ? 'denied' : 'no-microphone' } }
  }
}
