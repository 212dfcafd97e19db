// What the technician has, and how more of it is asked for: each step with its reason, and given back with one click.
import { clock, say } from "./viewer_words.js";

const rows = new Map([...document.querySelectorAll(".have [data-capability]")].map((row) => [row.dataset.capability, row]));
const why = document.querySelector("#why");
const reason = document.querySelector("#why-reason");
const chooser = document.querySelector("#hand-over");
const told = document.querySelector("#told");
const LARGEST_FILE = 100 * 1024 * 1024, MOST_FILES = 20;

export class Steps {
  #grants = { left_s: {}, waiting: [], refused: [] };
  #heard = 0;
  #wanted = "";
  #offered = [];
  #asked = new Map();
  #reasons = new Map([["point", say("why_point")]]);

  // `ask(capability, reason)`, `drop(capability)`, `offer(files)`, `hand(files)`.
  constructor(acts) {
    this.acts = acts;
    for (const [capability, row] of rows) row.querySelector("button")?.addEventListener("click", () => this.#pressed(capability));
    why.addEventListener("submit", (event) => this.#ask(event));
    why.querySelector("button[type=button]").addEventListener("click", () => this.#closeWhy());
    chooser.addEventListener("change", () => this.#choose());
  }

  has(capability) { return capability in this.#grants.left_s; }
  isNever(capability) { return this.#grants.never?.includes(capability) ?? false; }
  waits(capability) { return this.#grants.waiting.includes(capability); }
  left(capability) { return Math.max(0, (this.#grants.left_s[capability] ?? 0) - Math.floor((performance.now() - this.#heard) / 1000)); }

  // Seconds since it was asked for, by our own clock.
  age(capability) { return Math.floor((performance.now() - (this.#asked.get(capability) ?? performance.now())) / 1000); }

  show(grants, area) {
    const had = this.#grants;
    this.#grants = grants;
    this.#heard = performance.now();
    for (const capability of this.#asked.keys()) if (!this.waits(capability)) this.#asked.delete(capability);
    for (const capability of grants.waiting) if (!this.#asked.has(capability)) this.#asked.set(capability, performance.now());
    rows.get("look").querySelector(".step").textContent = say(area === "window" ? "may_look_window" : "may_look");
    for (const [capability, row] of rows) this.#row(capability, row);
    chooser.disabled = !this.has("look");
    why.hidden ||= !this.has("look");
    if (this.has("files") && !("files" in had.left_s)) this.#handOver();
  }

  // The sentences that count down.
  tick() {
    for (const [capability, row] of rows) if (this.has(capability)) this.#row(capability, row);
  }

  #row(capability, row) {
    row.dataset.state = this.has(capability) ? "yes" : this.waits(capability) ? "asked" : "no";
    row.querySelector(".how").textContent = this.#how(capability);
    const button = row.querySelector("button");
    if (!button) return;
    const words = this.waits(capability) ? "take_back" : !this.has(capability) ? "request" : capability === "control" && this.left(capability) < 60 ? "renew" : "give_back";
    const said = say(words === "give_back" && capability === "recording" ? "stop_recording" : words);
    button.textContent = said;
    button.setAttribute("aria-label", `${said}, ${row.querySelector(".step").textContent}`);
    button.dataset.act = words;
    button.disabled = !this.has("look") || this.isNever(capability);
  }

  #how(capability) {
    if (this.has(capability)) return ["control", "clipboard", "recording"].includes(capability) ? say("allowed_for", { left: clock(this.left(capability)) }) : say("allowed");
    if (this.waits(capability)) return say("is_asked");
    if (this.isNever(capability)) return say("is_never");
    return say(this.#grants.refused.includes(capability) ? "is_refused" : "not_allowed");
  }

  #pressed(capability) {
    const { act } = rows.get(capability).querySelector("button").dataset;
    if (act === "take_back" || act === "give_back") return this.acts.drop(capability);
    this.#wanted = capability;
    reason.value = this.#reasons.get(capability) ?? "";
    why.hidden = false;
    reason.focus();
    return undefined;
  }

  #ask(event) {
    event.preventDefault();
    if (!reason.value.trim()) return;
    this.#reasons.set(this.#wanted, reason.value.trim());
    this.acts.ask(this.#wanted, reason.value.trim());
    this.#closeWhy();
  }

  #closeWhy() {
    why.hidden = true;
    rows.get(this.#wanted)?.querySelector("button")?.focus();
  }

  #choose() {
    const files = [...chooser.files];
    chooser.value = "";
    if (files.length > MOST_FILES || files.some(({ size }) => size > LARGEST_FILE)) return void (told.textContent = say("files_too_many"));
    if (!files.length) return undefined;
    this.#offered = files;
    return this.acts.offer(files.map(({ name, size }) => ({ name: name.slice(0, 200), size })));
  }

  async #handOver() {
    const files = this.#offered;
    this.#offered = [];
    if (!files.length) return;
    await this.acts.hand(files);
    told.textContent = say("files_sent", { count: files.length });
  }
}
