// What the page shows of where it stands: one card in the middle, or the picture with one banner over it.
import { facts, say } from "./viewer_words.js";

const viewer = document.querySelector("#viewer");
const cards = ["ask", "wait", "over"].map((id) => document.querySelector(`#${id}`));
const [askCard, waitCard, overCard] = cards;
const banner = document.querySelector("#banner");
const pill = document.querySelector("#state");
const quality = document.querySelector("#quality");
const time = document.querySelector("#time");
const words = document.querySelector("#words");
const note = document.querySelector("#words-note");
let act = () => {};
banner.querySelector("button").addEventListener("click", () => act());

function only(card) {
  for (const one of cards) one.hidden = one !== card;
}

function fill(card, texts) {
  [...card.querySelectorAll("h2, p")].forEach((part, at) => { part.textContent = texts[at] ?? ""; });
}

// `state`: idle, asked, joining, live, lost, ended; the stage looks accordingly. `key`: the words of the pill.
export function stand(state, key = "") {
  viewer.dataset.state = state;
  pill.hidden = !key;
  pill.textContent = key ? say(key) : "";
  document.querySelector("#end").hidden = !["asked", "joining", "live", "lost"].includes(state);
  document.querySelector("#tools").hidden = !["live", "lost"].includes(state);
  if (state === "live" || state === "lost") only(null);
  if (state !== "live") quality.hidden = true;
}

export function idle() {
  stand("idle");
  only(askCard);
  showWords(null);
  tellTime("");
  overlay(null);
  document.querySelector("#picture").hidden = true;
  document.querySelector("#reason").focus();
}

export function fault(text) {
  document.querySelector("#fault").textContent = text;
}

export function wait(title, pair, hint, count = "") {
  only(waitCard);
  fill(waitCard, [title, pair ? pair.join(", ") : "", hint, count]);
  waitCard.querySelector(".words").hidden = !pair;
}

export function count(text) {
  waitCard.querySelector(".num").textContent = text;
}

export function over(title, text) {
  stand("ended", "state_ended");
  only(overCard);
  fill(overCard, [title, text]);
  overlay(null);
  tellTime("");
  overCard.querySelector("button, a").focus();
}

// The words in the language of the person; big, as they are read out.
export function showWords(pair, language = "") {
  words.textContent = pair ? pair.join(", ") : "";
  words.lang = waitCard.querySelector(".words").lang = language;
  note.textContent = say(pair ? "say_hint" : "words_wait");
}

export function confirmed(at) {
  note.textContent = say("confirmed", { clock: at });
}

// One line over the picture: `tone` is control, paused, lost or nothing.
export function overlay(told) {
  banner.hidden = !told;
  viewer.dataset.tone = told?.tone ?? "";
  if (!told) return;
  const [title, hint] = banner.querySelectorAll("p");
  if (title.textContent !== told.title) title.textContent = told.title;
  hint.textContent = told.hint ?? "";
  const button = banner.querySelector("button");
  button.hidden = !told.button;
  button.textContent = told.button ?? "";
  act = told.act ?? (() => {});
}

// Who looks along has nothing to ask for.
export function lookAlong(joins) {
  viewer.classList.toggle("along", Boolean(joins));
}

// The orange frame stands as long as the control does, whatever else is told meanwhile.
export function frame(controls) {
  viewer.classList.toggle("controlled", controls);
}

// Red as long as the machine says that it records; what becomes of the film is said when it ends.
export function record(isRecorded) {
  const mark = document.querySelector("#recorded");
  if (!isRecorded && !mark.hidden) document.querySelector("#told").textContent = say("recording_over");
  mark.hidden = !isRecorded;
}

export function leaveCapture() {
  (banner.querySelector("button:not([hidden])") ?? document.querySelector("#end")).focus();
}

// Words and figures; the bars only repeat them.
export function tellQuality(delay, rate, isSlow) {
  const level = isSlow || delay > 400 ? 1 : delay > 150 ? 2 : 3;
  const key = { 1: "slow_line", 2: "fair_line", 3: rate > 0 ? "good_line" : "still_line" }[level];
  quality.hidden = false;
  quality.dataset.level = level;
  quality.lastElementChild.textContent = say(key, { delay, rate });
}

export function tellTime(text) {
  time.hidden = !text;
  time.lastElementChild.textContent = text;
}

export function foot(area, isBlanked) {
  document.querySelector("#foot").textContent = say(isBlanked ? "blanked" : area === "window" ? "one_window" : "whole_screen");
}

export function monitors(names, chosen) {
  const select = document.querySelector("#monitor");
  const options = names.map((name, at) => new Option(String(name), at, false, at === chosen));
  if (names.length > 1) options.push(new Option(say("all_monitors"), -1, false, chosen === -1));
  select.replaceChildren(...options);
  select.closest("label").hidden = names.length < 2;
}

export const lists = facts.lists;
