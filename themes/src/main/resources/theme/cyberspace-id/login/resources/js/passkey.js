// Passkeys (Web Authentication): asks the browser for what the server's challenge wants and posts the answer. Nothing is judged here.

const part = document.querySelector("[data-passkey]");
const form = part?.closest("form");
const button = form?.querySelector("[data-passkey-button]");
const supported = Boolean(window.PublicKeyCredential && navigator.credentials);

function bytes(base64url) {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

function text(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0)));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function list(comma) {
  return comma ? comma.split(",") : [];
}

function credentials(ids) {
  return list(ids).map((id) => ({ type: "public-key", id: bytes(id) }));
}

async function get({ challenge, rpId, allowed }) {
  const publicKey = {
    challenge: bytes(challenge),
    rpId,
    allowCredentials: credentials(allowed),
    userVerification: "required",
  };
  const { rawId, response } = await navigator.credentials.get({ publicKey });
  return {
    credentialId: text(rawId),
    authenticatorData: text(response.authenticatorData),
    clientDataJSON: text(response.clientDataJSON),
    signature: text(response.signature),
    userHandle: text(response.userHandle),
  };
}

async function create({ challenge, rpId, rpName, userId, account, algorithms, excluded, timeout }) {
  const publicKey = {
    challenge: bytes(challenge),
    rp: { id: rpId, name: rpName },
    user: { id: bytes(userId), name: account, displayName: account },
    pubKeyCredParams: list(algorithms).map((alg) => ({ type: "public-key", alg: Number(alg) })),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    attestation: "none",
    excludeCredentials: credentials(excluded),
    timeout: Number(timeout) * 1000,
  };
  const { rawId, response, authenticatorAttachment } = await navigator.credentials.create({ publicKey });
  return {
    publicKeyCredentialId: text(rawId),
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.().join() ?? "",
    authenticatorAttachment: authenticatorAttachment ?? "",
  };
}

async function answer(event) {
  event.preventDefault();
  const problem = part.querySelector("[data-passkey-problem]");
  problem.textContent = "";
  button.disabled = true;
  try {
    const parts = part.dataset.passkey === "get" ? await get(part.dataset) : await create(part.dataset);
    for (const [name, value] of Object.entries(parts)) {
      form.elements.namedItem(name).value = value;
    }
    form.submit();
  } catch {
    // The person pressed cancel, or there is none here: the browser does not tell which.
    problem.textContent = problem.dataset.text;
  } finally {
    button.disabled = false;
  }
}

if (button && supported) {
  button.hidden = false;
  button.addEventListener("click", answer);
  for (const notice of document.querySelectorAll("[data-passkey-unsupported]")) {
    notice.hidden = true;
  }
}
