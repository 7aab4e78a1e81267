import { deposited } from "@/lib/auth/route";
import { takeEnvelope, tokenOf } from "@/lib/field/jobs";

/** A phone puts down what happened at a door. It signs in with nobody: the token that came with its day is its proof. */
export const POST = deposited(tokenOf, takeEnvelope);
