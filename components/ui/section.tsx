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
    <section className={`section ${className}`} id={id}>
      <div className="section-head">
        <Heading>{title}</Heading>
        {note && <span className="sub">{note}</span>}
        {aside && <span className="sub section-aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
