// A card shows its film moving while somebody points at it, or has come to it by keyboard. Not for those who want no motion.
(() => {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const play = (card) => {
    if (calm.matches || card.querySelector(".is-moving")) return;
    const picture = card.querySelector("img.ad-card-picture");
    const moving = new Image();
    moving.alt = "";
    moving.className = `${picture.className} is-moving`;
    // Laid over the still one as soon as it is there: nothing blinks on a slow line.
    moving.addEventListener("load", () => { if (card.matches(":hover, :focus-within")) picture.after(moving); });
    moving.src = card.dataset.preview;
  };
  const stop = (card) => card.querySelector(".is-moving")?.remove();
  const card = (event) => event.target.closest?.("[data-preview]");

  document.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse" && card(event)) play(card(event)); });
  document.addEventListener("focusin", (event) => { if (card(event)) play(card(event)); });
  const leave = (event) => {
    const left = card(event);
    if (left && !left.contains(event.relatedTarget)) stop(left);
  };
  document.addEventListener("pointerout", leave);
  document.addEventListener("focusout", leave);

  // On a narrow screen the filters are a strip that is wider than the page: the chosen one is in sight.
  const chosen = document.querySelector(".filters [aria-current]");
  if (chosen) chosen.parentElement.scrollLeft = chosen.offsetLeft - (chosen.parentElement.clientWidth - chosen.offsetWidth) / 2;
})();
