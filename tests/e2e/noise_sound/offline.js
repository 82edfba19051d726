// Renders instead of playing. `record(steps)` presses Play, renders, and clicks each step, a selector, at
// the end of a segment; `segments(count)` measures what was heard.

const RATE = 48000, SEGMENT = 3.5;
window.ramps = 0;
const ramp = AudioParam.prototype.linearRampToValueAtTime;
AudioParam.prototype.linearRampToValueAtTime = function (...all) {
    window.ramps += 1;
    return ramp.apply(this, all);
};
window.AudioContext = class extends OfflineAudioContext {
    constructor() {
        super(1, RATE * SEGMENT * 11, RATE);
        window.context = this;
    }
    get state() { return 'running'; }
    resume() { return Promise.resolve(); }
    close() { return Promise.resolve(); }
};
const until = async (holds) => {
    for (let i = 0; i < 500; i += 1) {
        if (holds()) return;
        await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`never: ${holds}`);
};
window.record = async (steps) => {
    document.querySelector('#play').click();
    await until(() => document.querySelector('.noise-status').textContent.includes('dBA'));
    const context = window.context;
    steps.forEach((css, i) => context.suspend(SEGMENT * (i + 1)).then(async () => {
        const before = window.ramps;
        document.querySelector(css).click();
        await until(() => window.ramps > before);
        OfflineAudioContext.prototype.resume.call(context);
    }));
    const buffer = await context.startRendering();
    window.samples = buffer.getChannelData(0);
    document.querySelector('#play').click();
};
const fft = (re, im) => {
    const n = re.length;
    for (let i = 1, j = 0; i < n; i += 1) {
        let bit = n >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) [re[i], re[j], im[i], im[j]] = [re[j], re[i], im[j], im[i]];
    }
    for (let size = 2; size <= n; size *= 2) {
        for (let k = 0; k < size / 2; k += 1) {
            const [c, s] = [Math.cos(-2 * Math.PI * k / size), Math.sin(-2 * Math.PI * k / size)];
            for (let at = k; at < n; at += size) {
                const to = at + size / 2;
                const [x, y] = [re[to] * c - im[to] * s, re[to] * s + im[to] * c];
                [re[to], im[to]] = [re[at] - x, im[at] - y];
                [re[at], im[at]] = [re[at] + x, im[at] + y];
            }
        }
    }
};
// The level of each octave band in dB, of the last samples of a segment.
const bands = (from) => {
    const n = 131072, re = new Float64Array(n), im = new Float64Array(n);
    for (let i = 0; i < n; i += 1) re[i] = samples[from + i];
    fft(re, im);
    return [62.5, 125, 250, 500, 1000, 2000, 4000, 8000].map((middle) => {
        let power = 0;
        const [low, high] = [middle / Math.SQRT2, middle * Math.SQRT2];
        for (let k = Math.ceil(low * n / RATE); k < high * n / RATE; k += 1) {
            power += 2 * (re[k] ** 2 + im[k] ** 2) / n ** 2;
        }
        return 10 * Math.log10(power);
    });
};
const most = (from, to, of) => {
    let found = 0;
    for (let i = from; i < to; i += 1) found = Math.max(found, Math.abs(of(i)));
    return found;
};
window.segments = (count) => Array.from({ length: count }, (_, i) => {
    const [start, end] = [i, i + 1].map((at) => Math.round(at * SEGMENT * RATE));
    const step = (at) => samples[at] - samples[at - 1];
    return {
        bands: bands(end - 131072 - 2400),
        peak: most(start, end, (at) => samples[at]),
        steadyStep: most(end - 131072, end - 2400, step),
        switchStep: most(start + 1, start + 9600, step),
    };
});
