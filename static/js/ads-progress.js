// Counts on the time of the step that is running, between two answers of the server.
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
})();
