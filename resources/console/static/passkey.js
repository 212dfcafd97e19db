// A key of the computer or on the key ring proves who it is: forms with data-passkey, "get" or "create".
const isAble = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);

for (const notice of document.querySelectorAll("[data-no-passkey]")) notice.hidden = isAble;
for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !isAble;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    prove(form).catch(() => { form.querySelector("[role=alert]").hidden = false; });
  });
}

async function prove(form) {
  const { publicKey } = await asked(form);
  const credential = form.dataset.passkey === "create" ? await made(publicKey, form) : await used(publicKey);
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
}

async function asked(form) {
  const written = form.querySelector("script[type='application/json']");
  if (written) return JSON.parse(written.textContent);
  const answer = await fetch(form.action, { headers: { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" } });
  return (await answer.json()).request_options;
}

function used(publicKey) {
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
}

// A key that signs in alone has to keep the account itself, and to know its owner by finger, face or PIN.
function made(publicKey, form) {
  const alone = { residentKey: "required", requireResidentKey: true, userVerification: "required" };
  const selection = { ...publicKey.authenticatorSelection, ...(form.elements.passwordless.checked ? alone : {}) };
  const options = PublicKeyCredential.parseCreationOptionsFromJSON({ ...publicKey, authenticatorSelection: selection });
  return navigator.credentials.create({ publicKey: options });
}
