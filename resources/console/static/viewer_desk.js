// What this page and the help desk say to each other: steps of a sharing, and news of it.
const ticket = document.querySelector("#viewer").dataset.ticket;
const token = () => document.querySelector("#saying [name=csrfmiddlewaretoken]").value;
const base = `/api/v1/tickets/${ticket}/sharings`;

// `words`: the help desk's own sentence of why not, when it has one.
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
    this.words = words;
  }
}

async function request(path, method, word, keepalive = false) {
  const headers = { "X-CSRFToken": token(), "Content-Type": "application/json" };
  const answer = await fetch(path, { method, headers, keepalive, body: word && JSON.stringify(word) });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, told.detail ?? "");
  return told;
}

export const ask = (word) => request(base, "POST", word);
export const put = (id, step, word) => request(`${base}/${id}/${step}`, "PUT", word);
export const withdraw = (id) => request(`${base}/${id}/withdrawn`, "PUT", undefined, true); // even while the page goes
export const see = (id) => request(`${base}/${id}`, "GET");

// Those of this technician in this conversation that are not over.
export async function current() {
  const { items } = await request("/api/v1/sharings", "GET");
  return items.filter((one) => one.ticket_id === ticket);
}

export function listen(changed) {
  const source = new EventSource(`/api/v1/events?after=${document.body.dataset.after}`);
  source.onmessage = ({ data }) => {
    const news = JSON.parse(data);
    if (news.topic === "everything" || (news.topic === "sharing" && news.ticket_id === ticket)) changed();
  };
}

// A message to the person, or a note for the team with a file.
export async function write(mode, body, file) {
  const form = new FormData();
  form.set("csrfmiddlewaretoken", token());
  form.set("mode", mode);
  form.set("body", body);
  if (file) form.append("files", file, file.name);
  const answer = await fetch(`/console/tickets/${ticket}/write`, { method: "POST", body: form, redirect: "manual" });
  if (!answer.ok && answer.type !== "opaqueredirect") throw new Refused(answer.status, "");
}

// A UUIDv7 (RFC 9562): the caller makes the ids.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | 0x7000n | BigInt((bytes[6] << 8 | bytes[7]) & 0xfff));
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
