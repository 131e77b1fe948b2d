// The loudness of every hundredth of a second, filtered as speech/loudness.py does it: two high-pass filters at 150 Hz.
// A level is a byte: half a decibel a step from -100. Ten come in one message.
class Levels extends AudioWorkletProcessor {
  constructor() {
    super();
    this.kept = 1 / (1 + (2 * Math.PI * 150) / sampleRate);
    this.before = this.once = this.twice = 0;
    this.sum = this.count = this.done = this.seen = 0;
    this.levels = [];
  }

  process(inputs) {
    const channels = inputs[0];
    if (!channels.length) return true;
    const samples = channels[0];
    for (let place = 0; place < samples.length; place += 1) {
      const once = this.kept * (this.once + samples[place] - this.before);
      this.twice = this.kept * (this.twice + once - this.once);
      this.once = once;
      this.before = samples[place];
      this.sum += this.twice * this.twice;
      this.count += 1;
      this.seen += 1;
      if (this.seen >= ((this.done + 1) * sampleRate) / 100) this.frame();
    }
    return true;
  }

  frame() {
    const level = 10 * Math.log10(this.sum / this.count + 1e-10);
    this.levels.push(Math.max(0, Math.min(200, Math.round((level + 100) * 2))));
    this.sum = this.count = 0;
    this.done += 1;
    if (this.levels.length === 10) {
      this.port.postMessage(Uint8Array.from(this.levels));
      this.levels = [];
    }
  }
}

registerProcessor("levels", Levels);
