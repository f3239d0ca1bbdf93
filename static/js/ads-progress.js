// Counts on the time of the step that is running, between two answers of the server, and says when there are none.
(() => {
  const words = (seconds) => {
    if (seconds < 60) return `${Math.floor(seconds)} s`;
    return `${Math.floor(seconds / 60)} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
  };

  setInterval(() => {
    for (const clock of document.querySelectorAll("[data-since]")) {
      clock.textContent = words(Math.max(0, (Date.now() - Date.parse(clock.dataset.since)) / 1000));
    }
  }, 1000);

  // No news is not always good news: whoever looks at an old figure is told so.
  const PATIENCE = 2;
  let missed = 0;
  const heard = (event) => {
    const silence = document.getElementById("run-silence");
    if (!silence || event.target.id !== "run-progress") return;
    missed = event.detail.successful ? 0 : missed + 1;
    const said = missed >= PATIENCE ? silence.dataset.words : "";
    if (silence.textContent !== said) silence.textContent = said;
  };
  document.addEventListener("htmx:afterRequest", heard);
})();
