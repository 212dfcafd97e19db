// News, keys and the composer. The page works without it: everything it does is also a link or a form.
const page = document.body.dataset;

function listen() {
  const source = new EventSource(`/api/v1/events?after=${page.after}`);
  source.onmessage = (message) => {
    const news = JSON.parse(message.data);
    if (page.ticket && news.ticket_id === page.ticket) hear(news.topic);
    if (["ticket", "everything"].includes(news.topic)) htmx.trigger(document.body, "news");
    if (["availability", "everything"].includes(news.topic)) htmx.trigger(document.body, "presence");
    if (page.queue && news.topic === "ticket") announceNews(news.ticket_id);
    if (page.queue && news.topic === "everything") announceNews("");
  };
}

function hear(topic) {
  if (topic !== "read") showTyping(topic === "typing");
  if (topic !== "typing") refreshThread();
}

function refreshThread() {
  htmx.ajax("GET", `/console/tickets/${page.ticket}/thread`, { target: "#thread", swap: "outerHTML" });
}

// The requester writes just now: shown for a moment, and not read aloud.
let typed;
function showTyping(shown) {
  clearTimeout(typed);
  document.querySelector("#types").hidden = !shown;
  if (shown) typed = setTimeout(showTyping, 8000, false);
}

// Nothing moves under the pointer: new rows wait behind a button.
const changed = new Set();

function announceNews(ticket) {
  const button = document.querySelector("#news");
  if (!button) return;
  changed.add(ticket);
  button.textContent = changed.size === 1 ? button.dataset.one : button.dataset.many.replace("#", changed.size);
  button.hidden = false;
}

function typing(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

// The field of the page, or the one that every other page has behind this key.
function find() {
  const field = document.querySelector("#search");
  if (field) field.focus();
  else document.querySelector("#find")?.showModal();
}

function findAnywhere(event) {
  if (event.key !== "k" || !(event.ctrlKey || event.metaKey) || !document.querySelector("#search, #find")) return;
  event.preventDefault();
  find();
}

function keys(event) {
  if (typing(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = [...document.querySelectorAll("main .subject")];
  const at = rows.indexOf(document.activeElement);
  const acts = {
    j: () => (rows[at + 1] ?? rows[0])?.focus(),
    k: () => (rows[at - 1] ?? rows.at(-1))?.focus(),
    x: () => select(rows[at]?.closest("tr")),
    n: () => document.querySelector("#next")?.click(),
    a: () => document.querySelector("#take")?.click(),
    r: () => document.querySelector("#mode-reply") && choose("reply"),
    i: () => document.querySelector("#mode-note") && choose("note"),
    "?": () => document.querySelector("#keys")?.showModal(),
    "/": find,
  };
  if (acts[event.key]) {
    event.preventDefault();
    acts[event.key]();
  }
}

function select(row) {
  row?.querySelector("input[name=ticket]")?.click();
}

function countSelected() {
  const count = document.querySelector("#bulk-count");
  const selected = document.querySelectorAll(".queue input[name=ticket]:checked").length;
  if (count) count.textContent = `${count.textContent.split(" : ")[0]} : ${selected}`;
}

function choose(mode) {
  document.querySelector(`#mode-${mode}`).checked = true;
  document.querySelector("#body").focus();
}

// What is being written survives a reload and a refusal; it is forgotten once the help desk says that it has it.
function keepDraft() {
  const body = document.querySelector("#body");
  if (!body) return;
  const key = `draft:${page.ticket}`;
  if ("sent" in body.form.dataset) sessionStorage.removeItem(key);
  body.value ||= sessionStorage.getItem(key) ?? "";
  body.addEventListener("input", () => sessionStorage.setItem(key, body.value));
  body.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) body.form.requestSubmit();
  });
}

// An article is put where the cursor stands; without this script its button opens the page with it put in.
function insertArticle(event) {
  const words = event.target.closest("[data-insert]")?.dataset.insert;
  const body = document.querySelector("#body");
  if (!words || !body) return;
  event.preventDefault();
  choose("reply");
  const before = body.value.slice(0, body.selectionStart);
  body.setRangeText(before && !/\s$/.test(before) ? ` ${words}` : words, body.selectionStart, body.selectionEnd, "end");
  body.dispatchEvent(new Event("input", { bubbles: true }));
  event.target.closest("details.picker")?.removeAttribute("open");
}

// A menu that was opened closes by Escape, and the focus goes back to its button.
function closeMenu(event) {
  const menu = event.key === "Escape" && document.querySelector("details.picker[open]");
  if (!menu) return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
}

// Colleagues see that somebody writes, and so does the requester when it is a reply; never what.
let toldTyping = 0;
function tellTyping(event) {
  if (event.target.id !== "body" || !page.ticket || Date.now() - toldTyping < 4000) return;
  toldTyping = Date.now();
  const { csrfmiddlewaretoken, mode } = event.target.form.elements;
  const told = { csrfmiddlewaretoken: csrfmiddlewaretoken.value, mode: mode.value };
  fetch(`/console/tickets/${page.ticket}/others`, { method: "POST", body: new URLSearchParams(told) });
}

function showChosen(event) {
  const items = [...event.target.files].map((file) => Object.assign(document.createElement("li"), { className: "pill", textContent: file.name }));
  document.querySelector("#chosen").replaceChildren(...items);
}

function toNewest() {
  const thread = document.querySelector("#thread");
  if (thread) thread.scrollTop = thread.scrollHeight;
}

document.addEventListener("keydown", keys);
document.addEventListener("keydown", findAnywhere);
document.addEventListener("keydown", closeMenu);
document.addEventListener("change", (event) => event.target.name === "ticket" && countSelected());
document.addEventListener("click", insertArticle);
document.addEventListener("input", tellTyping);
document.querySelector("#files")?.addEventListener("change", showChosen);
document.querySelector("details.picker")?.addEventListener("toggle", (event) => event.target.open && document.querySelector("#pick").focus());
document.body.addEventListener("htmx:afterSwap", toNewest);
document.querySelector("#news")?.addEventListener("click", () => location.reload());
document.querySelector("#show-password")?.addEventListener("click", (event) => {
  const field = document.querySelector("#password");
  field.type = field.type === "password" ? "text" : "password";
  event.currentTarget.setAttribute("aria-pressed", String(field.type === "text"));
});
const print = document.querySelector("#print");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
keepDraft();
toNewest();
if (page.signedIn) listen();
