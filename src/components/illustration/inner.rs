//! The three types that go into the ear canal.

use super::ear::NOISE;
use super::{Label, Overlay, Stroke};

/// A soft tip in the canal: the rubber, the nozzle in it, the seal above and below, and the sound
/// that goes on to the eardrum.
const TIP: [Stroke; 4] = [
    Stroke {
        class: "ear-rubber",
        d: "M335 189C348 186.5 358 188 368 194 378.5 200 378.5 214 369.5 220.5 357 221 346 222 335 224Z",
    },
    Stroke { class: "ear-line", d: "M336 201H362V211.5H336Z" },
    Stroke {
        class: "ear-seal",
        d: "M336.3 186.3C350 184.5 359 187.5 370.4 192M336.3 222.7C348 220.5 359 220 371.6 218.8",
    },
    Stroke {
        class: "ear-sound",
        d: "M386 199.5Q395.5 209 388 220.6M404.5 204Q413 213 405.7 223M419 207.5Q428 215 420.2 224.5",
    },
];

const CABLE: &str =
    "M303 67C296 44 277 28.7 253 28.7 224 28.7 202.5 52 202.5 84 202.5 122 238 160 268 178.5";

pub(super) const OVERLAYS: &[Overlay] = &[IEM, CUSTOM_IEM, TWS_ANC];

const IEM: Overlay = Overlay {
    device_type: "iem",
    title: "A universal in-ear monitor in the ear, in section",
    about: "A small earpiece sits in the bowl of the ear, its cable over the ear. A soft tip seals the canal, which holds noise out; sound goes from the driver through the tip to the eardrum.",
    strokes: &[
        Stroke { class: "ear-cable", d: CABLE },
        Stroke {
            class: "ear-case",
            d: "M336 199C322 183 303 175.5 285 175.5 263 175.5 251.5 187 251.5 205 251.5 224 265 236 289 236 310 236 325 226 336 213Z",
        },
        Stroke { class: "ear-solid", d: "M274 192H290V220H274Z" },
        Stroke { class: "ear-line", d: "M290 193.5Q300 206 290 218.5" },
        TIP[0],
        TIP[1],
        TIP[2],
        TIP[3],
    ],
    leaders: &[
        Stroke { class: "ear-noise", d: NOISE },
        Stroke { class: "ear-leader", d: "M112 72 196 76M68 178 266 203.6M397.4 150 363.7 183.6" },
        Stroke { class: "ear-dot", d: "M196 76h0M266 203.6h0M363.7 183.6h0" },
    ],
    labels: &[
        Label { x: 5, y: 76, text: "cable, over" },
        Label { x: 5, y: 97, text: "the ear" },
        Label { x: 5, y: 184, text: "driver" },
        Label { x: 5, y: 268, text: "the seal holds" },
        Label { x: 5, y: 289, text: "noise out" },
        Label { x: 362, y: 122, text: "the tip seals" },
        Label { x: 362, y: 143, text: "the canal" },
    ],
};

const CUSTOM_IEM: Overlay = Overlay {
    device_type: "custom-iem",
    title: "A custom-moulded in-ear monitor in the ear, in section",
    about: "A shell cast from the ear fills its bowl and seals along the canal. Sound goes from the driver through a bore in the shell to the eardrum.",
    strokes: &[
        Stroke {
            class: "ear-cable",
            d: "M301 67C295 44 277 28.5 253 28.5 223 28.5 202 51 202 82 202 112 230 133 265 150",
        },
        Stroke {
            class: "ear-case",
            d: "M283 138C278 133 270 137 264 146 256 158 252.5 173 252.5 192 252.5 214 256 229 270 236 282 229 287 235.5 296 236.5 \
                314 237 325 225 335.5 221 353 219.5 371 221 387 223.2V198C370 193 352 187 333.5 187 309 177 292 161 283 138Z",
        },
        Stroke { class: "ear-solid", d: "M276.4 182H300.5V213H276.4Z" },
        Stroke { class: "ear-fine", d: "M300.5 190 387 206.8M300.5 206.4 387 213" },
        Stroke {
            class: "ear-seal",
            d: "M298 164C308 176 318 183 333 187.5 352 187 370 192.5 386 197.5M300 237C316 237 325 225.5 335.5 221.5 353 219.5 371 221 386 223",
        },
        Stroke {
            class: "ear-sound",
            d: "M394.5 202.5Q402 211 396 221.5M409.5 205.5Q417.5 213.5 411.6 223.5M424 208.5Q431.5 216 426 225",
        },
    ],
    leaders: &[
        Stroke { class: "ear-noise", d: NOISE },
        Stroke { class: "ear-leader", d: "M112 72 196 76M110 150 266 174M397.4 150 366 187" },
        Stroke { class: "ear-dot", d: "M196 76h0M266 174h0M366 187h0" },
    ],
    labels: &[
        Label { x: 5, y: 76, text: "cable, over" },
        Label { x: 5, y: 97, text: "the ear" },
        Label { x: 5, y: 144, text: "shell fills" },
        Label { x: 5, y: 165, text: "the bowl" },
        Label { x: 5, y: 268, text: "the seal holds" },
        Label { x: 5, y: 289, text: "noise out" },
        Label { x: 362, y: 122, text: "seals along" },
        Label { x: 362, y: 143, text: "the canal" },
    ],
};

const TWS_ANC: Overlay = Overlay {
    device_type: "tws-anc",
    title: "A true-wireless noise-cancelling earbud in the ear, in section",
    about: "Tip, battery and microphones in one piece, without a cable. The tip seals the canal; the microphones hear the noise that is left and the driver cancels its low part.",
    strokes: &[
        Stroke {
            class: "ear-case",
            d: "M336 199C322 183 303 175.5 286 175.5 270 175.5 259 183 256.5 194L245 280C244 294 263 296 265.5 283L273.5 235C305 238 322 227 336 213Z",
        },
        Stroke { class: "ear-solid", d: "M280.3 192H294.6V220H280.3Z" },
        Stroke { class: "ear-line", d: "M294.6 193.5Q304 206 294.6 218.5" },
        TIP[0],
        TIP[1],
        TIP[2],
        TIP[3],
        Stroke {
            class: "ear-mic",
            d: "M251 196.5a6.4 6.4 0 1 0 12.8 0a6.4 6.4 0 1 0-12.8 0ZM312 205.5a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z",
        },
        Stroke {
            class: "ear-noise",
            d: "M187 197C191 188 194 185.5 198 185.5 208 185.5 209 207 218.5 207 223 207 226 203 230 197",
        },
    ],
    leaders: &[
        Stroke {
            class: "ear-leader",
            d: "M248 188 90 106 314 199M84 324 246 268M397.4 150 363.7 183.6",
        },
        Stroke { class: "ear-dot", d: "M252 266h0M363.7 183.6h0" },
    ],
    labels: &[
        Label { x: 5, y: 76, text: "micro-" },
        Label { x: 5, y: 97, text: "phones" },
        Label { x: 108, y: 203, text: "noise" },
        Label { x: 5, y: 330, text: "battery" },
        Label { x: 362, y: 122, text: "the tip seals" },
        Label { x: 362, y: 143, text: "the canal" },
    ],
};
