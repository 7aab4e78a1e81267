"use client";

import { createContext, type ReactNode, use } from "react";

/** A building, or a whole place. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

const Places = createContext<readonly Choice[]>([]);

/** The buildings to choose from: sent once, and kept while one walks from case to case. */
export const PlacesProvider = ({ places, children }: { places: readonly Choice[]; children: ReactNode }) => (
  <Places value={places}>{children}</Places>
);
export const usePlaces = () => use(Places);
