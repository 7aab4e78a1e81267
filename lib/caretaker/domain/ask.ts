/** Why a colleague may ask a caretaker to ring. The caretaker is never told which. */
export const ASKED_FOR = ["contact", "number", "repair", "neighbour", "welfare"] as const;
