// Saves the fields of a form marked data-draft while the person writes, to the same address as its button does.
// The server answers 204 with the version now standing, or 409 with a page that shows both texts when another window
// wrote in the meantime. One request at a time for each form, so that a form never loses a race against itself.
(() => {
  const PAUSE = 800;
  const AGAIN = 4000;
  // What a browser still sends for a page that is going away.
  const LEAVING_BYTES = 60000;
  const forms = new Map();

  const of = (form) => {
    if (!forms.has(form)) forms.set(form, { timer: 0, unsaved: false, busy: false, lost: false });
    return forms.get(form);
  };

  const tell = (form, state) => {
    const place = form.querySelector("[data-draft-state]");
    if (place) place.textContent = place.dataset[state] || "";
  };

  const later = (form, pause) => {
    clearTimeout(of(form).timer);
    of(form).timer = setTimeout(() => save(form), pause);
  };

  // Both texts are kept already; the page that shows them takes the place of this one.
  const showBoth = async (form, answer) => {
    of(form).lost = true;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("main");
    if (!now) return tell(form, "changed");
    document.querySelector("main").replaceWith(document.adoptNode(now));
    document.title = page.title;
    if (window.htmx) window.htmx.process(now);
    (now.querySelector("#feil, h1") || now).scrollIntoView();
    now.focus();
  };

  const save = async (form, leaving = false) => {
    const state = of(form);
    clearTimeout(state.timer);
    if (state.lost || !form.isConnected || (state.busy && !leaving)) return;
    state.busy = true;
    state.unsaved = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    const keepalive = leaving && body.toString().length < LEAVING_BYTES;
    try {
      const answer = await fetch(form.getAttribute("action") || location.href.split("#")[0], {
        method: "POST", body, keepalive, redirect: "manual", headers: { "X-Draft": "1" },
      });
      if (answer.status === 204) {
        const version = form.elements.namedItem("version");
        if (version && answer.headers.has("X-Version")) version.value = answer.headers.get("X-Version");
        tell(form, state.unsaved ? "writing" : "saved");
      } else if (answer.status === 409) {
        await showBoth(form, answer);
      } else if (answer.type !== "opaqueredirect") {
        state.unsaved = true;
        tell(form, "unsaved");
      }
    } catch {
      // The server is away, or was started anew: what stands in the field is tried again.
      state.unsaved = true;
      tell(form, "unsaved");
      later(form, AGAIN);
    } finally {
      state.busy = false;
    }
    if (state.written) {
      state.written = false;
      state.unsaved = true;
      later(form, PAUSE);
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (!form || of(form).lost) return;
    of(form).unsaved = true;
    of(form).written = of(form).busy;
    tell(form, "writing");
    later(form, PAUSE);
  });

  const saveAll = (leaving) => {
    for (const [form, state] of forms) if (state.unsaved && form.isConnected) save(form, leaving);
  };
  document.addEventListener("focusout", (event) => {
    const form = event.target.closest?.("form[data-draft]");
    if (form && of(form).unsaved) save(form);
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && saveAll(true));
  window.addEventListener("pagehide", () => saveAll(true));
  document.addEventListener("submit", (event) => {
    const state = forms.get(event.target);
    if (!state) return;
    clearTimeout(state.timer);
    state.unsaved = false;
    // A form htmx sends stays on the page; one the browser sends goes away with it.
    state.lost = !event.defaultPrevented;
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) for (const state of forms.values()) state.lost = false;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      event.target.form?.requestSubmit();
    }
  });
})();
