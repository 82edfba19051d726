//! The four types that sit over or on the ear.

use super::ear::{CONE, CUP, DRIVER, FOAM, NOISE, PAD_SEAL, PADS, SOUND};
use super::{Label, Overlay, Stroke};

const BAFFLE: &str = "M222 12V360";
const TO_EARDRUM: [Label; 2] =
    [Label { x: 358, y: 144, text: "sound" }, Label { x: 358, y: 165, text: "to the eardrum" }];

pub(super) const OVERLAYS: &[Overlay] = &[OPEN_BACK, CLOSED_BACK, ON_EAR, ANC_OVER_EAR];

const OPEN_BACK: Overlay = Overlay {
    device_type: "open-back",
    title: "Open-back headphones over the ear, in section",
    about: "The pad rests on the head round the ear. Sound goes from the driver into the ear canal, and out through the open shell; noise comes in the same way.",
    strokes: &[
        Stroke { class: "ear-grille", d: CUP },
        Stroke { class: "ear-dashed", d: BAFFLE },
        Stroke { class: "ear-dashed", d: PADS },
        Stroke { class: "ear-foam", d: FOAM },
        CONE,
        DRIVER,
        SOUND,
        Stroke {
            class: "ear-leak",
            d: "M127.3 153.3Q111.5 192 129 233.5M110 144Q89 192 110.7 241.4M92.4 134.6Q67.6 192 92.4 249.7",
        },
    ],
    leaders: &[
        Stroke { class: "ear-leader", d: "M110 43 167.6 62M100 347.3H235.8" },
        Stroke { class: "ear-dot", d: "M167.6 62h0M235.8 347.3h0" },
    ],
    labels: &[
        Label { x: 5, y: 46, text: "open shell" },
        Label { x: 5, y: 277, text: "sound out," },
        Label { x: 5, y: 298, text: "noise in" },
        Label { x: 5, y: 353, text: "pad rests" },
        TO_EARDRUM[0],
        TO_EARDRUM[1],
    ],
};

const CLOSED_BACK: Overlay = Overlay {
    device_type: "closed-back",
    title: "Closed-back headphones over the ear, in section",
    about: "The cup is shut and the pad seals against the head round the ear. Sound goes from the driver to the eardrum; low rumble from outside still gets in, weaker.",
    strokes: &[
        Stroke { class: "ear-shell", d: CUP },
        Stroke { class: "ear-line", d: BAFFLE },
        Stroke { class: "ear-line", d: PADS },
        Stroke { class: "ear-foam", d: FOAM },
        PAD_SEAL,
        CONE,
        DRIVER,
        SOUND,
    ],
    leaders: &[
        Stroke { class: "ear-noise", d: NOISE },
        Stroke {
            class: "ear-hush",
            d: "M160 233.5C163 228 166 226.5 168.5 226.5 176 226.5 176 240.5 183 240.5 190 240.5 190 226.5 197 226.5 200 226.5 203 229 206 233.5",
        },
        Stroke { class: "ear-leader", d: "M122 39 160.5 57.5M68.6 177 198 187M94 347.3H236" },
        Stroke { class: "ear-dot", d: "M160.5 57.5h0M198 187h0M236 347.3h0" },
    ],
    labels: &[
        Label { x: 5, y: 45, text: "closed shell" },
        Label { x: 5, y: 184, text: "driver" },
        Label { x: 5, y: 267, text: "low rumble" },
        Label { x: 5, y: 288, text: "gets in" },
        Label { x: 5, y: 353, text: "pad seals" },
        TO_EARDRUM[0],
        TO_EARDRUM[1],
    ],
};

const ON_EAR: Overlay = Overlay {
    device_type: "on-ear",
    title: "On-ear headphones, in section",
    about: "A small pad presses on the ear itself. Sound goes from the driver to the eardrum, and leaks round the pad.",
    strokes: &[
        Stroke {
            class: "ear-pad",
            d: "M208 108H234C244 109 250 118 257 128 263 137 270 141 277 147.5 282 152 280 160 270 164H208Z\
                M208 232H260Q267.5 233 267.5 242V266C267.5 277 262 282.5 245 282.5H208Z",
        },
        Stroke {
            class: "ear-foam",
            d: "M214 114.5H236M219.6 120H244M214 125.5H250M219.6 131H254M214 136.5H259M219.6 142H264M214 147.5H272M219.6 153H276M214 158.5H274\
                M214 238.5H262M219.6 244H264M214 249.5H264M219.6 255H264M214 260.5H264M219.6 266H264M214 271.5H262M219.6 277H254",
        },
        Stroke { class: "ear-shell", d: "M206 105A47 90 0 0 0 206 284.5Z" },
        Stroke { class: "ear-solid", d: "M191.5 170.3H206V217H191.5Z" },
        Stroke { class: "ear-line", d: "M208 168Q222 192 208 221" },
        Stroke {
            class: "ear-sound",
            d: "M236 175.5Q248 194 236 212.6M253.5 165Q270 194 253.5 222.5M270.7 156Q292 194 270.7 232\
                M354.6 193.2Q366 204 356.7 217.7M377 197Q388 207 378.7 220M398.6 202.3Q410 211 400.3 222.3",
        },
        Stroke { class: "ear-leak", d: "M288.8 252Q284 260 284.5 269.5M301 256Q299 266 296 274" },
    ],
    leaders: &[
        Stroke { class: "ear-noise", d: NOISE },
        Stroke { class: "ear-leader", d: "M118 122 216 136M130 318 290 272" },
        Stroke { class: "ear-dot", d: "M216 136h0" },
    ],
    labels: &[
        Label { x: 5, y: 106, text: "pad presses" },
        Label { x: 5, y: 127, text: "on the ear" },
        Label { x: 5, y: 267, text: "noise" },
        Label { x: 5, y: 325, text: "sound leaks" },
        TO_EARDRUM[0],
        TO_EARDRUM[1],
    ],
};

const ANC_OVER_EAR: Overlay = Overlay {
    device_type: "anc-over-ear",
    title: "Noise-cancelling headphones over the ear, in section",
    about: "A closed cup with one microphone on its shell and one inside. They hear the noise, and the driver cancels its low part: music reaches the eardrum with less rumble.",
    strokes: &[
        Stroke { class: "ear-shell", d: CUP },
        Stroke { class: "ear-line", d: BAFFLE },
        Stroke { class: "ear-line", d: PADS },
        Stroke { class: "ear-foam", d: FOAM },
        PAD_SEAL,
        CONE,
        DRIVER,
        SOUND,
        Stroke {
            class: "ear-noise",
            d: "M84 144C88 136 90 134.5 94 134.5 103 134.5 103 153 112 153 116 153 118 150 120.7 144",
        },
        Stroke {
            class: "ear-mic",
            d: "M138 144a6 6 0 1 0 12 0a6 6 0 1 0-12 0ZM227.5 136a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0Z",
        },
    ],
    leaders: &[Stroke { class: "ear-leader", d: "M136 154 56 246 227.5 143" }],
    labels: &[
        Label { x: 6, y: 123, text: "noise" },
        Label { x: 6, y: 268, text: "micro-" },
        Label { x: 6, y: 289, text: "phones" },
        Label { x: 358, y: 144, text: "music, less" },
        Label { x: 358, y: 165, text: "the rumble" },
    ],
};
