// The clock of a run through a talk. It counts from the browser's own clock, tells the server at every change of part,
// and says the same as domain/case/run.py, which the tests hold it to.
const readClock = (planned, changes, now, limit) => {
  const SIGN = 45;
  const SEEN = 31;
  const SLOWEST = 1.5;
  const sum = (list) => list.reduce((total, one) => total + one, 0);
  const part = Math.min(changes.length, Math.max(0, planned.length - 1));
  const begun = part ? changes[part - 1] : 0;
  const inPart = Math.max(0, now - begun);
  const plan = planned.length ? planned[part] : 0;
  const left = plan - inPart;
  const before = sum(planned.slice(0, part));
  const slow = part && before ? Math.min(SLOWEST, Math.max(1, begun / before)) : 1;
  const predicted = now + Math.max(0, plan * slow - inPart) + slow * sum(planned.slice(part + 1));
  const partSign = left < 0 ? "part_over" : left <= Math.min(SIGN, Math.max(SEEN, plan * 0.8)) ? "part_ending" : "";
  const wholeSign = now >= limit ? "over" : predicted > limit ? "overrun" : limit - now <= SIGN ? "ending" : "";
  return { part, in_part: inPart, part_left: left, elapsed: now, predicted, part_sign: partSign, whole_sign: wholeSign };
};
window.readClock = readClock;

(() => {
  const stage = document.querySelector("[data-run]");
  if (!stage) return;
  const find = (name) => stage.querySelector(`[data-${name}]`);
  const planned = JSON.parse(stage.dataset.planned);
  const changes = JSON.parse(stage.dataset.changes);
  const names = JSON.parse(stage.dataset.names);
  const limit = Number(stage.dataset.limit);
  const before = Number(stage.dataset.elapsed);
  const began = performance.now();
  const form = stage.querySelector("form");
  const kept = find("kept");
  const sign = find("sign");
  const waiting = [];
  let sending = false;
  let ending = null;

  const elapsed = () => before + (performance.now() - began) / 1000;
  const clock = (seconds) => {
    const whole = Math.floor(Math.abs(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const signed = (seconds) => (seconds >= 0 ? clock(Math.ceil(seconds)) : `+${clock(seconds)}`);

  let said = "";
  const show = () => {
    const here = readClock(planned, changes, elapsed(), limit);
    find("left").textContent = signed(here.part_left);
    find("all").textContent = signed(limit - here.elapsed);
    const ends = here.whole_sign === "over" || here.whole_sign === "ending";
    const signs = [ends ? "" : here.part_sign, here.whole_sign].filter(Boolean);
    if (signs.join() !== said) {
      said = signs.join();
      sign.textContent = signs.map((one) => sign.dataset[one].replace("#", clock(here.predicted))).join(" ");
    }
  };

  const send = async () => {
    if (sending || !waiting.length) return;
    sending = true;
    try {
      const answer = await fetch(location.href, { method: "POST", body: waiting[0], keepalive: true, headers: { "X-Draft": "1" } });
      if (answer.status === 204) waiting.shift();
      kept.textContent = waiting.length && answer.status !== 204 ? kept.dataset.unsaved : "";
    } catch {
      kept.textContent = kept.dataset.unsaved;
    }
    sending = false;
    if (!waiting.length && ending) form.requestSubmit(ending);
    if (waiting.length) setTimeout(send, kept.textContent ? 3000 : 0);
  };

  const turn = () => {
    const at = changes.length;
    find("place").textContent = find("place").dataset.words.replace("#", at + 1);
    find("title").textContent = names[at];
    [...find("parts").children].forEach((row, number) =>
      number === at ? row.setAttribute("aria-current", "step") : row.removeAttribute("aria-current"));
    const last = at + 1 >= planned.length;
    if (last) find("next").textContent = stage.dataset.last;
    find("end").hidden = last;
    form.elements.namedItem("part").value = at;
    show();
  };

  form.addEventListener("submit", (event) => {
    form.elements.namedItem("clock").value = elapsed().toFixed(1);
    const ends = event.submitter?.name === "end" || changes.length + 1 >= planned.length;
    // The last one shows the report, and goes only when everything before it is kept.
    if (ends && !waiting.length) return;
    event.preventDefault();
    if (ends) {
      ending = event.submitter || find("next");
      return void send();
    }
    waiting.push(new URLSearchParams({ part: String(changes.length), clock: form.elements.namedItem("clock").value }));
    changes.push(Number(form.elements.namedItem("clock").value));
    turn();
    send();
  });

  const full = find("full");
  if (stage.requestFullscreen) {
    full.hidden = false;
    full.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()).catch(() => {}));
  }
  navigator.wakeLock?.request("screen").catch(() => {});
  setInterval(show, 250);
  show();
})();
