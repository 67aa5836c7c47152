/* Copy buttons: they appear only where copying works. */
for (const button of document.querySelectorAll(".copy")) {
  if (!navigator.clipboard) {
    break;
  }
  const usual = button.textContent;
  const code = button.parentElement.querySelector("code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = usual), 2000);
  });
}
