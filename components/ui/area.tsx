"use client";

import { Component, type ReactNode, Suspense } from "react";

interface Props {
  readonly children: ReactNode;
  /** What stands here while it is on its way. */
  readonly waiting: ReactNode;
  /** What stands here when it broke; the rest of the page goes on. */
  readonly broken: ReactNode;
  /** What it shows: something else is tried anew. */
  readonly of: string;
}

interface State {
  readonly of: string;
  readonly isBroken: boolean;
}

/** A part of a page that comes by itself: the page does not wait for it, and does not fall with it. */
export class Area extends Component<Props, State> {
  override state = { of: this.props.of, isBroken: false };

  static getDerivedStateFromError(error: Error & { digest?: string }): Partial<State> {
    // Next's own signals (to another page, not found) are no faults.
    if (error.digest?.startsWith("NEXT_")) throw error;
    return { isBroken: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { of, isBroken: false };
  }

  override render(): ReactNode {
    if (this.state.isBroken) return this.props.broken;
    return <Suspense fallback={this.props.waiting}>{this.props.children}</Suspense>;
  }
}
