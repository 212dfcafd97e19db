// The sentences of this page, in the technician's language; the check words in the language of the person helped.
export const facts = JSON.parse(document.querySelector("#facts").textContent);

export function say(key, gaps = {}) {
  return (facts.said[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole);
}

export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

export function timeOfDay() {
  const now = new Date();
  const [hours, minutes] = [now.getHours(), String(now.getMinutes()).padStart(2, "0")];
  return document.documentElement.lang === "fr" ? `${hours}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
}
