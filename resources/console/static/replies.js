// Canned replies: `/` at the start of a word opens the list, arrows choose, Enter puts in, Escape leaves what was typed.
// Without this script the select and its button do the same.
const body = document.querySelector("#body");
const select = document.querySelector("#reply");
const list = document.querySelector("#replies");
let at = 0;

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function slash() {
  const before = body.value.slice(0, body.selectionStart);
  return body.selectionStart === body.selectionEnd ? before.match(/(?:^|\s)(\/([^/\n]{0,40}))$/) : null;
}

function show() {
  const asked = slash();
  const wanted = asked && plain(asked[2]);
  const found = asked ? [...select.options].filter((one) => one.value && plain(one.text).includes(wanted)) : [];
  found.sort((one, other) => plain(one.text).localeCompare(plain(other.text)));
  list.replaceChildren(...found.map(item));
  list.hidden = !found.length;
  choose(0);
}

function item(option, number) {
  const made = Object.assign(document.createElement("li"), { id: `reply-${number}`, textContent: option.text });
  made.setAttribute("role", "option");
  made.dataset.reply = option.value;
  return made;
}

function choose(number) {
  at = (number + list.children.length) % (list.children.length || 1);
  [...list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === at)));
  if (list.hidden) body.removeAttribute("aria-activedescendant");
  else body.setAttribute("aria-activedescendant", `reply-${at}`);
  list.children[at]?.scrollIntoView({ block: "nearest" });
}

function close() {
  list.hidden = true;
  choose(0);
}

async function put(reply) {
  if (!reply) return;
  const typed = slash()?.[1] ?? "";
  const end = body.selectionStart;
  close();
  const answer = await fetch(`${select.dataset.from}?${new URLSearchParams({ reply })}`);
  if (!answer.ok) return;
  body.setRangeText(await answer.text(), end - typed.length, body.selectionEnd, "end");
  body.dispatchEvent(new Event("input", { bubbles: true }));
  select.closest("details").removeAttribute("open");
  body.focus();
}

function keys(event) {
  const acts = {
    ArrowDown: () => choose(at + 1),
    ArrowUp: () => choose(at - 1),
    Enter: () => put(list.children[at].dataset.reply),
    Tab: () => put(list.children[at].dataset.reply),
    Escape: close,
  };
  if (list.hidden || event.ctrlKey || event.metaKey || !acts[event.key]) return;
  event.preventDefault();
  acts[event.key]();
}

if (body && select && list) {
  body.addEventListener("input", show);
  body.addEventListener("keydown", keys);
  body.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    put(event.target.closest("[data-reply]")?.dataset.reply);
  });
  document.querySelector("#put-reply").addEventListener("click", (event) => {
    event.preventDefault();
    put(select.value);
  });
}
