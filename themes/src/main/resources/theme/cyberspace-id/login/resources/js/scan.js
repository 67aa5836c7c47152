// Follows what the phone does and goes on when it has answered. The answer itself never passes through here.

const POLL_MS = 1000;
const SLOW_POLL_MS = 3000;

const form = document.getElementById("scan");
const scan = form.querySelector(".scan");
const status = scan.querySelector("[data-status-text]");

function say(state) {
  const text = scan.querySelector(`[data-text="${CSS.escape(state)}"]`)?.textContent ?? "";
  if (text && status.textContent !== text) {
    status.textContent = text;
  }
}

function goOn() {
  say("ended");
  form.requestSubmit(form.querySelector(".button--primary"));
}

async function poll() {
  let wait = POLL_MS;
  try {
    const answer = await fetch(scan.dataset.statusUrl, {
      credentials: "same-origin",
      cache: "no-store",
      headers: { Accept: "application/json" },
    });
    if (answer.ok) {
      const { state } = await answer.json();
      scan.dataset.state = state;
      if (state === "ended") {
        goOn();
        return;
      }
      say(state);
    } else if (answer.status === 503 || answer.status === 429) {
      wait = SLOW_POLL_MS;
    } else {
      // The session behind this page is gone: the server says so on the next page.
      goOn();
      return;
    }
  } catch {
    say("offline");
    wait = SLOW_POLL_MS;
  }
  setTimeout(poll, wait);
}

// With a mouse this is the screen to be signed in, and the phone another device.
if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
  scan.querySelector(".other-device").open = true;
}
setTimeout(poll, POLL_MS);
