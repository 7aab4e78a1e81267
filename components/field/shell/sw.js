// Keeps the app of the field on the phone: its one document and its hashed files, nothing else. Whatever is not a GET never passes here.
const NAME = `aanbel-veld-${"VERSION"}`;
const FILES = ["FILES"];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload", credentials: "omit" })))),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith("aanbel-veld-") && name !== NAME).map((name) => caches.delete(name))),
      ),
  );
});

self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET") return;
  const { origin, pathname } = new URL(url);
  if (origin !== self.location.origin) return;
  const file =
    mode === "navigate" && pathname === "/veld" ? "/veld" : FILES.includes(pathname) && pathname !== "/veld" ? pathname : null;
  if (file === null) return;
  event.respondWith(caches.open(NAME).then(async (cache) => (await cache.match(file)) ?? fetch(event.request)));
});
