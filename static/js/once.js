// One press, one answer: while a form is on its way its button shows it, and a second press is not sent.
(() => {
  const PATIENCE = 15_000; // After that something has gone wrong, and pressing again must be possible.
  const rest = (form) => {
    delete form.dataset.underway;
    for (const button of form.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) return;
    if (form.dataset.underway) {
      event.preventDefault();
      return;
    }
    form.dataset.underway = "1";
    // The button's own value is read after this, so it is not disabled.
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(rest, PATIENCE, form);
  });
  // Back from the next page: everything is as it was.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-underway]")) rest(form);
  });
})();
