// The picture: video for what moves, lossless tiles on a canvas over it, the machine's mouse over both.
const PNG = 0, JPEG = 1, CLEARED = 2;
const HEAD = 16, LAST = 1;
const LARGEST = 32767, MOST_IN_GROUP = 2048;
const LATE_MS = 500;

export class Picture {
  #canvas = document.querySelector("#tiles");
  #video = document.querySelector("#video");
  #cursor = document.querySelector("#cursor");
  #element = document.querySelector("#picture");
  #pen = this.#canvas.getContext("2d");
  #group = [];
  #drawing = Promise.resolve();
  #clears = [];
  #stamp = null;
  #hot = [0, 0];
  faults = 0;
  shownTiles = 0;

  // `shown(number, delay)`: a group of tiles stands on the screen.
  constructor(shown) {
    this.shown = shown;
    this.#followVideo();
    new ResizeObserver(() => this.#fit()).observe(this.#element.parentElement);
  }

  get width() { return this.#canvas.width; }
  get height() { return this.#canvas.height; }

  // Another monitor, another window, another size: what was drawn is of the old one.
  resize(width, height) {
    const [wide, high] = [Math.trunc(width), Math.trunc(height)];
    if (!(wide > 0 && wide <= LARGEST && high > 0 && high <= LARGEST)) return;
    this.#element.hidden = false;
    if (wide === this.width && high === this.height) return;
    Object.assign(this.#canvas, { width: wide, height: high });
    this.#element.style.setProperty("--wide", wide);
    this.#element.style.setProperty("--high", high);
    document.querySelector("#marks").setAttribute("viewBox", `0 0 ${wide} ${high}`);
    this.#fit();
  }

  // As large as the stage, never larger than it is.
  #fit() {
    const { clientWidth, clientHeight } = this.#element.parentElement;
    const fit = Math.min(clientWidth, (clientHeight * this.width) / this.height, this.width);
    this.#element.style.setProperty("--fit", `${Math.floor(fit)}px`);
  }

  play(stream) {
    this.#stamp = null;
    this.#video.srcObject = stream;
  }

  // A tile as it came. A group is drawn at once, in the order of the groups; what is malformed is left out.
  tile(bytes) {
    const arrived = performance.now();
    const tile = this.#read(bytes);
    if (tile) this.#group.push(tile);
    else this.faults += 1;
    const flags = bytes.byteLength > 1 ? new DataView(bytes).getUint8(1) : 0;
    if (!(flags & LAST) && this.#group.length < MOST_IN_GROUP) return;
    const group = this.#group;
    this.#group = [];
    const number = tile?.number ?? group.at(-1)?.number;
    this.#drawing = this.#drawing.then(() => this.#draw(group, number, arrived));
  }

  #read(bytes) {
    if (bytes.byteLength < HEAD) return null;
    const view = new DataView(bytes);
    const [x, y, wide, high] = [8, 10, 12, 14].map((at) => view.getUint16(at, true));
    const tile = { kind: view.getUint8(0), number: view.getUint16(2, true), stamp: view.getUint32(4, true), x, y, wide, high };
    if (tile.kind > CLEARED || !wide || !high || x + wide > this.width || y + high > this.height) return null;
    if (tile.kind === CLEARED) return tile;
    const image = new Uint8Array(bytes, HEAD);
    const [imageWide, imageHigh] = tile.kind === PNG ? pngSize(image) : jpegSize(image);
    if (imageWide !== wide || imageHigh !== high) return null; // a small message must not unfold to a huge picture
    const type = tile.kind === JPEG ? "image/jpeg" : "image/png";
    return { ...tile, bitmap: createImageBitmap(new Blob([image], { type })).catch(() => null) };
  }

  async #draw(group, number, arrived) {
    const bitmaps = await Promise.all(group.map(({ bitmap }) => bitmap));
    group.forEach((tile, at) => (tile.kind === CLEARED ? this.#clearLater(tile) : this.#put(tile, bitmaps[at])));
    if (document.hidden) await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
    if (number !== undefined) this.shown(number, Math.min(60000, Math.round(performance.now() - arrived)));
  }

  #put(tile, bitmap) {
    if (!bitmap) {
      this.faults += 1;
      return;
    }
    this.#clear(this.#clears.splice(0)); // what was said before it must not wipe it later
    this.#canvas.hidden = false;
    this.#pen.drawImage(bitmap, tile.x, tile.y);
    bitmap.close();
    this.shownTiles += 1;
  }

  // The video takes over there, but only once it shows that moment.
  #clearLater(tile) {
    if (!tile.stamp || this.#reached(tile.stamp)) this.#clear([tile]);
    else this.#clears.push({ ...tile, until: performance.now() + LATE_MS });
  }

  #clear(tiles) {
    for (const { x, y, wide, high } of tiles) {
      this.#pen.clearRect(x, y, wide, high);
      if (wide === this.width && high === this.height) this.#canvas.hidden = true; // an empty canvas costs as much as a full one
    }
  }

  #reached(stamp) {
    return this.#stamp !== null && ((stamp - this.#stamp) | 0) <= 0; // stamps go round after 2³²
  }

  #followVideo() {
    const next = (now, { rtpTimestamp }) => {
      this.#stamp = rtpTimestamp ?? null;
      const due = ({ stamp, until }) => this.#reached(stamp) || now > until;
      this.#clear(this.#clears.filter(due));
      this.#clears = this.#clears.filter((tile) => !due(tile));
      this.#video.requestVideoFrameCallback(next);
    };
    this.#video.requestVideoFrameCallback?.(next);
  }

  // Where the machine's mouse is, and what it looks like.
  mouse({ x, y, shape, hot }) {
    if (shape && /^[A-Za-z0-9+/=]+$/.test(shape)) {
      this.#cursor.src = `data:image/png;base64,${shape}`;
      this.#hot = hot ?? [0, 0];
    }
    this.#cursor.hidden = !this.#cursor.src;
    this.#cursor.style.setProperty("--x", x - this.#hot[0]);
    this.#cursor.style.setProperty("--y", y - this.#hot[1]);
  }

  // What stands on the screen now, as a PNG.
  async shot() {
    const whole = new OffscreenCanvas(this.width, this.height);
    const pen = whole.getContext("2d");
    if (this.#video.videoWidth) pen.drawImage(this.#video, 0, 0, this.width, this.height);
    if (!this.#canvas.hidden) pen.drawImage(this.#canvas, 0, 0);
    return whole.convertToBlob({ type: "image/png" });
  }
}

function pngSize(image) {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const isPng = image.length > 24 && view.getUint32(0) === 0x89504e47;
  return isPng ? [view.getUint32(16), view.getUint32(20)] : [0, 0];
}

// The frame header of a JPEG (ITU-T T.81, B.2.2), found by walking its segments.
function jpegSize(image) {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  for (let at = 2; at + 9 < image.length && image[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = image[at + 1];
    if (marker >= 0xc0 && marker <= 0xc3) return [view.getUint16(at + 7), view.getUint16(at + 5)];
  }
  return [0, 0];
}
