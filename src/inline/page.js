// What all modules of the inline script share.

export const root = document.documentElement;

export const find = (id) => document.getElementById(id);

// Prefix of every storage key of this site, and the type of its messages to an embedding page.
export const NAME = "headphones-or-iems";
