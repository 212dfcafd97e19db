// What a reload of this page must not cost: the certificate that the words were said about. Its private part can be
// used by this browser, and read by nobody.
const NAME = "rescousse-viewer", STORE = "proofs", SOON_MS = 3000;

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function within(mode, act) {
  const base = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const asked = act(base.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  } finally {
    base.close();
  }
}

export const keep = (id, proof) => within("readwrite", (store) => store.put(proof, id));
export const kept = (id) => within("readonly", (store) => store.get(id));
export const forget = () => within("readwrite", (store) => store.clear());

// One page at a time carries a sharing; whether this one does now. The one before a reload has let go of it.
export function hold(id) {
  return new Promise((resolve) => {
    const given = () => { resolve(true); return new Promise(() => {}); };
    navigator.locks.request(`sharing-${id}`, { signal: AbortSignal.timeout(SOON_MS) }, given).catch(() => resolve(false));
  });
}
