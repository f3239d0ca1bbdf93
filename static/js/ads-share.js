// Hand the film to another app of the phone, as a file. Where a browser cannot, there is the download.
(() => {
  const canShare = () => {
    try {
      return navigator.canShare?.({ files: [new File(["."], "ad.mp4", { type: "video/mp4" })] }) ?? false;
    } catch {
      return false;
    }
  };
  if (!canShare()) return;

  let film = null; // Fetched once: browsers let go of a press that takes long, and then a second one shares at once.
  const share = async (button) => {
    const words = button.querySelector("span");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      if (!film) {
        words.textContent = "Fetching the film …";
        const answer = await fetch(button.dataset.share);
        if (!answer.ok) throw new Error(answer.statusText);
        film = new File([await answer.blob()], button.dataset.name, { type: "video/mp4" });
      }
      await navigator.share({ files: [film], title: button.dataset.title });
      words.textContent = "Share";
    } catch (reason) {
      words.textContent = { NotAllowedError: "Ready: press to share", AbortError: "Share" }[reason.name] ?? "Not possible: download it";
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };

  const offer = () => { for (const button of document.querySelectorAll("[data-share]")) button.hidden = false; };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share]");
    if (button) share(button);
  });
  document.addEventListener("htmx:load", offer); // The film may come onto a page that is open.
  offer();
})();
