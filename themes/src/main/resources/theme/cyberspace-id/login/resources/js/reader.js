// Follows the reading on the other side: shows what is happening, opens the code's input when the reader asks for it,
// and goes on when the reading has ended. The verdict itself never passes through here.

const POLL_MS = 1000;
const SLOW_POLL_MS = 3000;
const ENDED = ["done", "failed", "expired"];

const form = document.getElementById("reader");
const reader = form.querySelector(".reader");
const status = reader.querySelector("[data-status-text]");
const entry = reader.querySelector(".code-entry");
const code = form.elements.namedItem("reader_code");
const crossDevice = reader.querySelector("[data-cross-device]");

function say(state) {
  const text = reader.querySelector(`[data-text="${CSS.escape(state)}"]`)?.textContent ?? "";
  if (text && status.textContent !== text) {
    status.textContent = text;
  }
}

function show(state) {
  if (state === reader.dataset.state) {
    say(state);
    return;
  }
  reader.dataset.state = state;
  say(state);
  if (state === "claimed") {
    entry.open = true;
    code.focus();
  }
}

async function poll() {
  let wait = POLL_MS;
  try {
    const answer = await fetch(reader.dataset.statusUrl, {
      credentials: "same-origin",
      cache: "no-store",
      headers: { Accept: "application/json" },
    });
    if (answer.ok) {
      const { state, crossDevice: scanned } = await answer.json();
      crossDevice.hidden = !scanned;
      show(state);
      if (ENDED.includes(state)) {
        form.requestSubmit(form.querySelector(".button--primary"));
        return;
      }
    } else if (answer.status === 503 || answer.status === 429) {
      wait = SLOW_POLL_MS;
    } else {
      // The session behind this page is gone: the server says so on the next page.
      form.requestSubmit(form.querySelector(".button--primary"));
      return;
    }
  } catch {
    say("offline");
    wait = SLOW_POLL_MS;
  }
  setTimeout(poll, wait);
}

// A computer without a chip reader: the phone with the reader app is another device.
if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
  reader.querySelector(".other-device").open = true;
}
if (reader.dataset.state === "claimed") {
  entry.open = true;
}
if (ENDED.includes(reader.dataset.state)) {
  status.previousElementSibling.hidden = true;
} else {
  setTimeout(poll, POLL_MS);
}
