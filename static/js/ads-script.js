// Care for what was typed: leaving the page with words that are not saved is asked about first.
(() => {
  const form = document.querySelector("[data-written]");
  if (!form) return;
  let written = form.querySelector(".is-wrong") !== null;
  form.addEventListener("input", () => { written = true; });
  form.addEventListener("submit", (event) => {
    written = false;
    const button = event.submitter;
    if (!button || button.name !== "do" || button.value === "add") return;
    // A second press while the writer is at work would only be refused. The value is sent before this.
    setTimeout(() => {
      button.setAttribute("aria-disabled", "true");
      button.dataset.words = button.textContent;
      if (["rewrite", "variants"].includes(button.value)) button.lastChild.textContent = "Writing …";
    });
  });
  form.addEventListener("click", (event) => {
    if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("button[aria-disabled=true][data-words]")) {
      button.removeAttribute("aria-disabled");
      button.lastChild.textContent = button.dataset.words;
    }
  });
  window.addEventListener("beforeunload", (event) => { if (written) event.preventDefault(); });
})();
