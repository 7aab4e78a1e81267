import { deposited } from "@/lib/auth/route";
import { standOf, tokenOf } from "@/lib/field/jobs";

/** A phone asks which of its receipts this server knows nothing of. It signs in with nobody: the token that came with its day is its proof. */
export const POST = deposited(tokenOf, standOf);
