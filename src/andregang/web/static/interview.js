// The clock of a part of the trial interview: a target and not a limit. It counts from what was used before, by the
// browser's own clock and not by ticks, and tells the server now and then, so that a crash takes seconds at most.
(() => {
  const timer = document.querySelector("[data-timer]");
  const form = document.querySelector("form[data-draft]");
  if (!timer || !form) return;
  const TELL = 10_000;
  const SOON = 20;
  const target = Number(timer.dataset.target);
  const shown = timer.querySelector("[data-left]");
  const said = document.querySelector("[data-announce]");
  const field = form.elements.namedItem("clock");
  const before = Number(field.value) || 0;
  let away = 0;
  let left = 0;
  const began = performance.now();
  let told = began;

  const used = () => before + (performance.now() - began - away) / 1000;
  const clock = (seconds) => {
    const whole = Math.floor(Math.abs(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };

  const tell = (leaving) => {
    told = performance.now();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    const asked = { method: "POST", body, redirect: "manual", headers: { "X-Draft": "1" } };
    fetch(location.href.split("#")[0], { ...asked, keepalive: leaving && body.toString().length < 60_000 }).catch(() => {});
  };

  let last = target - before;
  const show = () => {
    const now = used();
    const rest = target - now;
    field.value = now.toFixed(1);
    shown.textContent = rest >= 0 ? clock(Math.ceil(rest)) : `+${clock(rest)}`;
    if (last > SOON && rest <= SOON && rest > 0) said.textContent = said.dataset.soon;
    if (last > 0 && rest <= 0) said.textContent = said.dataset.over;
    last = rest;
    if (performance.now() - told > TELL) tell(false);
  };
  const going = setInterval(show, 250);
  show();

  // A machine that slept did not interview anybody; a tab in the background did.
  document.addEventListener("freeze", () => (left = performance.now()));
  document.addEventListener("resume", () => (away += performance.now() - left));
  window.addEventListener("pagehide", () => tell(true));
  form.addEventListener("submit", () => {
    show();
    clearInterval(going);
  });
})();
