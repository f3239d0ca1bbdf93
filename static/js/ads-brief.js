// The brief: a colour picker beside each colour field, and care for what was typed.
(() => {
  const HEX = /^#[0-9a-f]{6}$/i;
  const form = document.querySelector("[data-brief]");
  if (!form) return;

  for (const field of form.querySelectorAll("[data-color]")) {
    const picker = document.createElement("input");
    picker.type = "color";
    picker.className = "color-picker";
    picker.setAttribute("aria-label", `Pick ${field.labels[0].textContent.toLowerCase()}`);
    const show = () => {
      picker.classList.toggle("is-empty", !HEX.test(field.value));
      if (HEX.test(field.value)) picker.value = field.value.toLowerCase();
    };
    picker.addEventListener("input", () => { field.value = picker.value; show(); });
    field.addEventListener("input", show);
    show();
    field.before(picker);
  }

  // A click into the number means "other".
  const other = form.elements.length_other;
  other?.addEventListener("input", () => { form.querySelector('[name="length"][value="other"]').checked = true; });

  let written = false;
  form.addEventListener("input", () => { written = true; });
  form.addEventListener("submit", (event) => {
    written = false;
    const button = event.submitter;
    if (button?.name !== "draft") return;
    // Writing takes a second, or as long as a model does. The button's value is sent before this.
    setTimeout(() => {
      button.setAttribute("aria-disabled", "true");
      button.dataset.words = button.textContent;
      button.textContent = "Writing the script …";
    });
  });
  form.addEventListener("click", (event) => {
    if (event.target.closest("[aria-disabled=true]")) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    const busy = form.querySelector("[aria-disabled=true][data-words]");
    if (!busy) return;
    busy.removeAttribute("aria-disabled");
    busy.textContent = busy.dataset.words;
  });
  window.addEventListener("beforeunload", (event) => { if (written) event.preventDefault(); });
})();
