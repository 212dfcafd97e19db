// What this side brings, and the two words that both proofs give: the same derivation as at the machine.
const VERSION = "rescousse words/1";
const FINGERPRINT = /^a=fingerprint:sha-256 (\S+)\s*$/gim;
const ANY_FINGERPRINT = /^[ \t]*a=fingerprint[^\n]*\n/gim;

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = (text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));

// A certificate of its own for one sharing, and 32 random bytes; neither ever leaves this page.
export async function newProof() {
  const certificate = await RTCPeerConnection.generateCertificate({ name: "ECDSA", namedCurve: "P-256" });
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
  return { certificate, nonce, fingerprint: await fingerprintOf(certificate) };
}

async function fingerprintOf(certificate) {
  const trial = new RTCPeerConnection({ certificates: [certificate] });
  trial.createDataChannel("trial", { negotiated: true, id: 0 });
  const { sdp } = await trial.createOffer();
  trial.close();
  return fingerprints(sdp)[0];
}

function fingerprints(sdp) {
  return [...sdp.matchAll(FINGERPRINT)].map(([, value]) => value.toUpperCase());
}

// `sdp` held to `fingerprint` alone, whatever other kinds it names: then nobody but its owner can answer. Nothing when
// it names another one: that is somebody in between.
export function heldTo(sdp, fingerprint) {
  const named = fingerprints(sdp);
  if (!named.length || named.some((one) => one !== fingerprint)) return "";
  const [head, ...media] = sdp.replace(ANY_FINGERPRINT, "").split(/^(?=m=)/m);
  return `${head}a=fingerprint:sha-256 ${fingerprint}\r\n${media.join("")}`;
}

export async function commitment({ fingerprint, nonce }) {
  return hex(await sha256(`${fingerprint}|${nonce}`));
}

export async function checkWords(browser, machine, list) {
  const text = [VERSION, browser.fingerprint, browser.nonce, machine.fingerprint, machine.nonce].join("|");
  const [first, second] = new Uint8Array(await sha256(text));
  return [list[first], list[second]];
}
