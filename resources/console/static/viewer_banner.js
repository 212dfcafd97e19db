// The one line over the picture: what goes on now, and the way out of it.
import { clock, facts, say } from "./viewer_words.js";

// `resume_s`: how long a lost line is still waited for; `drop(capability)`: give it back, or take the question back.
export function banner({ state, grants, steps, resume_s }, drop) {
  if (state === "lost") return { tone: "lost", title: say("lost"), hint: say("lost_hint", { seconds: resume_s }) };
  if (state !== "live") return null;
  if (grants.paused) return { tone: "paused", title: say("paused"), hint: say("paused_hint") };
  const asked = grants.waiting.find((capability) => steps.waits(capability));
  if (asked) return waiting(asked, steps, drop);
  return steps.has("control") ? controlling(grants, steps, drop) : null;
}

function waiting(capability, steps, drop) {
  const title = capability === "control" ? say("control_asked") : say("step_asked", { step: say(`may_${capability}`) });
  const hint = say("expires", { seconds: Math.max(0, facts.answer_s - steps.age(capability)) });
  return { tone: "asked", title, hint, button: say("take_back"), act: () => drop(capability) };
}

function controlling(grants, steps, drop) {
  const isCaptured = document.activeElement === document.querySelector("#picture");
  const hint = isCaptured ? say("controlling_hint", { left: clock(steps.left("control")) }) : say("capture");
  return { tone: "control", title: say(grants.resting ? "resting" : "controlling"), hint, button: say("let_go"), act: () => drop("control") };
}
