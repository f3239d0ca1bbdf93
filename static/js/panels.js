// What opens over the page, a menu or a question, closes with Escape, a press beside it, or when the focus goes on.
(() => {
  const open = () => document.querySelectorAll("details.menu[open], details.confirm[open]");

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const panel of open()) {
      // Whoever is inside is not left nowhere.
      if (panel.contains(document.activeElement)) panel.querySelector("summary").focus();
      panel.open = false;
    }
  });
  const leave = (target) => { for (const panel of open()) if (!panel.contains(target)) panel.open = false; };
  document.addEventListener("pointerdown", (event) => leave(event.target));
  document.addEventListener("focusin", (event) => leave(event.target));
})();
