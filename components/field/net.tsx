/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { Post } from "./use-post";
import { useWords } from "./words";

function headline({ ready, apart, counted }: Post, t: ReturnType<typeof useWords>): string {
  if (!counted) return t("field.counting");
  if (ready > 0) return t("field.waits", { count: ready });
  return apart > 0 ? t("field.notAllSent") : t("field.allSent");
}
/** The key of why it waits. */
function whyWaits({ why }: Post, online: boolean): string {
  if (!online) return "field.noReception";
  return why === "unknown" ? "field.dayUnknown" : why === "not-now" ? "field.notNow" : "field.sentSoon";
}

/** Always on top: what waits on this phone, and the way to send it now. */
export function Net({ post }: { post: Post }) {
  const t = useWords();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    window.addEventListener("online", follow);
    window.addEventListener("offline", follow);
    return () => {
      window.removeEventListener("online", follow);
      window.removeEventListener("offline", follow);
    };
  }, []);
  const waits = post.ready > 0;
  return (
    <header class="net">
      <p role="status">
        <b>{headline(post, t)}</b>
        {waits && <small>{t(whyWaits(post, online))}</small>}
        {post.apart > 0 && <small>{t("field.setApart", { count: post.apart })}</small>}
      </p>
      {waits && (
        <button type="button" onClick={post.send} disabled={post.busy}>
          {t(post.busy ? "field.sending" : "field.sendNow")}
        </button>
      )}
    </header>
  );
}
