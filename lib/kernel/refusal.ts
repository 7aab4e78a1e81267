/** A code with its values; i18n makes the sentence. Amounts end in `Cents`, days are ISO. */
export interface Said {
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A file that is refused as a whole: nothing of it was kept. Expected, so it is shown to the person who offered it. */
export class RefusedFile extends Error implements Said {
  constructor(
    readonly code: string,
    readonly values: Said["values"] = {},
  ) {
    super(`file refused: ${code}`);
  }
}

/** A question that has no answer, asked where no outcome can be handed back; the wrapper of actions and the command line say why in words. */
export class Unanswerable extends Error implements Said {
  constructor(
    readonly code: string,
    readonly values: Said["values"] = {},
  ) {
    super(`no answer: ${code}`);
  }
}
