// One round of the direct line to the machine: the peer connection, its four channels, picture and sound.
import { heldTo } from "./viewer_proof.js";

const CONTROL = 0, TILES = 1, INPUT = 2, FILES = 3;
const GATHER_MS = 3000;
const CHUNK = 16384, BUFFERED = 1 << 20;

// Somebody else than who gave the words.
export class Swapped extends Error {}

export class Line {
  #peer;
  #channels = {};
  #voice;

  // `on`: control(word), tile(bytes), video(stream), audio(stream), state(`open` or a word of connectionState).
  constructor(proof, relays, on) {
    this.#peer = new RTCPeerConnection({ certificates: [proof.certificate], iceServers: relays.map(iceServer), bundlePolicy: "max-bundle" });
    for (const [id, name] of [[CONTROL, "control"], [TILES, "tiles"], [INPUT, "input"], [FILES, "files"]]) this.#open(id, name);
    this.#channels[CONTROL].onmessage = ({ data }) => on.control(parsed(data));
    this.#channels[TILES].onmessage = ({ data }) => data instanceof ArrayBuffer && on.tile(data);
    this.#channels[CONTROL].onopen = () => on.state("open");
    this.#channels[CONTROL].onclose = () => on.state("disconnected");
    this.#peer.onconnectionstatechange = () => on.state(this.#isBack() ? "open" : this.#peer.connectionState);
    this.#peer.ontrack = ({ track }) => on[track.kind](new MediaStream([track]));
    this.#receiveVideo();
    this.#voice = this.#peer.addTransceiver("audio"); // silent both ways until a yes, and then without a new round
  }

  #open(id, name) {
    this.#channels[id] = this.#peer.createDataChannel(name, { negotiated: true, id, ordered: true });
    this.#channels[id].binaryType = "arraybuffer";
  }

  #isBack() {
    return this.#peer.connectionState === "connected" && this.#channels[CONTROL].readyState === "open";
  }

  #receiveVideo() {
    const line = this.#peer.addTransceiver("video", { direction: "recvonly" });
    if ("jitterBufferTarget" in line.receiver) line.receiver.jitterBufferTarget = 0;
    const known = RTCRtpReceiver.getCapabilities("video").codecs;
    const wanted = known.filter(({ mimeType }) => /h264|rtx/i.test(mimeType));
    if (wanted.some(({ mimeType }) => /h264/i.test(mimeType))) line.setCodecPreferences(wanted);
  }

  // The whole offer, its candidates in it.
  async offer() {
    await this.#peer.setLocalDescription(await this.#peer.createOffer());
    await new Promise((resolve) => {
      const done = () => this.#peer.iceGatheringState === "complete" && resolve();
      this.#peer.onicegatheringstatechange = done;
      setTimeout(resolve, GATHER_MS);
      done();
    });
    return this.#peer.localDescription.sdp;
  }

  // Throws Swapped unless the answer comes from the owner of `fingerprint`: the browser then talks to nobody else.
  async answer(sdp, fingerprint) {
    const held = heldTo(sdp, fingerprint);
    if (!held) throw new Swapped();
    await this.#peer.setRemoteDescription({ type: "answer", sdp: held });
  }

  say(word) {
    send(this.#channels[CONTROL], JSON.stringify(word));
  }

  input(word) {
    send(this.#channels[INPUT], JSON.stringify(word));
  }

  // By this microphone; nothing ends it.
  speak(track) {
    return this.#voice.sender.replaceTrack(track);
  }

  // The bytes of one file after another, as fast as the line takes them.
  async hand(files) {
    const channel = this.#channels[FILES];
    for (const file of files) {
      for (let at = 0; at < file.size && channel.readyState === "open"; at += CHUNK) {
        while (channel.bufferedAmount > BUFFERED) await new Promise((resolve) => setTimeout(resolve, 20));
        send(channel, await file.slice(at, at + CHUNK).arrayBuffer());
      }
    }
  }

  // Milliseconds to the machine and back, pictures of video a second.
  async figures() {
    const told = { delay: 0, rate: 0 };
    for (const report of (await this.#peer.getStats()).values()) {
      if (report.type === "candidate-pair" && report.nominated) told.delay = Math.round(1000 * (report.currentRoundTripTime ?? 0));
      if (report.type === "inbound-rtp" && report.kind === "video") told.rate = Math.round(report.framesPerSecond ?? 0);
    }
    return told;
  }

  close() {
    this.#peer.onconnectionstatechange = this.#channels[CONTROL].onclose = null;
    this.#peer.close();
  }
}

function iceServer({ urls, username, credential }) {
  return username ? { urls, username, credential } : { urls };
}

function send(channel, data) {
  if (channel.readyState === "open") channel.send(data);
}

// What the machine says is a stranger's word: what is not an object with a kind is nothing.
function parsed(data) {
  try {
    const word = JSON.parse(data);
    return word && typeof word.kind === "string" ? word : { kind: "" };
  } catch {
    return { kind: "" };
  }
}
