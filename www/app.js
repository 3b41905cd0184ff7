// Starts the app on the page that loads this file.
import init, { start } from "/pkg/nulage.js";

await init();
start();
