// The technician's view of a shared screen, from the question to the end. What is allowed is decided at the machine.
import { banner } from "./viewer_banner.js";
import { on, wire } from "./viewer_buttons.js";
import * as desk from "./viewer_desk.js";
import * as face from "./viewer_face.js";
import { Hand } from "./viewer_hand.js";
import { forget, hold, keep, kept } from "./viewer_kept.js";
import { Line, Swapped } from "./viewer_line.js";
import { Picture } from "./viewer_picture.js";
import { checkWords, commitment, newProof } from "./viewer_proof.js";
import { Steps } from "./viewer_steps.js";
import { Voice } from "./viewer_voice.js";
import { clock, facts, say, timeOfDay } from "./viewer_words.js";

const SETTLE_MS = 2000, TRY_MS = 8000, BYE_MS = 2000, FIGURES_MS = 2000;
const input = (word) => line?.input(word);
const picture = new Picture((number, delay_ms) => line?.say({ kind: "shown", number, delay_ms }));
const hand = new Hand(() => [picture.width, picture.height], input, () => face.leaveCapture());
const steps = new Steps({
  ask: (capability, reason) => line?.say({ kind: "ask", capability, reason }),
  drop: (capability) => line?.say({ kind: "drop", capability }),
  offer: (files) => line?.say({ kind: "files", files }),
  hand: (files) => line?.hand(files),
});
const voice = new Voice((word) => line?.say(word), async (track) => line?.speak(track));

let proof = null; // what we brought; the same for every round
let sharing = null; // how it stands at the help desk
let line = null; // the direct line of the round
let round = -1;
let joined = -1; // the newest round whose answer was taken
let since = 0; // when the waiting, or the outage, began
let state = "idle";
let area = "screen";
let grants = { left_s: {}, waiting: [], refused: [] };
let pace = { rate: 0, way: "tiles" };
let turn = Promise.resolve();

const elapsed = () => Math.floor((performance.now() - since) / 1000);
const person = document.querySelector("#picture");

function become(next, key) {
  state = next;
  face.lookAlong(sharing?.joins);
  face.stand(next, key);
}

// Asking

async function ask(event) {
  event.preventDefault();
  face.fault("");
  if (!crypto.subtle) return face.fault(say("not_secure"));
  try {
    proof = await newProof();
    const reason = document.querySelector("#reason").value.trim();
    sharing = await desk.ask({ id: desk.newId(), reason, commitment: await commitment(proof) });
    await Promise.all([hold(sharing.id), forget().then(() => keep(sharing.id, proof)).catch(() => undefined)]);
    [round, joined, since] = [-1, -1, performance.now()];
    become("asked", "state_asked");
    face.wait(say("asked"), null, "");
    refresh();
  } catch (error) {
    await explain(error);
  }
  return undefined;
}

async function explain(error) {
  const mine = await desk.current().catch(() => []);
  face.fault(mine.length ? say("elsewhere") : error.words || say("failed"));
  if (!mine.length) return;
  sharing = mine[0]; // without its certificate it can only be ended here
  document.querySelector("#end").hidden = false;
}

// After a reload: the same certificate on a new line, and no new question, as long as the machine waits.
async function resume() {
  const mine = (await desk.current()).find((one) => one.state === "shared");
  const known = mine && (await hold(mine.id)) && (await kept(mine.id));
  if (!known || state !== "idle") return;
  [proof, sharing, area, since] = [known, mine, mine.answer.area, performance.now()];
  round = joined = mine.offer.round;
  await readWords();
  become("lost", "state_lost");
  show();
  await again();
}

// Each look at the help desk waits for the one before.
function refresh() {
  turn = turn.then(look).catch((error) => lookedInVain(error));
  return turn;
}

function lookedInVain(error) {
  if (error.status === 404 || error.status === 409) return giveUp("failed");
  return undefined; // the help desk is away; the direct line goes on without it
}

async function look() {
  if (!sharing || !proof || state === "idle" || state === "ended") return;
  sharing = await desk.see(sharing.id);
  if (sharing.state === "ended") return end(sharing.ending);
  if (sharing.ready && round < 0) await showWords().then(() => call());
  if (sharing.answer?.round === round && joined < round) await join(sharing.answer);
}

async function readWords() {
  const { language } = sharing.ready;
  const pair = await checkWords(proof, sharing.ready, face.lists[language]);
  face.showWords(pair, language);
  return pair;
}

async function showWords() {
  const pair = await readWords();
  since = performance.now();
  face.wait(say("say_words"), pair, say("say_hint"));
}

// A round: a new line on the same certificate.
async function call() {
  line?.close();
  round += 1;
  const mine = (line = new Line(proof, sharing.relays, {
    control: (word) => mine === line && HEARD[word.kind]?.(word),
    tile: (bytes) => mine === line && picture.tile(bytes),
    video: (stream) => picture.play(stream),
    audio: (stream) => mine === line && voice.join(stream),
    state: (word) => mine === line && lineIs(word),
  }));
  sharing = await desk.put(sharing.id, "offer", { round, sdp: await line.offer(), nonce: proof.nonce });
}

async function join(answer) {
  joined = answer.round;
  if (state === "asked") {
    area = answer.area;
    since = performance.now();
    become("joining", "state_look");
    face.confirmed(timeOfDay());
    face.wait(say("joining"), null, "");
  }
  await line.answer(answer.sdp, sharing.ready.fingerprint).catch((error) => giveUp(error instanceof Swapped ? "swapped" : "no_line"));
}

// The line

function lineIs(word) {
  if (word === "open" && state !== "live") return flows();
  if (["disconnected", "failed"].includes(word) && ["live", "joining"].includes(state)) return lose();
  return undefined;
}

function flows() {
  become("live", "state_look");
  show();
}

function lose() {
  since = performance.now();
  hand.letGo();
  become("lost", "state_lost");
  show();
  setTimeout(again, SETTLE_MS);
}

async function again() {
  if (state !== "lost") return;
  if (elapsed() >= facts.resume_s) return giveUp(picture.shownTiles ? "ending_line_lost" : "no_line");
  setTimeout(again, TRY_MS);
  return call().catch(() => undefined); // the help desk may be as far away as the machine
}

// What the machine says; every word of it is a stranger's

const HEARD = {
  screen: (word) => {
    picture.resize(word.width, word.height);
    area = word.area === "window" ? "window" : "screen";
    face.monitors(Array.isArray(word.monitors) ? word.monitors.slice(0, 16) : [], word.monitor);
    show();
  },
  grants: (word) => {
    grants = { ...word, left_s: word.left_s ?? {}, waiting: word.waiting ?? [], refused: word.refused ?? [] };
    show();
  },
  cursor: (word) => picture.mouse(word),
  pace: (word) => { pace = word; },
  clip: (word) => { document.querySelector("#clip-text").value = String(word.text ?? ""); },
  ended: (word) => end(word.ending),
};

// What is seen

function show() {
  steps.show(grants, area);
  voice.show(steps.has("voice") ? grants.voices : null);
  face.record(steps.has("recording"));
  const controls = steps.has("control") && state === "live" && !grants.paused;
  hand.allow(steps.has("point") && state === "live", controls);
  face.frame(controls);
  document.querySelector("#hands").hidden = !controls;
  document.querySelector("#clip").hidden = !steps.has("clipboard");
  for (const button of document.querySelectorAll("#tools button:not(#screenshot)")) button.disabled = !steps.has("point");
  face.foot(area, grants.blanked);
  if (state === "live") face.stand("live", grants.paused ? "state_paused" : controls ? "state_control" : steps.has("point") ? "state_point" : "state_look");
  showBanner();
}

function showBanner() {
  const resume_s = Math.max(0, facts.resume_s - elapsed());
  face.overlay(banner({ state, grants, steps, resume_s }, (capability) => line.say({ kind: "drop", capability })));
}

function tick() {
  if (state === "asked") {
    const left = Math.max(0, facts.answer_s - elapsed());
    face.count(say("asked_hint", { seconds: left }));
    if (!left) refresh();
  }
  if (state !== "live" && state !== "lost") return;
  const whole = sharing?.answer?.seconds ?? 0;
  face.tellTime(say("time_left", { used: clock(whole - steps.left("look")), whole: clock(whole) }));
  steps.tick();
  showBanner();
}

async function measure() {
  if (state !== "live" || !line) return;
  const { delay, rate } = await line.figures();
  if (state === "live") face.tellQuality(delay, Math.max(rate, Number(pace.rate) || 0), pace.way === "slow");
}

// The end

function end(ending) {
  if (state === "ended") return;
  finish(say("over"), say(`ending_${ending}`));
}

function giveUp(key) {
  desk.withdraw(sharing.id).catch(() => undefined); // it ends by itself in a minute
  finish(say("over"), say(key));
}

function finish(title, text) {
  state = "ended";
  hand.letGo();
  grants = { left_s: {}, waiting: [], refused: [] };
  show();
  line?.close();
  forget().catch(() => undefined);
  line = proof = null;
  document.querySelector("#picture").hidden = true;
  face.over(title, text);
}

function stop() {
  if (state === "live") {
    line.say({ kind: "bye" });
    setTimeout(() => state !== "ended" && state !== "idle" && giveUp("ending_technician"), BYE_MS);
  } else if (state === "idle") {
    desk.withdraw(sharing.id).then(() => location.reload(), () => face.fault(say("failed")));
  } else giveUp("ending_technician");
}

function leave() {
  if (!["asked", "joining", "live", "lost"].includes(state)) return;
  line?.say({ kind: "bye" });
  desk.withdraw(sharing.id).catch(() => undefined);
}

// A page that goes away may come back by a reload: the machine waits for a minute, and shows nothing meanwhile.
function vanish() {
  if (["asked", "joining"].includes(state)) leave();
  line?.close();
}

// The page's buttons

on("#ask", "submit", ask);
on("#again", "click", () => { state = "idle"; face.idle(); });
on("#withdraw", "click", stop);
on("#end", "click", stop);
wire(hand, picture, (word) => line?.say(word), show);
for (const kind of ["focus", "blur"]) person.addEventListener(kind, () => state === "live" && showBanner());
addEventListener("pagehide", vanish);
window.navigation?.addEventListener("navigate", ({ destination, downloadRequest, navigationType }) => {
  if (!destination.sameDocument && downloadRequest === null && navigationType !== "reload") leave();
});
setInterval(tick, 1000);
setInterval(measure, FIGURES_MS);
desk.listen(refresh);
resume().catch(() => undefined); // without what was kept, everything begins with a question
steps.show(grants, area);
document.querySelector("#ask button").disabled = false; // a form that nobody listens to would only reload the page
