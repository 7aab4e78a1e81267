/** @jsxImportSource preact */
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import "./field.css";
import { daysHere, type OpenDay } from "./day";
import { Doors } from "./doors";
import { Gate } from "./gate";
import { Net } from "./net";
import { Outbox } from "./outbox";
import { Ring } from "./ring";
import { startSending, usePost } from "./use-post";
import { Visit } from "./visit";
import { Words, wordsIn } from "./words";

/** Where one is, behind the sign in the address: it needs no server. */
function useHash(): string {
  const [hash, setHash] = useState(location.hash.slice(2));
  useEffect(() => {
    const follow = () => {
      setHash(location.hash.slice(2));
      window.scrollTo(0, 0);
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return hash;
}

function App() {
  const [open, setOpen] = useState<OpenDay | null>(null);
  const [lang, setLang] = useState<"nl" | "en">("nl");
  const post = usePost();
  const hash = useHash();
  const t = useMemo(() => wordsIn(open?.day.lang ?? lang), [open, lang]);
  useEffect(() => {
    void daysHere().then((days) => setLang(days[0]?.lang ?? "nl"));
  }, []);
  useEffect(() => {
    document.documentElement.lang = t.lang;
  }, [t]);
  const [kind, id] = hash.split("/");
  const door = open?.day.doors.find((one) => one.kind === kind && String(one.id) === id);
  const props = { post, close: () => setOpen(null) };
  return (
    <Words.Provider value={t}>
      <Net post={post} />
      <main id="main">
        {!open && <Gate onOpen={setOpen} changed={post.changed} />}
        {open && door?.kind === "visit" && <Visit key={hash} open={open} visit={door} {...props} />}
        {open && door?.kind === "task" && <Ring key={hash} open={open} task={door} {...props} />}
        {open && !door && kind === "verstuurd" && <Outbox open={open} {...props} />}
        {open && !door && kind !== "verstuurd" && <Doors open={open} onOpen={setOpen} {...props} />}
      </main>
    </Words.Provider>
  );
}

if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/veld/sw.js", { scope: "/veld" });
startSending();
const place = document.getElementById("app");
if (place) render(<App />, place);
