// Reads a question aloud, where this machine has a Norwegian voice of its own. A voice over the network is never used.
(() => {
  const speech = window.speechSynthesis;
  const places = document.querySelectorAll("[data-speak]");
  if (!speech || !places.length) return;

  const ours = () => speech.getVoices().find((voice) => voice.localService && /^(nb|nn|no)\b/i.test(voice.lang));

  const show = () => {
    const voice = ours();
    for (const place of places) {
      const text = document.getElementById(place.dataset.speak);
      place.hidden = !voice || !/^n/.test(text.lang);
    }
  };
  show();
  speech.addEventListener?.("voiceschanged", show);

  for (const place of places) {
    place.querySelector("button").addEventListener("click", () => {
      const said = new SpeechSynthesisUtterance(document.getElementById(place.dataset.speak).textContent);
      said.voice = ours();
      said.lang = said.voice.lang;
      speech.cancel();
      speech.speak(said);
    });
  }
  window.addEventListener("pagehide", () => speech.cancel());
})();
