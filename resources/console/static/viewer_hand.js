// The technician's hand: pointing, drawing, and, once granted, the mouse and the keys of the machine.
const picture = document.querySelector("#picture");
const pointer = document.querySelector("#pointer");
const marks = document.querySelector("#marks");
const label = document.querySelector("#label");
const SVG = "http://www.w3.org/2000/svg";
const NOTCH = 100, MOST_NOTCHES = 20, MOST_POINTS = 512, NEAR = 3;
const REST_MS = 1500, STEP = 10;
const TYPED_AT_ONCE = 2000;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NAMES = { ControlLeft: "Control", AltLeft: "Alt", MetaLeft: "Meta", Space: " " };

export class Hand {
  #tool = "pointer";
  #may = { point: false, control: false };
  #pressed = new Map();
  #at = [0, 0];
  #drawn = [];
  #moved = false;
  #fading = 0;

  // `size()`: width and height of the picture; `send(word)`: to the machine; `leave()`: the keys are the page's again.
  constructor(size, send, leave) {
    Object.assign(this, { size, send, leave });
    for (const [kind, act] of Object.entries({
      pointermove: (event) => this.#move(event),
      pointerdown: (event) => this.#press(event),
      pointerup: (event) => this.#release(event),
      pointercancel: (event) => this.#release(event),
      wheel: (event) => this.#wheel(event),
      contextmenu: (event) => this.#may.control && event.preventDefault(),
      keydown: (event) => this.#key(event, true),
      keyup: (event) => this.#key(event, false),
      blur: () => this.letGo(),
    })) picture.addEventListener(kind, act, { passive: false });
    label.addEventListener("keydown", (event) => this.#write(event));
    label.addEventListener("blur", () => { label.hidden = true; });
  }

  get controls() { return this.#may.control && this.#tool === "pointer"; }

  choose(tool) {
    this.#tool = tool;
    picture.dataset.tool = tool;
  }

  // What is allowed now; what is no longer is let go of at once.
  allow(point, control) {
    if (!control) this.letGo();
    if (!point) this.#hide();
    this.#may = { point, control };
    picture.classList.toggle("steered", this.controls);
  }

  wipe() {
    marks.replaceChildren();
    if (this.#may.point) this.send({ kind: "draw", shape: "wipe", points: [] });
  }

  // Keys that a browser keeps for itself, one after the other, and up again the other way round.
  strike(codes) {
    if (!this.#may.control) return;
    const words = codes.map((code) => ({ kind: "key", code, key: NAMES[code] ?? code }));
    words.forEach((word) => this.send({ ...word, down: true }));
    words.reverse().forEach((word) => this.send({ ...word, down: false }));
  }

  type(text) {
    const signs = [...text];
    for (let at = 0; at < signs.length; at += TYPED_AT_ONCE) this.send({ kind: "typed", text: signs.slice(at, at + TYPED_AT_ONCE).join("") });
  }

  // No key and no button stays down over there.
  letGo() {
    for (const word of this.#pressed.values()) this.send({ ...word, down: false });
    this.#pressed.clear();
  }

  #place({ clientX, clientY }) {
    const [wide, high] = this.size();
    const box = picture.getBoundingClientRect();
    const along = (at, start, length, most) => Math.max(0, Math.min(most - 1, Math.floor(((at - start) / length) * most)));
    return [along(clientX, box.left, box.width, wide), along(clientY, box.top, box.height, high)];
  }

  #move(event) {
    this.#at = this.#place(event);
    if (this.#drawn.length) this.#draws(event);
    else if (this.#may.point) this.#tell();
  }

  // The newest place only, once a frame.
  #tell() {
    this.#show();
    if (this.#moved) return;
    this.#moved = true;
    requestAnimationFrame(() => {
      this.#moved = false;
      const [x, y] = this.#at;
      this.send({ kind: "move", x, y });
    });
  }

  #press(event) {
    if (!this.#may.point || event.target === label) return;
    picture.focus();
    picture.setPointerCapture(event.pointerId);
    this.#at = this.#place(event);
    if (this.controls) this.#button(event.button, true);
    else if (this.#tool === "text") this.#beginText(event);
    else if (this.#tool !== "pointer") this.#drawn = [this.#at];
    event.preventDefault();
  }

  #release(event) {
    this.#at = this.#place(event);
    if (this.#pressed.has(`button ${event.button}`)) this.#button(event.button, false);
    if (this.#drawn.length) this.#finish();
  }

  #button(button, down) {
    const [x, y] = this.#at;
    const word = { kind: "button", x, y, button, down };
    if (down) this.#pressed.set(`button ${button}`, word);
    else this.#pressed.delete(`button ${button}`);
    this.send(word);
  }

  #wheel(event) {
    if (!this.controls) return;
    event.preventDefault();
    const [x, y] = this.#at;
    const notches = (delta) => Math.max(-MOST_NOTCHES, Math.min(MOST_NOTCHES, Math.sign(delta) * Math.ceil(Math.abs(delta) / NOTCH)));
    this.send({ kind: "wheel", x, y, dx: notches(event.deltaX), dy: notches(event.deltaY) });
  }

  #key(event, down) {
    if (event.target === label) return;
    if (!this.controls) return this.#walk(event, down);
    event.preventDefault();
    event.stopPropagation();
    if (event.code === "Escape") return down && this.#leaves();
    const word = { kind: "key", code: event.code, key: event.key };
    if (down) this.#pressed.set(event.code, word);
    else this.#pressed.delete(event.code);
    return this.send({ ...word, down });
  }

  // The pointer walks by the arrows for who has no mouse.
  #walk(event, down) {
    const way = ARROWS[event.key];
    if (!way || !down || !this.#may.point) return;
    event.preventDefault();
    event.stopPropagation();
    const [wide, high] = this.size();
    const most = [wide - 1, high - 1];
    const far = event.shiftKey ? 1 : STEP;
    this.#at = this.#at.map((at, axis) => Math.max(0, Math.min(most[axis], at + far * way[axis])));
    this.#tell();
  }

  #leaves() {
    this.letGo();
    this.leave();
  }

  #draws() {
    const last = this.#drawn.at(-1);
    if (this.#tool !== "line") this.#drawn = [this.#drawn[0], this.#at];
    else if (this.#drawn.length < MOST_POINTS && Math.hypot(last[0] - this.#at[0], last[1] - this.#at[1]) >= NEAR) this.#drawn.push(this.#at);
    this.#sketch("draft", this.#tool, this.#drawn);
  }

  #finish() {
    marks.querySelector(".draft")?.remove();
    const points = this.#drawn;
    this.#drawn = [];
    if (points.length < 2) return;
    this.#sketch("kept", this.#tool, points);
    this.send({ kind: "draw", shape: this.#tool, points });
  }

  #beginText() {
    this.#putAt(label, this.#at);
    label.hidden = false;
    label.value = "";
    requestAnimationFrame(() => label.focus());
  }

  #write(event) {
    event.stopPropagation();
    if (event.key === "Escape") return picture.focus();
    if (event.key !== "Enter" || !label.value.trim()) return undefined;
    const text = label.value.trim();
    this.#sketch("kept", "text", [this.#at], text);
    this.send({ kind: "draw", shape: "text", points: [this.#at], text });
    return picture.focus();
  }

  // The same on our own side: the machine leaves it out of the picture where it can.
  #sketch(role, shape, points, text = "") {
    if (role === "draft") marks.querySelector(".draft")?.remove();
    const mark = document.createElementNS(SVG, shape === "text" ? "text" : "path");
    mark.setAttribute("class", role);
    if (shape === "text") {
      mark.setAttribute("x", points[0][0]);
      mark.setAttribute("y", points[0][1]);
      mark.textContent = text;
    } else mark.setAttribute("d", PATHS[shape](points));
    marks.append(mark);
  }

  #show() {
    this.#putAt(pointer, this.#at);
    pointer.hidden = this.controls;
    pointer.classList.remove("faded");
    clearTimeout(this.#fading);
    this.#fading = setTimeout(() => pointer.classList.add("faded"), REST_MS);
  }

  #hide() {
    marks.replaceChildren();
    pointer.hidden = true;
    label.hidden = true;
  }

  #putAt(element, [x, y]) {
    element.style.setProperty("--x", x);
    element.style.setProperty("--y", y);
  }
}

const through = (points) => points.map(([x, y], at) => `${at ? "L" : "M"}${x} ${y}`).join("");

const PATHS = {
  line: through,
  box: ([[left, top], [right, bottom]]) => `M${left} ${top}H${right}V${bottom}H${left}Z`,
  arrow: ([[fromX, fromY], [x, y]]) => {
    const angle = Math.atan2(y - fromY, x - fromX);
    const [one, other] = [angle - 0.45, angle + 0.45].map((side) => [x - 22 * Math.cos(side), y - 22 * Math.sin(side)]);
    return through([[fromX, fromY], [x, y]]) + through([one, [x, y], other]);
  },
};
