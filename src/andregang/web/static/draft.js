// Saves the fields of a form marked data-draft while the person writes, to the same address as its button does.
// The server answers 204 with the version now standing, or 409 when another window wrote in the meantime.
(() => {
  const PAUSE = 800;
  const waiting = new WeakMap();

  const tell = (form, state) => {
    const place = form.querySelector("[data-draft-state]");
    if (place) place.textContent = place.dataset[state] || "";
  };

  const save = async (form, leaving) => {
    clearTimeout(waiting.get(form));
    waiting.delete(form);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, keepalive: leaving, redirect: "manual", headers: { "X-Draft": "1" },
      });
      if (answer.status === 204) {
        const version = form.elements.namedItem("version");
        if (version && answer.headers.has("X-Version")) version.value = answer.headers.get("X-Version");
        tell(form, "saved");
      } else {
        tell(form, answer.status === 409 ? "changed" : "unsaved");
      }
    } catch {
      tell(form, "unsaved");
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form) return;
    clearTimeout(waiting.get(form));
    tell(form, "writing");
    waiting.set(form, setTimeout(() => save(form, false), PAUSE));
  });

  const saveAll = () => {
    for (const form of document.querySelectorAll("form[data-draft]")) if (waiting.has(form)) save(form, true);
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll());
  window.addEventListener("pagehide", saveAll);
  document.addEventListener("submit", (event) => {
    clearTimeout(waiting.get(event.target));
    waiting.delete(event.target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  });
})();
