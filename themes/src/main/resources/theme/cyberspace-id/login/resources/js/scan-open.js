// Hands over what stands in the link's fragment, which no server log sees, and takes it out of the address and the history.

const form = document.getElementById("hand-over");
const handle = location.hash.slice(1);
history.replaceState(null, "", location.pathname + location.search);

if (handle) {
  form.elements.namedItem("handle").value = handle;
  form.requestSubmit();
} else {
  form.querySelector("[data-nothing]").hidden = false;
  form.querySelector("[data-hand-over]")?.remove();
}
