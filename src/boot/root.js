// The parts of the boot script stand in one function, in the order of `xtask/src/finish/boot.rs`.
// What they share:

const root = document.documentElement;
const find = (id) => document.getElementById(id);

// What we store begins with it, and nothing of others does.
const NAME = "headphones-or-iems";
