/** @jsxImportSource preact */
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import "./field.css";
import { daysHere, forgetDay, type OpenDay } from "./day";
import { Doors } from "./doors";
import { Gate } from "./gate";
import { Net } from "./net";
import { Outbox } from "./outbox";
import { isLost } from "./post";
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
  const [lost, setLost] = useState(false);
  const post = usePost();
  const hash = useHash();
  const t = useMemo(() => wordsIn(open?.day.lang ?? lang), [open, lang]);
  useEffect(() => {
    void daysHere().then((days) => setLang(days[0]?.lang ?? "nl"));
  }, []);
  useEffect(() => {
    document.documentElement.lang = t.lang;
  }, [t]);
  const token = open?.day.token;
  const staffId = open?.day.staffId;
  useEffect(() => {
    if (token === undefined || staffId === undefined) return;
    const look = () =>
      void isLost(token).then(async (gone) => {
        if (!gone) return;
        await forgetDay(staffId);
        setLost(true);
        setOpen(null);
      });
    look();
    window.addEventListener("online", look);
    return () => window.removeEventListener("online", look);
  }, [token, staffId]);
  const [kind, id] = hash.split("/");
  const screen = `${open ? "open" : "gate"} ${kind ?? ""} ${id ?? ""}`;
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>("main h1");
    document.title = heading ? `${heading.textContent} · Aanbel` : "Aanbel";
    if (!heading || screen.startsWith("gate")) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [screen]);
  const door = open?.day.doors.find((one) => one.kind === kind && String(one.id) === id);
  const props = { post, close: () => setOpen(null) };
  return (
    <Words.Provider value={t}>
      <Net post={post} />
      <main id="main">
        {lost && (
          <p class="problem" role="alert">
            {t("field.lostDay")}
          </p>
        )}
        {!open && <Gate onOpen={setOpen} changed={post.changed} />}
        {open && door?.kind === "visit" && <Visit key={screen} open={open} visit={door} {...props} />}
        {open && door?.kind === "task" && <Ring key={screen} open={open} task={door} {...props} />}
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
