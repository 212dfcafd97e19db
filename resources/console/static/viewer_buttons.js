// The page's buttons, but for those of asking and ending.
import * as desk from "./viewer_desk.js";
import { say } from "./viewer_words.js";

const told = document.querySelector("#told");

// What stands on the screen now, kept for the team.
async function screenshot(picture) {
  try {
    const file = new File([await picture.shot()], "screenshot.png", { type: "image/png" });
    await desk.write("note", say("screenshot_note"), file);
    told.textContent = say("screenshot_kept");
  } catch {
    told.textContent = say("screenshot_failed");
  }
}

// A message to the person, without leaving the page.
async function write(event) {
  event.preventDefault();
  const field = document.querySelector("#say");
  const text = field.value.trim();
  if (!text) return;
  try {
    await desk.write("reply", text);
    field.value = "";
  } catch {
    told.textContent = say("failed"); // what was written stays in the field
  }
}

// The whole screen for it, with the keys that the system would take.
async function fullScreen() {
  if (document.fullscreenElement) return document.exitFullscreen();
  await document.querySelector("#viewer").requestFullscreen();
  return navigator.keyboard?.lock?.().catch(() => undefined);
}

export const on = (selector, kind, act) => document.querySelector(selector)?.addEventListener(kind, act);

// The one tool that is used from now on.
function choose(hand, tools, chosen) {
  for (const one of tools) one.setAttribute("aria-pressed", String(one === chosen));
  hand.choose(chosen.dataset.tool);
}

// What is pressed does what it says. `tell(word)`: to the machine; `changed()`: another tool was chosen.
export function wire(hand, picture, tell, changed) {
  const tools = document.querySelectorAll("[data-tool]");
  for (const button of tools) button.addEventListener("click", () => changed(choose(hand, tools, button)));
  const stage = document.querySelector("#view"), clip = document.querySelector("#clip-text");
  on("#full", "click", fullScreen);
  on("#wipe", "click", () => hand.wipe());
  on("#screenshot", "click", () => screenshot(picture));
  on("#saying", "submit", write);
  for (const button of document.querySelectorAll("[data-keys]")) button.addEventListener("click", () => hand.strike(button.dataset.keys.split(" ")));
  for (const radio of document.querySelectorAll("[name=size]")) radio.addEventListener("change", () => { document.querySelector("#picture").dataset.size = radio.value; });
  on("#monitor", "change", ({ target }) => tell({ kind: "wish", monitor: Number(target.value), width: Math.round(stage.clientWidth * devicePixelRatio) }));
  on("#typing", "submit", (event) => {
    event.preventDefault();
    hand.type(document.querySelector("#to-type").value);
    event.target.reset();
  });
  on("#clip", "submit", (event) => {
    event.preventDefault();
    tell({ kind: "clip", text: clip.value });
  });
  on("#clip-get", "click", () => tell({ kind: "clip", want: true }));
}
