import { fullStreet, type Payer, plainText } from "./payer";

/** Words or patterns of them, apart by spaces; `_` is a space within one. */
const anyOf = (list: string): string => `(?:${list.trim().split(/\s+/).join("|").replaceAll("_", " ")})`;

const MONTH = anyOf(`
  jan feb febr mrt apr jun jul aug sep sept okt oct nov dec januari februari maart april mei juni juli augustus september
  oktober november december
`);

/** Months, days and words that every payment may hold: what is left says what kind of payment it is. */
const COMMON = new RegExp(`^(?:${MONTH}|maand|huur|betaling|kenmerk|omschrijving|[0-9]{1,2}|20[0-9]{2}(?:0[1-9]|1[0-2])?)$`);

/** What stays the same in a payer's texts month after month; a client's number does, and says which client. */
export const lastingWords = (text: string | null): string =>
  wordsOf(text)
    .filter((word) => word !== "" && !COMMON.test(word))
    .join(" ");

/** The words of a text for comparing names and streets. */
export const wordsOf = (...texts: readonly (string | null)[]): string[] =>
  plainText(texts.filter((text) => text !== null).join(" ")).split(" ");

/** Words about the rent of whoever pays; nothing else stands in the text of an ordinary receipt. */
const ABOUT_RENT = new RegExp(
  `^${anyOf(`
  (?:huur(?:maand|termijn)?|maand|termijn)?(?:${MONTH})
  (?:maand|rest)?huur(?:maand|termijn|betaling|achterstand|schuld|prijs)?s? restant rest resterende? deel deelbetaling
  gedeelte bijbetaling nabetaling aanvulling achterstand achterstallige betal(?:ing|en) betaald termijn
  (?:betalings|afbetalings)?regeling afbetaling aflossing afspraak afgesproken (?:betalings)?kenmerk omschrijving ref
  referentie contract(?:nr|nummer)? nummer nr no woning huis flat adres appartement periode maanden eerste tweede derde
  laatste extra en plus met voor van de het een te tm tot is in op over per via ivm ik wij mijn ons onze euro eur bedrag
  (?:service|stook)?kosten service kale dank bedankt groet groeten mvg gr huurder naam dhr mw mevr mevrouw heer fam familie
  alvast nog open openstaande? overboeking jaar oude? [a-z] .*[0-9].*
`)}$`,
);

/** Why it is less or more than the rent. */
const PART_OR_MORE = new RegExp(
  `^${anyOf(`
  rest restant resterende? deel deelbetaling gedeelte bijbetaling nabetaling aanvulling [a-z]*achterstand huurschuld
  achterstallige (?:betalings|afbetalings)?regeling afbetaling aflossing termijn afspraak afgesproken extra open openstaande?
  oude?
`)}$`,
);

/** Money for something else than what is on a rent account. */
const OTHER_PURPOSE = new RegExp(
  `^${anyOf(`
  waarborg[a-z]* borg(?:som|stelling)? salaris[a-z]* loon[a-z]* wedde vakantiegeld bonus
  (?:ver|aan)?koop(?:som|prijs|akte|overeenkomst)? aanbetaling schade[a-z]* uitkering[a-z]* polis[a-z]* verzekering[a-z]*
  declaratie[a-z]* onkosten[a-z]* (?:credit)?(?:factuur|nota) subsidie[a-z]* (?:inkomsten|omzet|loon)?belasting[a-z]*
  teruggave teruggaaf terugbetaling[a-z]* terugstorting terugboeking restitutie retour refund creditering [a-z]*vergoeding
  lening hypotheek[a-z]* gift donatie contributie boete deurwaarder[a-z]* marktplaats nalatenschap erfenis sleutel[a-z]*
  inschrijfgeld inschrijving dwangsom proceskosten overname[a-z]* pensioen alimentatie zorgtoeslag kinderbijslag
`)}$`,
);

/** Who pays for many, or for other things: administrators, offices, firms, and the ways in which links are paid. */
const ORGANISATION = new RegExp(
  `^${anyOf(`
  stichting stg bewind[a-z]* curator[a-z]* mentor[a-z]* budget[a-z]* inkomens[a-z]* schuld[a-z]* krediet[a-z]* gemeente
  sociale dienst svb uwv belastingdienst holding notari[a-z]* derdengelden [a-z]*deurwaarder[a-z]* advoca[a-z]* incasso[a-z]*
  [a-z]*verzeker[a-z]* schade[a-z]* [a-z]*zorg makela[a-z]* administrati[a-z]* kantoor tikkie mollie adyen stripe buckaroo
  [a-z]*payments? pay klarna betaalverzoek[a-z]* betaallink werkgever uitzend[a-z]* [a-z]*bedrijf vereniging vve fonds
  foundation [a-z]*beheer collective diensten services? groep group centraal rechtbank ministerie
`)}$`,
);

/** What a firm writes behind its name, or leaves out. */
const LEGAL_FORM = / (?:b v|n v|v o f|bv|nv|vof|gmbh|ltd)(?= |$)/g;
const withoutForm = (text: string): string => text.replace(LEGAL_FORM, "");

/** Somebody pays for somebody else: then the account says less. */
const OF_THE_RENT = anyOf(`
  ${MONTH} woning huis flat maand maanden huur huurachterstand achterstand periode contract adres kenmerk nr deze komende volgende
  vorige afgelopen eerste laatste restant rest service servicekosten stookkosten garage berging box parkeer[a-z]* [0-9][0-9a-z]*
`);
const SOMEBODY = anyOf(`
  namens tbv t_b_v ten_behoeve_van inzake inz client clienten oma opa mama broer zus nicht neef buurman buurvrouw
  vriendin? collega (?:schoon|stief|klein)?(?:zoon|dochter|moeder|vader|zus|broer)
`);
const FOR_WHOM = `voor (?!(?:de|het|een|mijn|onze|${OF_THE_RENT})\\b)[a-z]{2,}|voor (?:mijn|onze|de) (?!${OF_THE_RENT}\\b)[a-z]+`;
const FOR_ANOTHER = new RegExp(`\\b(?:${SOMEBODY}|${FOR_WHOM})\\b`);

/** A term of an arrangement, by its words. */
const ARRANGEMENT = /\b(?:(?:betalings|afbetalings)?regeling|afbetaling|aflossing|aflossen|betalingsafspraak)\b/;

/** Names that every text holds: somebody called De Huur or Mei is not named by it. */
const TOO_ORDINARY = new RegExp(
  `^(?:(?:van|de|den|der|het|t|ter|ten|te) )*(?:${MONTH}|huur|maand|huis|nummer|bedrag|rest|betaling)$`,
);
/** Does a name tell anything, or is it a word that stands in any text? */
export const isTelling = (name: string): boolean => !TOO_ORDINARY.test(name);

const holds = (text: string, name: string): boolean => isTelling(name) && text.includes(` ${withoutForm(name)} `);

/** What the words of a line say, beside whom they name. */
export class Said {
  /** Of the text, and of the counterparty, each with a space before and after. */
  private readonly text: string;
  private readonly payer: string;
  readonly words: readonly string[];
  private readonly payerWords: readonly string[];
  private readonly isFirm: boolean;
  readonly isForAnother: boolean;
  readonly isArrangement: boolean;

  constructor(remittance: string | null, counterparty: string | null) {
    this.words = wordsOf(remittance).filter((word) => word !== "");
    this.payerWords = wordsOf(counterparty).filter((word) => word !== "");
    this.text = ` ${this.words.join(" ")} `;
    const payer = ` ${this.payerWords.join(" ")} `;
    this.payer = withoutForm(payer);
    this.isFirm = this.payer !== payer;
    this.isForAnother = FOR_ANOTHER.test(this.text);
    this.isArrangement = ARRANGEMENT.test(this.text);
  }

  get all(): string[] {
    return [...this.payerWords, ...this.words];
  }
  get holdsNumber(): boolean {
    return this.words.some((word) => /[0-9]/.test(word));
  }
  get hasPayer(): boolean {
    return this.payerWords.length > 0;
  }

  /** Whether the text calls one of these people, and whether the payer is called so. */
  names = (payer: Payer): boolean => payer.names.some((name) => holds(this.text, name));
  isPaidBy = (payer: Payer): boolean => payer.names.some((name) => holds(this.payer, name));

  /** Whether an organisation pays: none of it is the tenant's own name. */
  isByOrganisation = (payer: Payer): boolean =>
    this.payerWords.some((word) => ORGANISATION.test(word) && !isOf(payer, word)) || (this.isFirm && !this.isPaidBy(payer));

  /** Whether the text says that it is for something else. */
  isOtherMoney = (payer: Payer): boolean => this.words.some((word) => OTHER_PURPOSE.test(word) && !isOf(payer, word));

  /** Whether the text is about rent, and holds no word that may be somebody or something else. */
  isPlain = (payer: Payer): boolean =>
    this.words.length > 0 && this.words.every((word) => ABOUT_RENT.test(word) || isOf(payer, word));

  /** Whether the text says why it is not the rent. */
  get isPartOrMore(): boolean {
    return this.words.some((word) => PART_OR_MORE.test(word));
  }

  isOwnWord = (payer: Payer, word: string): boolean => isOf(payer, word) || word.length < 3;

  /** Whether a word stands there that is not about rent or about these people. */
  holdsOther = (payer: Payer): boolean => this.words.some((word) => !ABOUT_RENT.test(word) && !isOf(payer, word));
}

/** Whether a word is part of these people's names or of their street. */
const isOf = (payer: Payer, word: string): boolean =>
  payer.names.some((name) => name.split(" ").includes(word)) ||
  (word.length > 2 && payer.street !== null && (payer.street.startsWith(word) || payer.street.endsWith(fullStreet(word))));
