// Record one's own voice: ask, record, listen, then send it as if it had been chosen as a file.
// Without a microphone, without permission or without this script, the choice of a file is all there is.
(() => {
  const LONGEST = 89; // Seconds; the site takes 90.
  const HEARD = 0.02; // A peak below this is a microphone that is off, or far away.
  const WORDS = {
    NotAllowedError: "The microphone is blocked for this page. Allow it in the browser’s address bar, or choose a file.",
    NotFoundError: "No microphone was found. Connect one, or choose a file.",
    NotReadableError: "Another program holds the microphone. Close it and try again, or choose a file.",
    other: "The microphone could not be opened. Try again, or choose a file.",
  };
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  // What is to be read: the scenes as they stand in the form at this moment.
  const linesOf = (form) => {
    const scenes = [...form.querySelectorAll("[name^=spoken-]")].map((field) => field.value);
    const own = (form.elements.script?.value ?? "").split("\n").map((line) => line.split("|").pop());
    return (scenes.length ? scenes : own).map((line) => line.trim()).filter(Boolean);
  };

  // How loud it is, 0 to 1, many times a second; the answer ends the listening.
  const listen = (stream, heard) => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    const samples = new Float32Array(analyser.fftSize);
    context.createMediaStreamSource(stream).connect(analyser);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      heard(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
    }, 60);
    return () => { clearInterval(timer); context.close(); };
  };

  const begin = (recorder) => {
    const box = recorder.closest("[data-recording]");
    const form = recorder.closest("form");
    const input = box.querySelector("[data-send]");
    const part = (name) => recorder.querySelector(`[data-${name}]`);
    const say = (words) => { part("said").textContent = words; };
    let machine = null;
    let taken = null;

    const show = (state, focus) => {
      recorder.dataset.state = state;
      for (const each of recorder.querySelectorAll("[data-when]")) each.hidden = each.dataset.when !== state;
      if (focus) recorder.querySelector(`[data-when="${state}"] [data-do="${focus}"]`).focus();
    };
    const forget = () => {
      if (part("take").src) URL.revokeObjectURL(part("take").src);
      part("take").removeAttribute("src");
      taken = null;
      input.value = "";
    };
    // In the form's own field: whoever sends the form without listening first sends the recording, too.
    const attach = () => {
      if (!taken) return;
      const files = new DataTransfer(); // A new one each time: emptying the field empties the list it was given.
      files.items.add(taken);
      input.files = files.files;
    };

    const keep = (pieces, type) => {
      const blob = new Blob(pieces, { type });
      if (!blob.size) {
        show("idle", "record");
        say("Nothing was recorded. Try again, or choose a file.");
        return;
      }
      taken = new File([blob], "your recording", { type });
      attach();
      form.dispatchEvent(new Event("input")); // There is something to lose now.
      part("take").src = URL.createObjectURL(blob);
      show("taken", "use");
      say("Listen to it. Use it, or record it again.");
    };

    const record = async () => {
      forget();
      box.querySelector("[data-errors]").replaceChildren();
      say("Your browser asks whether this page may use the microphone.");
      let stream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, autoGainControl: true } });
      } catch (reason) {
        show("idle");
        say(WORDS[reason.name] ?? WORDS.other);
        return;
      }
      const pieces = [];
      let loudest = 0;
      let seconds = 0;
      machine = new MediaRecorder(stream, { audioBitsPerSecond: 128_000 });
      const deafen = listen(stream, (level) => {
        loudest = Math.max(loudest, level);
        part("level").style.setProperty("--level", Math.min(1, Math.sqrt(level)));
      });
      const began = performance.now();
      const timer = setInterval(() => {
        seconds = (performance.now() - began) / 1000;
        part("clock").textContent = clock(seconds);
        if (seconds > 2 && loudest < HEARD) say("Nothing is heard yet. Is it the right microphone?");
        if (seconds > LONGEST) stop();
      }, 250);
      machine.addEventListener("dataavailable", (event) => pieces.push(event.data));
      machine.addEventListener("stop", () => {
        clearInterval(timer);
        deafen();
        for (const track of stream.getTracks()) track.stop();
        keep(pieces, machine.mimeType);
        machine = null;
      });
      part("clock").textContent = clock(0);
      part("lines").replaceChildren(...linesOf(form).map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }));
      machine.start(1000);
      show("recording", "stop");
      say("Recording. Pause for a moment between scenes.");
    };
    const stop = () => { if (machine?.state === "recording") machine.stop(); };
    const use = () => {
      say("Sending …");
      attach();
      input.dispatchEvent(new Event("change"));
    };
    const drop = () => {
      forget();
      show("idle", "record");
      say("");
    };

    recorder.addEventListener("click", (event) => {
      const wish = event.target.closest("[data-do]")?.dataset.do;
      if (wish) ({ record, stop, use, drop })[wish]();
    });
    box.addEventListener("sent", () => {
      const wasTaken = recorder.dataset.state === "taken";
      forget();
      show("idle");
      say(wasTaken ? "Your recording is there." : "");
      if (wasTaken) box.querySelector("[data-tiles] input")?.focus();
    });
    box.addEventListener("refused", () => {
      if (!taken) return;
      attach();
      say("It was not taken, but it is still here.");
    });
    form.addEventListener("submit", (event) => {
      if (!machine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      stop();
    }, true);
    window.addEventListener("beforeunload", (event) => { if (machine) event.preventDefault(); });
    show("idle");
    recorder.hidden = false;
  };

  for (const recorder of document.querySelectorAll("[data-recorder]")) {
    if (navigator.mediaDevices?.getUserMedia && window.MediaRecorder) begin(recorder);
    else if (!window.isSecureContext) {
      for (const each of recorder.querySelectorAll("[data-when]")) each.hidden = true;
      recorder.querySelector("[data-said]").textContent = "Browsers record only at secure addresses (https). Record with your phone’s own recorder, and choose the file.";
      recorder.hidden = false;
    }
  }
})();
