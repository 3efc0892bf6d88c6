import type { SameShape } from '../shape'
import type { sound as tr } from '../tr/sound'

/** Sound recording of a meeting. */
export const sound: SameShape<typeof tr> = {
  setting: 'Meetings may be recorded',
  settingHint:
    'While this is off the microphone is never used; while it is on, a button on the page of a meeting records sound into the archive folder after it has asked for the consent of those present.',
  on: 'Recording sound',
  elapsed: 'Recorded for',
  start: 'Record sound',
  startHint: 'Record the sound of the meeting',
  stop: 'Stop recording',
  consent: {
    title: 'The sound of the meeting will be recorded',
    text: 'Before it begins, tell those present that sound will be recorded and ask for their consent. The roll and the minutes say so.',
    agree: 'They were told and agreed: start recording',
    back: 'Cancel',
  },
  stopped: 'The recording has stopped. {{why}}',
  faults: {
    denied: 'The microphone is not allowed. Look into the privacy settings of the operating system.',
    'no-microphone': 'There is no microphone, or another program is using it.',
    'microphone-gone': 'The microphone was disconnected. What had been recorded is kept.',
  },
  roll: {
    label: 'Sound recording',
    consent:
      'Sound recording: {{date}}, {{from}}–{{to}} ({{length}}). Those present were told and agreed at {{consent}}.',
    started: 'Sound recording: those present were told and agreed on {{date}} at {{consent}}.',
    listen: 'Listen',
    remove: 'Delete',
    removeOf: 'Delete the recording of {{from}}',
    listenTo: 'Listen to the recording of {{from}}',
  },
  removing: {
    title: 'Delete the recording?',
    text: 'The recording leaves the minutes and its files are deleted from the disk; this cannot be undone. Earlier versions keep no sound either. Copies in backups that were made before stay: delete those yourself.',
    back: 'Cancel',
    run: 'Delete for good',
    done: 'Recording deleted',
  },
  player: {
    label: 'Recording player',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 10 seconds',
    forward: 'Forward 10 seconds',
    close: 'Close the player',
    place: '{{at}} / {{length}}',
    clock: 'at {{clock}}',
    listenTo: 'Listen to what was said while this was written: {{words}}',
    here: 'Listen here',
    hereHint: 'Listen to what was said while the place of the cursor was written',
    notCovered: 'No sound was recorded while the place of the cursor was written.',
    failed: 'A piece of this recording cannot be played: its file is missing or damaged.',
  },
}
