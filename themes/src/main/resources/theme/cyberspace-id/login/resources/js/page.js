// What every page does when scripts run: focus the error, send a form once, show a password, count down to a new code.
// Without scripts each of these pages still works.

// Where a form was sent is no address to come back to: Keycloak names the page's own.
const address = document.querySelector("meta[name=address]")?.content;
if (address) {
  history.replaceState({}, "", address);
}

const summary = document.querySelector(".error-summary:not([hidden])");
summary?.focus();

// A second press of a button must not send a form twice. Runs last, so that a page's own handler can hold a form back.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) {
    return;
  }
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = "yes";
});

// Back and forward show the page as it was left: let its form be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
  }
});

for (const button of document.querySelectorAll(".reveal")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const show = input.type === "password";
    const { showLabel, hideLabel, ...words } = button.dataset;
    input.type = show ? "text" : "password";
    button.textContent = show ? words.hide : words.show;
    button.setAttribute("aria-label", show ? hideLabel : showLabel);
  });
  input.form.addEventListener("submit", () => {
    input.type = "password";
  });
}

for (const button of document.querySelectorAll("[data-resend-after]")) {
  const end = Date.now() + Number(button.dataset.resendAfter) * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? button.dataset.wait.replace("#", String(left)) : button.dataset.ready;
    if (left > 0) {
      setTimeout(tick, 500);
    }
  };
  tick();
}
