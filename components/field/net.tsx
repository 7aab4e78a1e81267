/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import type { Post } from "./use-post";
import { useWords } from "./words";

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
        <b>{waits ? t("field.waits", { count: post.ready }) : t("field.allSent")}</b>
        {waits && <small>{t(online ? "field.sentSoon" : "field.noReception")}</small>}
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
