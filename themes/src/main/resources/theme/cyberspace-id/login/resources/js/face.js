// Shows the camera, posts one frame at a time and says what the server asks for. No face is judged in the browser.

const LONGEST_EDGE = 640;
const JPEG_QUALITY = 0.85;
const BLACK_BELOW = 6; // mean of 255: a camera that has not woken up
const FRAME_PAUSE_MS = 80;
const RETRY_MS = 2000;
const HINT_HOLD_MS = 900; // long enough to be read, and to be spoken

const form = document.getElementById("face");
const face = form.querySelector(".face");
const video = face.querySelector("video");
const ring = face.querySelector("[data-ring]");
const button = form.querySelector(".button--primary");
const problemBox = face.querySelector("[data-camera-problem]");
const canvas = document.createElement("canvas");

let final = false;
let hintShownAt = 0;

const text = (key) => face.querySelector(`[data-text="${CSS.escape(key)}"]`)?.textContent ?? "";
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function put(selector, words) {
  const element = face.querySelector(selector);
  if (element.textContent !== words) {
    element.textContent = words;
  }
}

function showPhase(phase, label) {
  face.dataset.phase = phase;
  button.disabled = phase === "starting" || phase === "running";
  button.textContent = label;
}

function showHint(words, name = "none") {
  const now = Date.now();
  if (face.dataset.hint !== name && now - hintShownAt < HINT_HOLD_MS) {
    return;
  }
  hintShownAt = now;
  face.dataset.hint = name;
  put("[data-hint-text]", words);
}

function showPrompt(prompt) {
  face.dataset.prompt = prompt;
  put("[data-prompt-text]", text(`prompt.${prompt}`));
}

function showProgress(done, of) {
  face.dataset.done = String(done);
  ring.style.strokeDasharray = `${(100 * done) / of} 100`;
}

function showStep({ prompt, done, of, hint }) {
  showPrompt(prompt);
  showProgress(done, of);
  put("[data-progress-text]", text("progress").replace("#done", done).replace("#of", of));
  showHint(text(`hint.${hint}`), hint);
}

function stopCamera() {
  for (const track of video.srcObject?.getTracks() ?? []) {
    track.stop();
  }
  video.srcObject = null;
}

function showProblem(kind) {
  stopCamera();
  showPhase("stopped", text("again"));
  put("[data-prompt-text]", text(`${kind}.title`));
  put("[data-hint-text]", "");
  put("[data-camera-problem-title]", text(`${kind}.title`));
  put("[data-camera-problem-text]", text(`${kind}.text`));
  problemBox.hidden = false;
  problemBox.focus();
}

function kindOf(error) {
  switch (error.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}

async function openCamera() {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new DOMException("no camera API", "NotSupportedError");
  }
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 } },
  });
  await video.play();
}

// The preview is mirrored by the style sheet; what is drawn here is not, as the prompts are the person's own left and right.
function drawFrame() {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(video.videoWidth, video.videoHeight));
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
}

function isBlack() {
  const small = document.createElement("canvas");
  small.width = small.height = 16;
  const context = small.getContext("2d");
  context.drawImage(canvas, 0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  let sum = 0;
  for (let i = 0; i < data.length; i += 4) {
    sum += data[i] + data[i + 1] + data[i + 2];
  }
  return sum / (16 * 16 * 3) < BLACK_BELOW;
}

// The first frames of many cameras are empty or black; posting them would begin the challenge with nobody there.
async function waitForPicture() {
  const warnAt = Date.now() + 3000;
  for (;;) {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0) {
      drawFrame();
      if (!isBlack()) {
        return;
      }
    }
    if (Date.now() > warnAt) {
      showHint(text("black"), "black");
    }
    await pause(150);
  }
}

async function postFrame() {
  drawFrame();
  const frame = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY));
  const answer = await fetch(face.dataset.framesUrl, {
    method: "POST",
    credentials: "same-origin",
    cache: "no-store",
    headers: { "Content-Type": "image/jpeg", Accept: "application/json" },
    body: frame,
  });
  if (answer.status === 503 || answer.status === 429) {
    return { outcome: "unavailable", retryAfterSeconds: Number(answer.headers.get("Retry-After")) };
  }
  // Anything else that is not an answer: the session behind this page is gone, which the next page says.
  return answer.ok ? answer.json() : { outcome: "ended" };
}

async function step() {
  let answer;
  try {
    answer = await postFrame();
  } catch {
    showHint(text("offline"), "offline");
    await pause(RETRY_MS);
    return true;
  }
  if (answer.outcome === "continue") {
    showStep(answer);
    await pause(FRAME_PAUSE_MS);
    return true;
  }
  if (answer.outcome === "unavailable") {
    showHint(text("waiting"), "waiting");
    await pause(Math.max(RETRY_MS, 1000 * (answer.retryAfterSeconds || 0)));
    return true;
  }
  if (answer.outcome === "passed") {
    showPrompt("done");
    showProgress(1, 1);
  }
  return false;
}

function goOn() {
  final = true;
  stopCamera();
  button.disabled = false;
  form.requestSubmit(button);
}

async function run() {
  problemBox.hidden = true;
  showPhase("starting", text("starting"));
  try {
    await openCamera();
  } catch (error) {
    showProblem(error.name === "NotSupportedError" ? "unsupported" : kindOf(error));
    return;
  }
  face.scrollIntoView({ block: "start" });
  await waitForPicture();
  showPhase("running", text("running"));
  showPrompt("center");
  showProgress(0, 1);
  showHint("");
  while (await step()) {
    if (video.srcObject?.getVideoTracks().some((track) => track.readyState === "ended")) {
      showProblem("busy");
      return;
    }
  }
  goOn();
}

form.addEventListener("submit", (event) => {
  if (final || event.submitter !== button) {
    return;
  }
  event.preventDefault();
  if (!button.disabled) {
    run();
  }
});

window.addEventListener("pagehide", stopCamera);
