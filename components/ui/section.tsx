import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  /** A few words beside the title. */
  note?: ReactNode;
  /** At the far end of the title's line: a link, a date. */
  aside?: ReactNode;
  level?: 2 | 3;
  id?: string;
  className?: string;
  children?: ReactNode;
}

/** A part of a page under a rule of ink. */
export function Section({ title, note, aside, level = 2, id, className = "", children }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={`min-w-0 border-t-[1.5px] border-ink pt-2 ${className}`} id={id}>
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <Heading className="font-title text-l">{title}</Heading>
        {note && <span className="text-s text-ink-2">{note}</span>}
        {aside && <span className="ml-auto text-s text-ink-2">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
