// Hearing each other. Our own microphone opens at a click, after the person's yes, and closes with it; what may be heard
// is decided at the machine.
import { say } from "./viewer_words.js";

const part = document.querySelector("#voice");
const [told, mine] = part.querySelectorAll("p");
const button = part.querySelector("button");
const sound = part.querySelector("audio");
const MICROPHONE = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } };

export class Voice {
  #voices = null; // what the machine says of it, while it may be heard
  #stream = null; // what comes by the line
  #track = null; // our microphone, once it is open
  #isOn = false;

  // `tell(word)`: to the machine; `speak(track)`: by the line, or nothing any more.
  constructor(tell, speak) {
    [this.tell, this.speak] = [tell, speak];
    button.addEventListener("click", () => this.#press());
  }

  // Another line: what comes by it, and our microphone on it when it is open.
  join(stream) {
    this.#stream = stream;
    sound.srcObject = this.#voices && stream;
    if (this.#track) this.speak(this.#track);
  }

  show(voices) {
    const was = this.#voices;
    this.#voices = voices ?? null;
    part.hidden = !voices;
    if (!voices) return this.#close();
    if (!was) sound.srcObject = this.#stream;
    if (!was) mine.textContent = say("voice_mine_off");
    const text = voices.is_played ? say(`voice_${voices.user}`) : `${say(`voice_${voices.user}`)} ${say("voice_deaf")}`;
    if (told.textContent !== text) told.textContent = text;
    return this.#draw();
  }

  #draw() {
    button.textContent = say(this.#isOn ? "voice_mute" : "voice_speak");
  }

  async #press() {
    button.disabled = true;
    try {
      if (!this.#track) await this.#open();
      if (this.#track) this.#turn(!this.#isOn);
    } catch {
      this.#close();
      mine.textContent = say("voice_no_microphone");
    }
    button.disabled = false;
  }

  // The browser asks the technician; a yes of the person that ended meanwhile has it closed again.
  async #open() {
    const [track] = (await navigator.mediaDevices.getUserMedia(MICROPHONE)).getAudioTracks();
    if (!this.#voices) return track.stop();
    this.#track = track; // known from now on: what ends the yes closes it
    return this.speak(track);
  }

  #turn(isOn) {
    this.#isOn = this.#track.enabled = isOn;
    this.tell({ kind: "mute", muted: !isOn });
    mine.textContent = say(isOn ? "voice_mine_on" : "voice_mine_off");
    this.#draw();
  }

  #close() {
    sound.srcObject = null;
    if (this.#track) this.speak(null).catch(() => undefined); // a line that is gone says nothing more anyway
    this.#track?.stop();
    this.#track = null;
    this.#isOn = false;
  }
}
