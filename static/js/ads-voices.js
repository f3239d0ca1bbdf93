// Samples of voices: one plays at a time, and the button that started it stops it. The list opens at the ad's language.
(() => {
  const box = document.querySelector("[data-voices]");
  if (!box) return;
  const sound = new Audio();
  const heard = box.querySelector("[data-heard]");
  let playing = null;

  const rest = () => {
    playing?.setAttribute("aria-pressed", "false");
    playing = null;
  };
  const play = async (button) => {
    rest();
    sound.src = button.dataset.sample;
    playing = button;
    button.setAttribute("aria-pressed", "true");
    heard.textContent = "";
    try {
      await sound.play();
    } catch (reason) {
      if (reason.name === "AbortError") return; // Another one was started meanwhile.
      rest();
      heard.textContent = "The sample could not be played.";
    }
  };

  for (const button of box.querySelectorAll("[data-sample]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (playing === button) { sound.pause(); rest(); } else play(button);
    });
  }
  sound.addEventListener("ended", rest);

  // Whoever sends a recording wants it to be heard.
  box.querySelector("[data-recording]").addEventListener("sent", () => { box.querySelector("[data-own]").checked = true; });

  const language = box.closest("form").elements.language;
  language?.addEventListener("change", () => {
    for (const group of box.querySelectorAll("[data-speaks]")) group.open = group.dataset.speaks === language.value;
  });
})();
