/** The languages of the screens; every message exists in both. */
export const LANGUAGES = ["nl", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageOf = (text: string | null | undefined): Language => (text === "en" ? "en" : "nl");
