import * as module from "node:module";

/**
 * Loaded after tsx by every program of this folder that works on its own.
 * tsx gives every function its name back as it is made, each time it is made; the ladder makes millions of small ones in a
 * night, and a fifth of its time went there. These hooks stand in front of its own. An older Node has none and goes without.
 */
const NAMED = /var __name=\(target,value\)=>__defProp\(target,"name",\{value,configurable:true\}\);/;
module.registerHooks?.({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (typeof loaded.source !== "string" && !ArrayBuffer.isView(loaded.source)) return loaded;
    const text = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
    return NAMED.test(text) ? { ...loaded, source: text.replace(NAMED, "var __name=(target)=>target;") } : loaded;
  },
});
