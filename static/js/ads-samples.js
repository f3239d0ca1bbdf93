// The sample film: one large button in place of the browser's controls, until it is pressed.
(() => {
  for (const box of document.querySelectorAll("[data-film]")) {
    const film = box.querySelector("video");
    const button = box.querySelector("button");
    film.controls = false;
    button.hidden = false;
    button.addEventListener("click", () => {
      button.hidden = true;
      box.classList.add("is-playing");
      film.controls = true;
      film.focus();
      film.play();
    });
    film.addEventListener("ended", () => { film.load(); film.controls = false; button.hidden = false; box.classList.remove("is-playing"); });
  }
})();
