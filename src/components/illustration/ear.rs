//! The ear itself, the small head that shows the cut, and strokes that several types share.

use super::Stroke;

/// Skin and tissue in one outline (head above the ear, helix, bowl, canal, eardrum and back out
/// below), the middle ear, the eardrum and the inner ear.
pub(super) const EAR: &[Stroke] = &[
    Stroke {
        class: "ear-skin",
        d: "M338.5-5C337 40 333 62 331.3 87 330 104 324 116 315 116 306 116 300 104 285.6 80.6 \
            276 66 266 51 249 51 233 51 226.6 65 226.6 82 226.6 98 232 109.3 240 109.3 \
            249 109.3 246 100 247 95.5 248.5 88 256 87.5 259 95 261.5 102 261 113 268 120.5 \
            274 127 279 128.5 283 138 292 161 309 177 333.5 186.8 361 185 396 200 429.2 204.4 \
            437 209 442 222 443.5 231 410 231 384 217 335.5 220.6 327 225 316 241.5 293 235.5 \
            275 230 263.2 236 263.2 256 263.2 268 265 268 266 284 268 302 277 315 290 315 \
            316 315 314 282 327 282 341 282 343 350 343 381H520V-5Z",
    },
    Stroke {
        class: "ear-thin",
        d: "M429 204.4C436 197 443 194.7 451 195 464 195.5 471.5 206 471.5 218 \
            471.5 230 464 238 456 238 449 238 445 235 443 231",
    },
    Stroke { class: "ear-drum", d: "M429.2 204.4C437 209 442 222 443.5 231" },
    Stroke {
        class: "ear-coil",
        d: "M476 211.5C475 198 481 189.5 489.5 189.5M484 210C485 198 495 195 501 202\
            M469.7 218.5C479 209 497 212 497 225 497 233 492 236.5 487 236.4 479 236 475.5 230 477 226 \
            479 220 488 221 488 226.5 488 229 486 230 484 229.3",
    },
];

/// A head from the front, with a box round the ear that is drawn large.
pub(super) const HEAD: &[Stroke] = &[
    Stroke {
        class: "ear-coil",
        d: "M473.8 291.7C486 291.7 493.5 298 493.5 308 493.5 320 488 345.7 473.8 345.7 \
            460 345.7 454 322 454 309 454 298 461 291.7 473.8 291.7ZM454.5 312.5C448 311.5 449 326 455.5 327\
            M493.2 312.5C499.5 311.5 499 326 492.5 327",
    },
    Stroke { class: "ear-box", d: "M443.5 309.5H462V332H443.5Z" },
];

/// The driver in a cup, its cone, and sound on its way to the eardrum.
pub(super) const DRIVER: Stroke = Stroke { class: "ear-solid", d: "M206 166H220V217.5H206Z" };
pub(super) const CONE: Stroke = Stroke { class: "ear-line", d: "M222 162Q238 192 222 224" };
pub(super) const SOUND: Stroke = Stroke {
    class: "ear-sound",
    d: "M248.6 170.3Q264.4 192 248.6 213.5M262.8 159Q286 192 262.8 224.4\
        M277.3 148.3Q307.3 192 277.3 235M354.6 193.2Q366 204 356.7 217.7\
        M377 197Q388 207 378.7 220M398.6 202.3Q410 211 400.3 222.3",
};

/// The two pads of a cup in section, and dots for their foam.
pub(super) const PADS: &str = "M226 12H328Q336.5 13 336.5 21 336 36 330.5 45.5H226Z\
    M226 323H333Q341.5 325 341.5 340 341.5 358 333 360H226Z";
pub(super) const FOAM: &str = "M232 18.5H333M237.6 24H333M232 29.5H333M237.6 35H333M232 40.5H331\
    M232 329.5H336M237.6 335H338M232 340.5H338M237.6 346H338M232 351.5H338M237.6 355.5H333";
/// Where a pad meets the head.
pub(super) const PAD_SEAL: Stroke = Stroke {
    class: "ear-seal",
    d: "M338.6 16.5C338.8 31 337 37 333 45M341.3 326.5C343.6 337 343.6 348 342.3 357",
};
/// The outer shell of a cup, from its upper to its lower rim.
pub(super) const CUP: &str = "M222 12A80 174 0 0 0 222 360";

/// Noise outside; the lower wave is what is left of it inside a cup.
pub(super) const NOISE: &str =
    "M6 232C10 224 14 220 18 220 29 220 29 243 39 243 49 243 49 220 59 220 63 220 67 224 70 232";

/// Legend: a stroke in a 28 × 14 box, and its word.
pub(super) const LEGEND: &[(&[Stroke], &str)] = &[
    (&[Stroke { class: "ear-sound", d: "M3 2Q8 7 3 12M12 2Q17 7 12 12M21 2Q26 7 21 12" }], "sound"),
    (&[Stroke { class: "ear-seal", d: "M1 7H27" }], "seal"),
    (&[Stroke { class: "ear-noise", d: "M2 7C6-1 10 1 14 7S22 15 26 7" }], "noise outside"),
];
