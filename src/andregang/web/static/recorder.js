// Records an answer: a piece a second is sent as it is spoken, so that a crash takes the last second at most. While the
// server is away the pieces wait here and in IndexedDB; a page opened later sends what a killed browser left there.
(() => {
  if (window.andregangRecorder) return;
  window.andregangRecorder = true;

  const PIECE = 1000;
  const LARGEST = 30_000_000;
  const AGAIN = [500, 1000, 2000, 3000];
  const KINDS = ["audio/webm;codecs=opus", "audio/webm", "audio/mp4;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  // What a browser mends would be measured as if it had been said so.
  const AS_IT_IS = { autoGainControl: false, noiseSuppression: false, echoCancellation: false, channelCount: 1 };
  const wait = (pause) => new Promise((done) => setTimeout(done, pause));

  // What could not be sent, by session: {session, address, question, mime, id, next} and {session, number, data}.
  const kept = (() => {
    const opened = new Promise((done) => {
      const asked = window.indexedDB?.open("andregang-recorder", 1);
      if (!asked) return done(null);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("sessions", { keyPath: "session" });
        asked.result.createObjectStore("pieces", { keyPath: ["session", "number"] });
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = asked.onblocked = () => done(null);
    });
    const within = async (mode, work) => {
      const base = await opened;
      if (!base) return null;
      return new Promise((done) => {
        const all = base.transaction(["sessions", "pieces"], mode);
        const asked = work(all.objectStore("sessions"), all.objectStore("pieces"));
        all.oncomplete = () => done(asked ? asked.result : null);
        all.onerror = all.onabort = () => done(null);
      });
    };
    const of = (session) => IDBKeyRange.bound([session, 0], [session, Infinity]);
    return {
      sessions: () => within("readonly", (sessions) => sessions.getAll()),
      pieces: (session) => within("readonly", (_, pieces) => pieces.getAll(of(session))),
      session: (row) => within("readwrite", (sessions) => void sessions.put(row)),
      piece: (row) => within("readwrite", (_, pieces) => void pieces.put(row)),
      sent: (session, number) => within("readwrite", (_, pieces) => void pieces.delete([session, number])),
      drop: (session) => within("readwrite", (sessions, pieces) => {
        sessions.delete(session);
        pieces.delete(of(session));
      }),
    };
  })();

  // Sends the pieces of one recording in order, one at a time.
  class Sending {
    constructor(told, row) {
      this.told = told;
      this.row = row;
      this.pieces = [];
      this.away = false;
      this.ended = "";
      this.work = Promise.resolve();
    }

    add(data) {
      this.pieces.push(data);
      if (this.away) this.keep(this.pieces.length - 1);
      return this.pump();
    }

    keep(number) {
      kept.session(this.row);
      kept.piece({ session: this.row.session, number, data: this.pieces[number] });
    }

    pump() {
      this.work = this.work.then(() => this.all());
      return this.work;
    }

    async all() {
      let tries = 0;
      while (!this.ended && this.row.next < this.pieces.length) {
        let answer = null;
        try {
          answer = this.row.id ? await this.piece() : await this.begin();
        } catch {
          answer = null;
        }
        if (answer?.ok || answer?.status === 409) {
          tries = 0;
          if (this.away) this.told("back");
          this.away = false;
        } else if (answer && [404, 413, 415, 422].includes(answer.status)) {
          this.ended = answer.status === 413 ? "full" : answer.status === 404 ? "gone" : "failed";
          this.told(this.ended);
        } else {
          // Away, or started anew and waiting for its address to be opened.
          if (!this.away) for (let number = this.row.next; number < this.pieces.length; number += 1) this.keep(number);
          this.away = true;
          this.told("away");
          await wait(AGAIN[Math.min(tries, AGAIN.length - 1)]);
          tries += 1;
        }
      }
    }

    async begin() {
      const body = new URLSearchParams({ question: this.row.question, mime: this.row.mime });
      const answer = await fetch(`${this.row.address}/ny`, { method: "POST", body, redirect: "manual" });
      if (answer.status === 201) this.row.id = (await answer.json()).id;
      return answer;
    }

    async piece() {
      const { address, id, next, mime, session } = this.row;
      const answer = await fetch(`${address}/${id}/${next}`, {
        method: "POST", body: this.pieces[next], headers: { "Content-Type": mime }, redirect: "manual",
      });
      if (answer.status === 204) {
        kept.sent(session, next);
        this.row.next = next + 1;
      } else if (answer.status === 409) {
        const there = Number(answer.headers.get("X-Next"));
        if (there > next && there <= this.pieces.length) this.row.next = there;
        else if (there < next && this.pieces[there]) this.row.next = there;
        else this.ended = "failed";
      }
      return answer;
    }

    // Closes the recording when all of it is there; the page's own piece of HTML that shows it, or null.
    async finish(levels) {
      await this.pump();
      while (this.row.id && (!this.ended || this.ended === "full")) {
        try {
          const answer = await fetch(`${this.row.address}/${this.row.id}/slutt`, {
            method: "POST", body: new URLSearchParams({ levels }), headers: { "X-Recorder": "1" }, redirect: "manual",
          });
          if (answer.ok) {
            await kept.drop(this.row.session);
            return await answer.text();
          }
          if (answer.status === 404) break;
        } catch {
          this.told("away");
        }
        await wait(AGAIN.at(-1));
      }
      await kept.drop(this.row.session);
      return null;
    }
  }

  const holding = (session, work) => (navigator.locks ? navigator.locks.request(`andregang-${session}`, work) : work());

  // What a browser that was killed could not send.
  const recover = async (told) => {
    for (const row of (await kept.sessions()) || []) {
      await navigator.locks?.request(`andregang-${row.session}`, { ifAvailable: true }, async (lock) => {
        if (!lock) return;
        const pieces = (await kept.pieces(row.session)) || [];
        if (!pieces.length) return kept.drop(row.session);
        const sending = new Sending(() => {}, row);
        row.next = pieces[0].number;
        for (const { number, data } of pieces) sending.pieces[number] = data;
        if ((await sending.finish("")) !== null) told("recovered");
      });
    }
  };

  class Recorder {
    constructor(place) {
      this.place = place;
      this.find = (name) => place.querySelector(`[data-${name}]`);
      this.find("live").hidden = false;
      this.plain(false);
      this.find("start").addEventListener("click", () => this.start());
      this.find("stop").addEventListener("click", () => this.stop());
      place.addEventListener("click", (event) => {
        const button = event.target.closest("[data-remove]");
        if (button) this.remove(button);
      });
      place.closest("form")?.addEventListener("submit", (event) => {
        // The answer goes with its recording, so it waits until that is whole.
        if (!this.recorder && !this.ending) return;
        event.preventDefault();
        const by = event.submitter;
        this.stop().then(() => event.target.requestSubmit(by || undefined));
      });
    }

    plain(shown) {
      const form = this.place.closest("form") || this.place;
      for (const part of form.querySelectorAll("[data-plain]")) part.hidden = !shown;
    }

    say(name) {
      for (const part of this.place.querySelectorAll("[data-say]")) part.hidden = part.dataset.say !== name;
    }

    async start() {
      if (this.recorder || this.starting) return;
      this.starting = true;
      this.say("");
      // Made ready while the browser asks: once it is allowed, the recording begins at once.
      const ready = this.prepare();
      let stream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: AS_IT_IS });
        await ready;
        await this.record(stream);
      } catch (error) {
        stream?.getTracks().forEach((track) => track.stop());
        const known = { NotAllowedError: "refused", SecurityError: "refused", NotFoundError: "missing" };
        const also = { OverconstrainedError: "missing", NotReadableError: "taken", AbortError: "taken" };
        this.recorder = null;
        this.silence();
        this.say(known[error.name] || also[error.name] || "failed");
        this.plain(true);
      }
      this.starting = false;
    }

    async record(stream) {
      const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
      const recorder = new MediaRecorder(stream, { ...(kind && { mimeType: kind }), audioBitsPerSecond: 32000 });
      const { address, question } = this.place.dataset;
      const session = crypto.randomUUID();
      this.levels = [];
      this.size = 0;
      this.blobs = [];
      this.sending = new Sending((state) => this.told(state), {
        session, address, question, mime: recorder.mimeType || kind || "audio/webm", id: "", next: 0,
      });
      this.put("");
      this.find("made").replaceChildren();
      this.find("rescue").hidden = true;
      this.listen(stream);
      this.stream = stream;
      this.recorder = recorder;
      this.arrived = Promise.resolve();
      recorder.addEventListener("dataavailable", ({ data }) => this.took(data));
      const started = new Promise((done, failed) => {
        recorder.addEventListener("start", done);
        recorder.addEventListener("error", ({ error }) => (this.recorder ? this.stop("unplugged") : failed(error)));
      });
      stream.getAudioTracks()[0].addEventListener("ended", () => this.stop("unplugged"));
      holding(session, () => new Promise((done) => (this.release = done)));
      recorder.start(PIECE);
      await started;
      this.begun = performance.now();
      this.counting = true;
      this.say("recording");
      this.show(true);
      this.find("stop").focus();
      this.ticking = setInterval(() => this.tick(), 200);
      this.awake();
      window.addEventListener("beforeunload", this.leaving);
    }

    took(data) {
      if (!data.size) return;
      const { sending } = this;
      this.blobs.push(data);
      this.size += data.size;
      // Blobs are read one after another, so that pieces keep their order.
      this.arrived = this.arrived.then(async () => void sending.add(await data.arrayBuffer()));
      if (this.size > LARGEST - 200_000) this.stop("full");
    }

    async prepare() {
      // Without levels the recording is as good; the meter is not shown.
      try {
        this.audio = new AudioContext();
        await this.audio.audioWorklet.addModule(this.place.dataset.worklet);
        if (this.audio.state === "suspended") await this.audio.resume();
      } catch {
        this.silence();
      }
    }

    listen(stream) {
      this.loudness = 0;
      this.find("level").hidden = !this.audio;
      if (!this.audio) return;
      const levels = new AudioWorkletNode(this.audio, "levels");
      levels.port.onmessage = ({ data }) => this.heard(data);
      this.audio.createMediaStreamSource(stream).connect(levels).connect(this.audio.destination);
    }

    silence() {
      this.audio?.close().catch(() => {});
      this.audio = null;
      this.find("level").value = 0;
      this.find("level").hidden = true;
    }

    heard(levels) {
      if (this.counting) this.levels.push(...levels);
      this.loudness = Math.max(...levels);
      this.loudest = Math.max(this.loudest || 0, this.loudness);
      // From -60 decibels, where a room is quiet, to 0.
      this.find("level").value = Math.max(0, (this.loudness / 2 - 40) / 0.6);
    }

    async awake() {
      try {
        this.lock = await navigator.wakeLock.request("screen");
      } catch {
        this.lock = null;
      }
    }

    tick() {
      // The page was exchanged for another: what was said is kept, and nobody is listened to who cannot see it.
      if (!this.place.isConnected) return void this.stop();
      const seconds = (performance.now() - this.begun) / 1000;
      const target = Number(this.place.dataset.target);
      const over = Math.floor(seconds - target);
      const clock = (count) => `${Math.floor(count / 60)}:${String(Math.floor(count % 60)).padStart(2, "0")}`;
      this.find("clock").textContent = over > 0 && target ? `${clock(seconds)} (+${clock(over)})` : clock(seconds);
      const reached = target && seconds >= target ? "reached" : target > 40 && seconds >= target - 20 ? "near" : "";
      if (reached && this.reached !== reached) this.say(reached);
      this.reached = reached;
      if (seconds > 4 && this.audio && (this.loudest || 0) < 40 && !this.muted) {
        this.muted = true;
        this.say("quiet");
      }
    }

    told(state) {
      if (state === "back") this.say(this.recorder ? "recording" : "saving");
      else this.say(state);
      this.find("rescue").hidden = state !== "away" || Boolean(this.recorder);
      if (state === "full" || state === "gone" || state === "failed") this.stop(state);
    }

    stop(why = "") {
      if (this.recorder && !this.ending) this.ending = this.end(why).finally(() => (this.ending = null));
      return this.ending || Promise.resolve();
    }

    async end(why) {
      const { recorder, sending } = this;
      const stopped = new Promise((done) => recorder.addEventListener("stop", done));
      if (recorder.state === "inactive") await wait(200);
      else {
        recorder.stop();
        await stopped;
      }
      this.counting = false;
      this.recorder = null;
      clearInterval(this.ticking);
      this.stream.getTracks().forEach((track) => track.stop());
      this.silence();
      this.lock?.release().catch(() => {});
      this.show(false);
      this.say(why || "saving");
      this.find("start").textContent = this.find("start").dataset.again;
      this.find("start").focus();
      this.find("save").href = URL.createObjectURL(new Blob(this.blobs, { type: sending.row.mime }));
      await this.arrived;
      const made = await sending.finish(btoa(this.levels.map((level) => String.fromCharCode(level)).join("")));
      this.find("rescue").hidden = made !== null || !this.blobs.length;
      window.removeEventListener("beforeunload", this.leaving);
      this.release?.();
      if (made === null) return;
      this.say(why);
      const page = new DOMParser().parseFromString(made, "text/html");
      this.find("made").replaceChildren(...page.body.childNodes);
      this.put(sending.row.id);
    }

    leaving(event) {
      event.preventDefault();
    }

    show(going) {
      this.find("start").hidden = going;
      this.find("stop").hidden = !going;
      this.reached = "";
      this.loudest = 0;
      this.muted = false;
    }

    put(id) {
      this.place.querySelector("input[name=recording]").value = id;
      this.place.dispatchEvent(new CustomEvent("recorded", { bubbles: true, detail: { id } }));
    }

    async remove(button) {
      const body = new URLSearchParams({ remove: "1" });
      const answer = await fetch(button.dataset.remove, { method: "POST", body, headers: { "X-Recorder": "1" } });
      if (!answer.ok && answer.status !== 404) return;
      const id = button.dataset.remove.split("/").pop();
      this.find("undo").href = `${this.place.dataset.address}?slettet=${encodeURIComponent(id)}`;
      this.find("made").replaceChildren();
      this.put("");
      this.say("removed");
      this.find("start").focus();
    }
  }

  const begin = (within) => {
    const places = [...within.querySelectorAll("[data-recorder]")].filter((place) => !place.dataset.ready);
    // Elsewhere than on the machine itself a browser gives no microphone; then a file is taken.
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return;
    for (const place of places) {
      place.dataset.ready = "1";
      const made = new Recorder(place);
      if (place === places[0]) recover((state) => made.say(state));
    }
  };
  begin(document);
  document.addEventListener("htmx:after:swap", () => begin(document));
  document.addEventListener("htmx:afterSwap", () => begin(document));
})();
