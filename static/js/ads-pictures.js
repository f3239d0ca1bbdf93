// Pictures are sent as soon as they are chosen, dropped or pasted. Without this script they go with the form.
(() => {
  let underway = 0;

  const busy = (form, change) => {
    underway += change;
    for (const button of form.querySelectorAll("[type=submit]")) button.disabled = underway > 0;
  };

  const send = async (box, input, file) => {
    const form = box.closest("form");
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    const tiles = box.querySelector("[data-tiles]");
    const waiting = document.createElement("span");
    waiting.className = "picture picture-waiting";
    waiting.textContent = `Reading ${file.name}…`;
    tiles.append(waiting);
    busy(form, 1);
    let outcome = "refused";
    const body = new FormData();
    body.append(input.name, file);
    try {
      const answer = await fetch(input.dataset.send, { method: "POST", body, headers: { "X-CSRFToken": token } });
      const part = document.createRange().createContextualFragment(await answer.text());
      if (answer.ok) {
        if (!input.multiple) tiles.replaceChildren(waiting);
        waiting.replaceWith(part);
        outcome = "sent";
      } else if (part.querySelector(".field-error") && answer.status < 500) {
        part.querySelector(".field-error").append(` (${file.name})`);
        box.querySelector("[data-errors]").append(part);
      } else throw new Error(answer.statusText);
    } catch {
      const words = document.createElement("p");
      words.className = "field-error";
      words.textContent = `${file.name} could not be sent. Check the connection and choose it again.`;
      box.querySelector("[data-errors]").append(words);
    } finally {
      waiting.remove();
      busy(form, -1);
      box.dispatchEvent(new CustomEvent(outcome));
    }
  };

  for (const box of document.querySelectorAll("[data-pictures]")) {
    const input = box.querySelector("[data-send]");
    box.classList.add("is-live");
    const take = async (files) => {
      box.querySelector("[data-errors]").replaceChildren();
      // One after the other: the site reads them one at a time, and they keep their order.
      for (const file of files) await send(box, input, file);
    };
    input.addEventListener("change", () => {
      const files = [...input.files];
      input.value = "";
      take(files);
    });
    box.addEventListener("dragover", (event) => { event.preventDefault(); box.classList.add("is-over"); });
    box.addEventListener("dragleave", () => box.classList.remove("is-over"));
    box.addEventListener("drop", (event) => {
      event.preventDefault();
      box.classList.remove("is-over");
      take(input.multiple ? [...event.dataTransfer.files] : [...event.dataTransfer.files].slice(0, 1));
    });
    if (input.multiple) {
      document.addEventListener("paste", (event) => {
        const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
        if (files.length) take(files);
      });
    }
  }
})();
