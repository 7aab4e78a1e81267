import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import "./told.mjs";

// Loaded into the web server: when the program that started it is gone, killed even, it goes too.
process.on("disconnect", () => process.exit(0));
process.channel?.unref();

// Next asks where its own folder really lies before anything else. It may read what is in it, not the folder itself, in which the passwords may lie.
const { native } = fs.realpathSync;
const here = process.cwd();
fs.realpathSync.native = (place, ...rest) => (place === here ? here : native(place, ...rest));
syncBuiltinESMExports();
