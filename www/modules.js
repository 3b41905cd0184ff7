// The wasm comes twice: whole, and smaller, with single views only. Which of them a view needs.

/** Views that are in the whole one only. */
const LARGE = ['time', 'page'];

/** Whether a view needs the whole: by its kind, or because its readers may choose another. */
export const isLarge = (kind, controls) => LARGE.includes(kind) || controls.split(',').includes('view');

/** Loads the code beside one of them. */
export const load = whole => (whole ? import('../pkg/nulage.js') : import('../pkg/view.js'));
