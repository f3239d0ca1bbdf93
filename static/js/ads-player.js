// The script leads to its place in the film, and a film whose address has expired goes on where it stopped.
(() => {
  const film = () => document.getElementById("film");

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-seek]");
    if (!button || !film()) return;
    film().currentTime = Number(button.dataset.seek) + 0.05;
    film().play();
    film().scrollIntoView({ block: "nearest" });
  });

  // Errors of media do not bubble, hence the capture.
  document.addEventListener("error", (event) => {
    const video = event.target;
    if (video !== film() || video.dataset.renewed === String(video.currentTime)) return;
    const at = video.currentTime;
    video.dataset.renewed = String(at);
    video.addEventListener("loadedmetadata", () => { video.currentTime = at; }, { once: true });
    video.load();
  }, true);
})();
