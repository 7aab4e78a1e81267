/** Control signs that no person types (NUL among them, which PostgreSQL refuses): all below space but tab and line ends, and DEL. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The text without control signs; nothing else of it changes. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, "");
