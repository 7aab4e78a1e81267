import type { ReactNode } from "react";

export interface Column {
  label: ReactNode;
  /** A figure: right-aligned. Cells then take className "num". */
  num?: boolean;
}

interface Props {
  /** What the table shows; visible unless hidden because the heading above says it. */
  caption: ReactNode;
  hideCaption?: boolean;
  columns: readonly Column[];
  /** Wider than a phone and without links in its rows: then it scrolls by keyboard under this name. */
  scrollsAs?: string;
  children: ReactNode;
}

/** Rows between hairlines; scrolls sideways by itself on a narrow screen. The rows are the caller's `tr`. */
export function Table({ caption, hideCaption, columns, scrollsAs, children }: Props) {
  return (
    <div className="overflow-x-auto" {...(scrollsAs ? { tabIndex: 0, role: "region", "aria-label": scrollsAs } : {})}>
      <table className="table">
        <caption className={hideCaption ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" className={column.num ? "num" : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
